/** The audit log's table; the database refuses to change or delete its rows. */
import type { Selectable } from 'kysely'
import type { AuditRecord, Tx } from '../usecases/records.ts'
import { canonicalJson, chained, GENESIS } from './audit.ts'
import type { Engine } from './engine.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['audit']>

/** The audit log in one transaction. */
export function createAuditLog(trx: Trx, engine: Engine): Tx['audit'] {
  return {
    async append(event) {
      await engine.exclusive(trx, 'audit')
      const last = await trx
        .selectFrom('audit')
        .select(['seq', 'hash'])
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      await trx
        .insertInto('audit')
        .values(toRow(chained(event, last ?? GENESIS)))
        .execute()
    },

    async ofCase(caseId) {
      const rows = await trx
        .selectFrom('audit')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('seq')
        .execute()
      return rows.map(fromRow)
    },

    async after(seq, limit) {
      const rows = await trx
        .selectFrom('audit')
        .selectAll()
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },
  }
}

function toRow(record: AuditRecord): Row {
  return {
    seq: record.seq,
    at: record.at,
    platform: record.actor.platform,
    actor_id: record.actor.id,
    event: record.event,
    case_id: record.caseId,
    detail: canonicalJson(record.detail),
    previous: record.previous,
    hash: record.hash,
  }
}

function fromRow(row: Row): AuditRecord {
  return {
    seq: row.seq,
    at: row.at,
    actor: { platform: row.platform, id: row.actor_id },
    event: row.event,
    caseId: row.case_id,
    detail: JSON.parse(row.detail),
    previous: row.previous,
    hash: row.hash,
  }
}
