/** What admins set and platforms entrust to us: rules, installations with their tokens. All of it encrypted. */
import type { Tx } from '../usecases/records.ts'
import { createCells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Trx } from './schema.ts'

/** Settings in one transaction. */
export function createSettings(trx: Trx, cipher: Cipher): Tx['settings'] {
  const cells = createCells(cipher, 'settings')
  return {
    async get(key) {
      const row = await trx
        .selectFrom('settings')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirst()
      return row && cells.open('value', key, row.value, '')
    },

    async set(key, value) {
      const sealed = cells.seal('value', key, value)
      await trx
        .insertInto('settings')
        .values({ key, value: sealed })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: sealed }))
        .execute()
    },

    async remove(key) {
      await trx.deleteFrom('settings').where('key', '=', key).execute()
    },
  }
}
