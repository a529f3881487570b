/** Where each living message is. */
import type { Tx } from '../usecases/records.ts'
import type { Trx } from './schema.ts'

/** References in one transaction. */
export function createRefs(trx: Trx): Tx['refs'] {
  return {
    async get(key) {
      const row = await trx
        .selectFrom('refs')
        .select('ref')
        .where('key', '=', key)
        .executeTakeFirst()
      return row?.ref
    },

    async set(key, caseId, ref) {
      await trx
        .insertInto('refs')
        .values({ key, case_id: caseId, ref })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ case_id: caseId, ref }))
        .execute()
    },
  }
}
