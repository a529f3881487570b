/** Looks at links that no click followed. */
import type { Insertable, Selectable } from 'kysely'
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

    async ofRound(roundId) {
      const rows = await trx
        .selectFrom('previews')
        .selectAll()
        .where('round_id', '=', roundId)
        .orderBy('seq')
        .execute()
      return rows.map(fromRow)
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

function fromRow(row: Selectable<Database['previews']>): PreviewRecord {
  return {
    roundId: row.round_id,
    at: row.at,
    method: row.method,
    previewer: row.previewer === 1,
  }
}
