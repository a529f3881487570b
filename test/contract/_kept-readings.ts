/** What a product's database keeps of a case. */
import type { Signal } from '../../src/core/signals.ts'
import type { openSqlite } from '../../src/store/sqlite.ts'

/** Readings of one signal in the case's first round. */
export function keptReadings(
  store: Awaited<ReturnType<typeof openSqlite>>,
  caseId: string,
  name: Signal['name'],
): Promise<Signal[]> {
  return store.transaction(async (tx) => {
    const [round] = await tx.rounds.ofCase(caseId)
    const all = round === undefined ? [] : await tx.signals.ofRound(round.id)
    return all.filter((signal) => signal.name === name)
  })
}
