/** What tapping means in a round: whether it is asked for, how far it is, and what a verdict needs to know besides. */
import type { RoundContext } from '../core/check.ts'
import type { Declared } from '../core/claim.ts'
import { isExtraUseful } from '../core/rhythm/disagreement.ts'
import { extraPlanOf } from '../core/rhythm/extra-plan.ts'
import { planOf, type ControlPlan } from '../core/rhythm/plan.ts'
import type { Absence, Signal, SignalValue } from '../core/signals.ts'
import { usualLatenessOf } from '../core/usual-lateness.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, ControlCheckRecord, RoundRecord, Tx } from './records.ts'

/** Exercises sent in one round; who needs more is better off with another way. */
export const CHECKS_SENT = 12

/** How far the exercise is, for the candidate; `more`: taken, and one part more is asked for. */
export type ControlProgress = 'offered' | 'done' | 'left-out' | 'void' | 'more'

/** Whether the exercise is part of a round: the manager asked for it, and the operator has it on. */
export function isControlAsked({ settings }: Ports, { controlCheck }: RoundRecord): boolean {
  return settings.controlCheck && controlCheck
}

/** Whether what was declared makes any lateness expected, so that none is scored. */
export function isUnscored({ remoteDesktop, assistive }: Declared): boolean {
  return remoteDesktop || assistive
}

/** How far the exercise is, from the readings of its round. In: what was declared, which may keep it from being scored. */
export function controlProgress(signals: readonly Signal[], declared: Declared): ControlProgress {
  const taken = takenOf(signals)
  if (taken !== undefined) return isMoreAsked(taken, signals, declared) ? 'more' : 'done'
  const last = signals.filter(({ name }) => name === 'controlCheck').at(-1)
  if (last === undefined || 'value' in last) return 'offered'
  if (last.why === 'skipped') return 'left-out'
  return last.why === 'out-of-range' ? 'void' : 'offered'
}

/** What the whole exercise said; undefined where none was taken. */
export function takenOf(signals: readonly Signal[]): SignalValue<'controlCheck'> | undefined {
  return signals
    .filter((signal) => signal.name === 'controlCheck')
    .flatMap((signal) => ('value' in signal ? [signal.value] : []))
    .at(-1)
}

/** Whether one part more would tell something, and was neither done nor left out. One that came to nothing can be repeated. */
function isMoreAsked(
  taken: SignalValue<'controlCheck'>,
  signals: readonly Signal[],
  declared: Declared,
): boolean {
  const ended = signals.some(
    (signal) =>
      signal.name === 'controlExtra' && !('why' in signal && signal.why === 'out-of-range'),
  )
  return !ended && !isUnscored(declared) && isExtraUseful(taken)
}

/** Under which name the sums of each part are kept. */
export const SIGNAL_OF = { whole: 'controlCheck', extra: 'controlExtra' } as const

/** That there are no sums of a part, and why. */
export function absentPart(
  part: ControlCheckRecord['part'],
  at: number,
  why: Extract<Absence, 'skipped' | 'refused' | 'out-of-range'>,
): Signal {
  const head = { at, source: 'server', why } as const
  return part === 'extra' ? { name: SIGNAL_OF.extra, ...head } : { name: SIGNAL_OF.whole, ...head }
}

/** What was sent. */
export function planOfCheck({ part, seed, variant, tempi }: ControlCheckRecord): ControlPlan {
  return part === 'extra' ? extraPlanOf(seed, variant) : planOf(seed, variant, tempi)
}

/** What a verdict needs to know of tapping besides the readings. */
export async function controlContext(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
): Promise<Pick<RoundContext, 'usualLateness' | 'controlTrouble'>> {
  if (!isControlAsked(ports, round)) return {}
  const ended = (await tx.controlChecks.ofRound(round.id)).filter(
    ({ part, endedAt }) => part === 'whole' && endedAt !== null,
  )
  const last = ended.sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0)).at(-1)
  return {
    controlTrouble: last?.trouble ?? undefined,
    // Simulated people are nobody, so they are held against published figures alone.
    usualLateness: kase.simulated ? undefined : usualLatenessOf(await tx.usualLateness.counts()),
  }
}
