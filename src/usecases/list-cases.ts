/** Lists of cases for the person who asks. */
import type { CaseState } from '../core/case.ts'
import type { Ports } from './ports.ts'
import type { RoundView } from '../core/round-card.ts'
import { viewRound } from './view-round.ts'

/** Cases shown in one list. */
const SHOWN = 20

/** The latest rounds of recent cases, newest first. */
export async function listCases(
  ports: Ports,
  states: readonly CaseState[],
): Promise<{ views: RoundView[] }> {
  return ports.store.transaction(async (tx) => {
    const views: RoundView[] = []
    for (const kase of await tx.cases.list({ states, limit: SHOWN })) {
      const round = (await tx.rounds.ofCase(kase.id)).at(-1)
      if (round) views.push(await viewRound(tx, round.id))
    }
    return { views }
  })
}
