/** Browsers bound to rounds, by the hash of their cookie. A round has at most one that is bound or joined. */
import type { Selectable } from 'kysely'
import type { SessionRecord, Tx } from '../usecases/records.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['sessions']>

/** Sessions in one transaction. */
export function createSessions(trx: Trx): Tx['sessions'] {
  const one = async (column: 'id' | 'hash', value: string) => {
    const row = await trx
      .selectFrom('sessions')
      .selectAll()
      .where(column, '=', value)
      .executeTakeFirst()
    return row && fromRow(row)
  }
  return {
    async insert(record) {
      await trx.insertInto('sessions').values(toRow(record)).execute()
    },

    get: (id) => one('id', id),

    byHash: (hash) => one('hash', hash),

    async currentOf(roundId) {
      const row = await trx
        .selectFrom('sessions')
        .selectAll()
        .where('round_id', '=', roundId)
        .where('state', 'in', ['bound', 'joined'])
        .executeTakeFirst()
      return row && fromRow(row)
    },

    async ofRound(roundId) {
      const rows = await trx
        .selectFrom('sessions')
        .selectAll()
        .where('round_id', '=', roundId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(fromRow)
    },

    async update(id, { state, lastSeenAt }) {
      if (state === undefined && lastSeenAt === undefined) return
      const { numUpdatedRows } = await trx
        .updateTable('sessions')
        .set({
          ...(state !== undefined && { state }),
          ...(lastSeenAt !== undefined && { last_seen_at: lastSeenAt }),
        })
        .where('id', '=', id)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new Error(`no session ${id} to update`)
    },
  }
}

function toRow(record: SessionRecord): Row {
  return {
    id: record.id,
    hash: record.hash,
    round_id: record.roundId,
    state: record.state,
    network_hash: record.networkHash,
    created_at: record.createdAt,
    last_seen_at: record.lastSeenAt,
  }
}

function fromRow(row: Row): SessionRecord {
  return {
    id: row.id,
    hash: row.hash,
    roundId: row.round_id,
    state: row.state,
    networkHash: row.network_hash,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }
}
