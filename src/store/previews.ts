/** Looks at links that no click followed. */
import type { Insertable } from 'kysely'
import type { PreviewRecord, Tx } from '../usecases/records.ts'
import type { Database, Trx } from './schema.ts'

/** Previews in one transaction. */
export function createPreviews(trx: Trx): Tx['previews'] {
  return {
    async append(record) {
      await trx.insertInto('previews').values(toRow(record)).execute()
    },

    async count(roundId) {
      const { count } = await trx
        .selectFrom('previews')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('round_id', '=', roundId)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
  }
}

function toRow(record: PreviewRecord): Insertable<Database['previews']> {
  return {
    round_id: record.roundId,
    at: record.at,
    method: record.method,
    previewer: Number(record.previewer),
  }
}
