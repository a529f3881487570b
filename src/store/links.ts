/** Links of rounds, by the hash of their token. */
import type { Selectable } from 'kysely'
import type { LinkRecord, Tx } from '../usecases/records.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['links']>

/** Links in one transaction. */
export function createLinks(trx: Trx): Tx['links'] {
  return {
    async insert(record) {
      await trx.insertInto('links').values(toRow(record)).execute()
    },

    async get(hash) {
      const row = await trx
        .selectFrom('links')
        .selectAll()
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row && fromRow(row)
    },

    async move(hash, from, to) {
      const { numUpdatedRows } = await trx
        .updateTable('links')
        .set({ state: to })
        .where('hash', '=', hash)
        .where('state', '=', from)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async supersedeAll(roundId) {
      await trx
        .updateTable('links')
        .set({ state: 'superseded' })
        .where('round_id', '=', roundId)
        .execute()
    },
  }
}

function toRow(record: LinkRecord): Row {
  return {
    hash: record.hash,
    round_id: record.roundId,
    state: record.state,
    created_at: record.createdAt,
  }
}

function fromRow(row: Row): LinkRecord {
  return {
    hash: row.hash,
    roundId: row.round_id,
    state: row.state,
    createdAt: row.created_at,
  }
}
