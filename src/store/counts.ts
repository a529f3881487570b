/** Totals, for the metrics. */
import type { Tx } from '../usecases/records.ts'
import { countWaiting } from './outbox.ts'
import { liveStates } from './rounds.ts'
import type { Database, Trx } from './schema.ts'

/** Counts in one transaction. */
export async function counts(trx: Trx): ReturnType<Tx['counts']> {
  const all = (table: keyof Database) =>
    trx.selectFrom(table).select((of) => of.fn.countAll<number>().as('count'))
  const cases = await all('cases').executeTakeFirstOrThrow()
  const liveRounds = await trx
    .selectFrom('rounds')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('state', 'in', liveStates)
    .executeTakeFirstOrThrow()
  const signals = await all('signals').executeTakeFirstOrThrow()
  return {
    cases: Number(cases.count),
    liveRounds: Number(liveRounds.count),
    outbox: await countWaiting(trx),
    signals: Number(signals.count),
  }
}
