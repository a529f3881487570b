/** Taps on the beat by somebody whose reactions come late: when that is odd, and when a further exercise is asked for. */
import type { SignalValue } from '../signals.ts'
import { expectedLateness } from '../usual-lateness.ts'

/** A person reacts some 290 ms later than they tap along: 250 to see and press, 40 of lead. Beyond twice the spread it is odd, ms. */
export const USUAL_GAP_MS = 290

/** Without a further exercise only this is odd, ms. */
export const ODD_GAP_MS = USUAL_GAP_MS + 210

/**
 * From here on the further exercise is asked for, ms: sooner, because it can tell slow people from far ones, and a link
 * of 150 ms that is made up for is in between.
 */
export const ASKED_GAP_MS = USUAL_GAP_MS + 110

/** Taps this far from what is expected are on the beat, in spreads. */
const ON_BEAT_SPREADS = 1

/** How much later than their taps somebody reacts, ms; null where reactions are missing. */
export function gapOf({
  reaction,
  asynchronyMs,
}: Pick<SignalValue<'controlCheck'>, 'reaction' | 'asynchronyMs'>): number | null {
  return reaction === null ? null : Math.round(reaction.p20Ms - asynchronyMs)
}

/** Whether taps are on the beat, or before it. In: what is expected of local people. */
export function isOnBeat(
  asynchronyMs: number,
  { centreMs, spreadMs }: { centreMs: number; spreadMs: number },
): boolean {
  return asynchronyMs <= centreMs + ON_BEAT_SPREADS * spreadMs
}

/** Whether the further exercise can tell something: by published figures alone, so that a page and its server agree. */
export function isExtraUseful(check: SignalValue<'controlCheck'>): boolean {
  const gapMs = gapOf(check)
  return (
    gapMs !== null &&
    gapMs > ASKED_GAP_MS &&
    isOnBeat(check.asynchronyMs, expectedLateness(check, undefined))
  )
}
