/** What people decided. */
import type { Insertable, Selectable } from 'kysely'
import type { ReviewRecord, Tx } from '../usecases/records.ts'
import { createCells, type Cells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['reviews']>

/** Reviews in one transaction. */
export function createReviews(trx: Trx, cipher: Cipher): Tx['reviews'] {
  const cells = createCells(cipher, 'reviews')
  return {
    async append(record) {
      await trx.insertInto('reviews').values(toRow(record, cells)).execute()
    },

    async ofCase(caseId) {
      const rows = await trx
        .selectFrom('reviews')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('at')
        .orderBy('seq')
        .execute()
      return rows.map((row) => fromRow(row, cells))
    },
  }
}

function toRow(record: ReviewRecord, cells: Cells<'reviews'>): Insertable<Database['reviews']> {
  return {
    id: record.id,
    case_id: record.caseId,
    round_id: record.roundId,
    by_platform: record.by.platform,
    by_id: record.by.id,
    by_name: cells.seal('by_name', record.id, record.by.name),
    decision: record.decision,
    reason: cells.seal('reason', record.id, record.reason),
    at: record.at,
  }
}

function fromRow(row: Row, cells: Cells<'reviews'>): ReviewRecord {
  return {
    id: row.id,
    caseId: row.case_id,
    roundId: row.round_id,
    by: {
      platform: row.by_platform,
      id: row.by_id,
      name: cells.open('by_name', row.id, row.by_name, ''),
    },
    decision: row.decision,
    reason: cells.open('reason', row.id, row.reason, ''),
    at: row.at,
  }
}
