/** Cases. */
import type { Selectable } from 'kysely'
import type { Claims } from '../core/claim.ts'
import type { CaseRecord, Tx } from '../usecases/records.ts'
import { createCells, type Cells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['cases']>

/** What finds other cases of the same person, without reading them; null for what is not stated. */
export function contactHashes(cipher: Cipher, claims: Pick<Claims, 'email' | 'phone'> | null) {
  return {
    email_hash: cipher.blinds('email', claims?.email ?? '')[0] ?? null,
    phone_hash: cipher.blinds('phone', claims?.phone ?? '')[0] ?? null,
  }
}

/** Cases in one transaction. */
export function createCases(trx: Trx, cipher: Cipher): Tx['cases'] {
  const cells = createCells(cipher, 'cases')
  return {
    async insert(record) {
      await trx
        .insertInto('cases')
        .values(toRow(record, cells, cipher))
        .execute()
    },

    async get(id) {
      const row = await trx.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row, cells)
    },

    async update(id, patch) {
      if (Object.values(patch).every((value) => value === undefined)) return
      const { state, claims, updatedAt, heldAt } = patch
      const { numUpdatedRows } = await trx
        .updateTable('cases')
        .set({
          ...(state !== undefined && { state }),
          ...(claims !== undefined && {
            claims: cells.seal('claims', id, claims),
            ...contactHashes(cipher, claims),
          }),
          ...(updatedAt !== undefined && { updated_at: updatedAt }),
          ...(heldAt !== undefined && { held_at: heldAt }),
        })
        .where('id', '=', id)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new Error(`no case ${id} to update`)
    },

    async list({ states, limit }) {
      if (states?.length === 0) return []
      const rows = await trx
        .selectFrom('cases')
        .selectAll()
        .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => fromRow(row, cells))
    },

    async withSameContact(claims, exceptId) {
      const sought = [
        ['email_hash', cipher.blinds('email', claims.email)],
        ['phone_hash', cipher.blinds('phone', claims.phone ?? '')],
      ] as const
      const rows = await trx
        .selectFrom('cases')
        .select('id')
        .where((is) =>
          is.or(
            sought
              .filter(([, hashes]) => hashes.length > 0)
              .map(([column, hashes]) => is(column, 'in', hashes)),
          ),
        )
        .where('id', '!=', exceptId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => row.id)
    },

    async createdBefore(at, limit) {
      const rows = await trx
        .selectFrom('cases')
        .select('id')
        .where('created_at', '<', at)
        .where('state', '!=', 'forgotten')
        .where('held_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => row.id)
    },
  }
}

function toRow(record: CaseRecord, cells: Cells<'cases'>, cipher: Cipher): Row {
  return {
    id: record.id,
    state: record.state,
    claims: cells.seal('claims', record.id, record.claims),
    opening: cells.seal('opening', record.id, record.opening),
    ...contactHashes(cipher, record.claims),
    platform: record.platform,
    channel: record.channel,
    requester_platform: record.requester.platform,
    requester_id: record.requester.id,
    requester_name: cells.seal('requester_name', record.id, record.requester.name),
    simulated: Number(record.simulated),
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    held_at: record.heldAt,
  }
}

function fromRow(row: Row, cells: Cells<'cases'>): CaseRecord {
  return {
    id: row.id,
    state: row.state,
    claims: cells.open<Claims | null>('claims', row.id, row.claims, null),
    opening: cells.open<string | null>('opening', row.id, row.opening, null),
    platform: row.platform,
    channel: row.channel,
    requester: {
      platform: row.requester_platform,
      id: row.requester_id,
      name: cells.open('requester_name', row.id, row.requester_name, ''),
    },
    simulated: row.simulated === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    heldAt: row.held_at,
  }
}
