/** Short-lived permissions, by the hash of their token. */
import type { Selectable } from 'kysely'
import type { GrantRecord, Tx } from '../usecases/records.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['grants']>

/** Grants in one transaction. */
export function createGrants(trx: Trx): Tx['grants'] {
  return {
    async insert(record) {
      await trx.insertInto('grants').values(toRow(record)).execute()
    },

    async get(hash) {
      const row = await trx
        .selectFrom('grants')
        .selectAll()
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row && fromRow(row)
    },

    async move(hash, from, to) {
      const { numUpdatedRows } = await trx
        .updateTable('grants')
        .set({ state: to })
        .where('hash', '=', hash)
        .where('state', '=', from)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async purge(expiredBefore) {
      await trx.deleteFrom('grants').where('expires_at', '<', expiredBefore).execute()
    },
  }
}

function toRow(record: GrantRecord): Row {
  return {
    hash: record.hash,
    kind: record.kind,
    subject: record.subject,
    state: record.state,
    expires_at: record.expiresAt,
  }
}

function fromRow(row: Row): GrantRecord {
  return {
    hash: row.hash,
    kind: row.kind,
    subject: row.subject,
    state: row.state,
    expiresAt: row.expires_at,
  }
}
