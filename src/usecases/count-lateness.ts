/** Counting how late people tap whom somebody found to be where they said: what is usual at this deployment. */
import type { Decision } from '../core/case.ts'
import { countedLateness } from '../core/usual-lateness.ts'
import { isUnscored } from './control-round.ts'
import type { CaseRecord, RoundRecord, Tx } from './records.ts'

/** Counts a round that looks fine, and takes it out when the decision on it changes. Each case counts once. */
export async function countLateness(
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
  decision: Decision,
): Promise<void> {
  if (kase.simulated) return
  if (decision !== 'fine') {
    await tx.usualLateness.uncount(kase.id, round.id)
    return
  }
  if (isUnscored(round.declared)) return
  const taken = (await tx.signals.ofRound(round.id))
    .filter((signal) => signal.name === 'controlCheck')
    .flatMap((signal) => ('value' in signal ? [signal.value] : []))
    .at(-1)
  if (taken === undefined) return
  await tx.usualLateness.count(kase.id, round.id, countedLateness(taken))
}
