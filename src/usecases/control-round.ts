/** What tapping means in a round: whether it is asked for, how far it is, and what a verdict needs to know besides. */
import type { RoundContext } from '../core/check.ts'
import type { Declared } from '../core/claim.ts'
import type { Signal } from '../core/signals.ts'
import { usualLatenessOf } from '../core/usual-lateness.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, RoundRecord, Tx } from './records.ts'

/** Exercises sent in one round; who needs more is better off with another way. */
export const CHECKS_SENT = 12

/** How far the exercise is, for the candidate. */
export type ControlProgress = 'offered' | 'done' | 'left-out' | 'void'

/** Whether the exercise is part of a round: the manager asked for it, and the operator has it on. */
export function isControlAsked({ settings }: Ports, { controlCheck }: RoundRecord): boolean {
  return settings.controlCheck && controlCheck
}

/** Whether what was declared makes any lateness expected, so that none is scored. */
export function isUnscored({ remoteDesktop, assistive }: Declared): boolean {
  return remoteDesktop || assistive
}

/** How far the exercise is, from the readings of its round. */
export function controlProgress(signals: readonly Signal[]): ControlProgress {
  const own = signals.filter(({ name }) => name === 'controlCheck')
  if (own.some((signal) => 'value' in signal)) return 'done'
  const last = own.at(-1)
  if (last === undefined || 'value' in last) return 'offered'
  if (last.why === 'skipped') return 'left-out'
  return last.why === 'out-of-range' ? 'void' : 'offered'
}

/** What a verdict needs to know of tapping besides the readings. */
export async function controlContext(
  ports: Ports,
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
): Promise<Pick<RoundContext, 'usualLateness' | 'controlTrouble'>> {
  if (!isControlAsked(ports, round)) return {}
  const ended = (await tx.controlChecks.ofRound(round.id)).filter(({ endedAt }) => endedAt !== null)
  const last = ended.sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0)).at(-1)
  return {
    controlTrouble: last?.trouble ?? undefined,
    // Simulated people are nobody, so they are held against published figures alone.
    usualLateness: kase.simulated ? undefined : usualLatenessOf(await tx.usualLateness.counts()),
  }
}
