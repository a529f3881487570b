/** Brings every encrypted column under the current key, so that earlier keys can be thrown away. */
import { sql } from 'kysely'
import type { Claims } from '../core/claim.ts'
import { callHashes } from './calls.ts'
import { contactHashes } from './cases.ts'
import { createCells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import { sealedColumns, type SealedTable, type Trx } from './schema.ts'

/** Rows in one transaction: short enough that others hardly wait. */
const BATCH = 200

/**
 * Encrypts what an earlier key encrypted anew, one transaction after another.
 *
 * Out: how many columns. Fails: at the first that does not open.
 */
export async function reencrypt(
  transact: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>,
  cipher: Cipher,
): Promise<number> {
  let changed = 0
  for (const table of Object.keys(sealedColumns) as SealedTable[]) {
    for (const column of sealedColumns[table].columns) {
      for (;;) {
        const count = await transact((trx) => reencryptSome(trx, cipher, table, column))
        changed += count
        if (count < BATCH) break
      }
    }
  }
  await transact((trx) => trx.deleteFrom('key_ids').where('id', '!=', cipher.keyId).execute())
  return changed
}

async function reencryptSome(
  trx: Trx,
  cipher: Cipher,
  table: SealedTable,
  column: string,
): Promise<number> {
  const { table: name } = trx.dynamic
  const idColumn = sealedColumns[table].id
  const rows = await trx
    .selectFrom(name(table).as('rows'))
    .select([sql.ref<string>(idColumn).as('id'), sql.ref<string>(column).as('sealed')])
    .where(sql.ref(column), 'not like', `v1.${cipher.keyId}.%`)
    .limit(BATCH)
    .execute()
  for (const { id, sealed } of rows) {
    const cell = { table, column, id }
    const text = cipher.decrypt(cell, sealed)
    await trx
      .updateTable(name(table).as('rows'))
      .set({ [column]: cipher.encrypt(cell, text) })
      .where(sql.ref(idColumn), '=', id)
      .where(sql.ref(column), '=', sealed)
      .execute()
    if (table === 'cases' && column === 'claims') {
      const claims = createCells(cipher, 'cases').open<Claims | null>('claims', id, sealed, null)
      await trx
        .updateTable('cases')
        .set(contactHashes(cipher, claims))
        .where('id', '=', id)
        .execute()
    }
    if (table === 'calls') await rehashCall(trx, cipher, id, sealed)
  }
  return rows.length
}

async function rehashCall(trx: Trx, cipher: Cipher, id: string, sealed: string): Promise<void> {
  const { service } = await trx
    .selectFrom('calls')
    .select('service')
    .where('round_id', '=', id)
    .executeTakeFirstOrThrow()
  const erased = { server: '', person: '' }
  const call = createCells(cipher, 'calls').open('subject', id, sealed, erased)
  await trx
    .updateTable('calls')
    .set(callHashes(cipher, service, call))
    .where('round_id', '=', id)
    .execute()
}
