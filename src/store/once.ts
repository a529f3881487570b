/** Results of work that must happen once. They may hold a link, so they are encrypted. */
import { createCells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Tx } from '../usecases/records.ts'
import type { Trx } from './schema.ts'

/** Results in one transaction. A key that is taken fails `set`, and so undoes work done a second time. */
export function createOnce(trx: Trx, cipher: Cipher): Tx['once'] {
  const cells = createCells(cipher, 'once')
  return {
    async get(key) {
      const row = await trx
        .selectFrom('once')
        .select('result')
        .where('key', '=', key)
        .executeTakeFirst()
      return row && cells.open('result', key, row.result, '')
    },

    async set(key, result, at) {
      await trx
        .insertInto('once')
        .values({ key, result: cells.seal('result', key, result), at })
        .execute()
    },

    async purge(before) {
      await trx.deleteFrom('once').where('at', '<', before).execute()
    },
  }
}
