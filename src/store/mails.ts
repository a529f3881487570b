/** Mails to candidates. What a link was is kept encrypted, and only until the mail waits no more. */
import type { Selectable } from 'kysely'
import type { MailRecord, Tx } from '../usecases/records.ts'
import { createCells, type Cells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['mails']>

/** Mails in one transaction. */
export function createMails(trx: Trx, cipher: Cipher): Tx['mails'] {
  const cells = createCells(cipher, 'mails')
  return {
    async insert(record) {
      await trx.insertInto('mails').values(toRow(record, cells)).execute()
    },

    async get(id) {
      const row = await trx.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row, cells)
    },

    async ofRound(roundId) {
      const rows = await trx
        .selectFrom('mails')
        .selectAll()
        .where('round_id', '=', roundId)
        .orderBy('created_at')
        .orderBy('due_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => fromRow(row, cells))
    },

    async claim(now, againAt, limit) {
      const due = await trx
        .selectFrom('mails')
        .selectAll()
        .where('state', '=', 'waiting')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      const claimed = due.map((row) => ({ ...row, due_at: againAt, attempts: row.attempts + 1 }))
      for (const { id, due_at, attempts } of claimed) {
        await trx.updateTable('mails').set({ due_at, attempts }).where('id', '=', id).execute()
      }
      return claimed.map((row) => fromRow(row, cells))
    },

    async retry(id, dueAt, why) {
      await trx
        .updateTable('mails')
        .set({ due_at: dueAt, why: cells.seal('why', id, why) })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute()
    },

    async end(id, { state, why, at }) {
      const { numUpdatedRows } = await trx
        .updateTable('mails')
        .set({ state, link: null, why: cells.seal('why', id, why), at })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async dropAll(roundId, at) {
      await trx
        .updateTable('mails')
        .set({ state: 'dropped', link: null, at })
        .where('round_id', '=', roundId)
        .where('state', '=', 'waiting')
        .execute()
    },
  }
}

function toRow(record: MailRecord, cells: Cells<'mails'>): Row {
  return {
    id: record.id,
    round_id: record.roundId,
    kind: record.kind,
    state: record.state,
    link: cells.seal('link', record.id, record.link),
    why: cells.seal('why', record.id, record.why),
    due_at: record.dueAt,
    attempts: record.attempts,
    created_at: record.createdAt,
    at: record.at,
  }
}

function fromRow(row: Row, cells: Cells<'mails'>): MailRecord {
  return {
    id: row.id,
    roundId: row.round_id,
    kind: row.kind,
    state: row.state,
    link: cells.open<MailRecord['link']>('link', row.id, row.link, null),
    why: cells.open<MailRecord['why']>('why', row.id, row.why, null),
    dueAt: row.due_at,
    attempts: row.attempts,
    createdAt: row.created_at,
    at: row.at,
  }
}
