/** How much more likely a time to stop is if somebody leads the beat to make up for a remote link. */
import { ODD_GAP_MS } from './disagreement.ts'
import { jumpBans } from './jump-ratio.ts'
import { REMOTE, student4 } from './loop-ratio.ts'

/**
 * People at their own computers: middle and spread of simple reactions, of the time to stop, and how the second goes with
 * the first, ms. A browser's own delay is in both.
 *
 * Source: Eisenberg et al., Nat. Commun. 10 (2019), data `Complete_02-16-2019` (CC BY 4.0, read 2026-11-25): the first 28
 * with both values of 522 online participants; others are kept for the evaluation. `test/lab/stopping.test.ts` fits again.
 */
export const PEOPLE = {
  reactionMs: 341,
  reactionSpreadMs: 67,
  stopMs: 264,
  stopPerReaction: 0.34,
  stopSpreadMs: 38,
  n: 28,
} as const

/** Their task was another: to hold back a choice, not a tap along with a beat. Our judgement of what that may move, ms. */
const OTHER_TASK_MS = 20

/**
 * Of slow people, those who are slow in everything, to stop as well: by age, illness, medicine, a slow keyboard that they
 * are used to. They look like somebody far away, so this bounds what the exercise can say to 1 / 0.25. Our judgement.
 */
const SLOW_IN_ALL = 0.25

/** What was measured of one person, ms. */
interface Stopping {
  /** Median of reactions. */
  reactionMs: number
  /** Time to stop as the page sees it: lateness of taps and SSD50 together, so that waiting for vanishings cancels. */
  stopMs: number
  errorMs: number
}

/** Time to stop that goes with a reaction, ms. */
export function usualStop(reactionMs: number): number {
  return PEOPLE.stopMs + PEOPLE.stopPerReaction * (reactionMs - PEOPLE.reactionMs)
}

/**
 * log10 of the likelihood ratio of "leads the beat to make up for a remote link" to "sits there and reacts late".
 *
 * A link delays reactions and the time to stop alike; somebody slow to react stops as others do, or nearly. Given the
 * reactions, so that they are not counted twice. Out: bans, at most some 0.6; `leadBans` holds them lower.
 * Source: `A = a+L+D−c`, `R = r+L+D`, `SSD50 = SSRT+c−a`, hence `A+SSD50 = SSRT+L+D`: own design (computed 2026-11-25).
 */
function stopBans({ reactionMs, stopMs, errorMs }: Stopping): number {
  const spreadMs = Math.hypot(PEOPLE.stopSpreadMs, OTHER_TASK_MS, errorMs)
  // Heavy tails would make somebody who stops sooner than anybody look less local again.
  const measuredMs = Math.max(stopMs, usualStop(reactionMs) - spreadMs)
  const share = (expectedMs: number) => student4((measuredMs - expectedMs) / spreadMs)
  let far = 0
  let weights = 0
  for (let delay = REMOTE.from; delay <= REMOTE.to; delay += REMOTE.step) {
    const own = reactionMs - delay
    const weight = student4((own - PEOPLE.reactionMs) / PEOPLE.reactionSpreadMs)
    far += weight * share(usualStop(own) + delay)
    weights += weight
  }
  const slowInAll = PEOPLE.stopMs + Math.max(0, reactionMs - PEOPLE.reactionMs)
  const local = (1 - SLOW_IN_ALL) * share(usualStop(reactionMs)) + SLOW_IN_ALL * share(slowInAll)
  return Math.log10(far / weights / local)
}

/** What reactions that come oddly late weigh by themselves: their causes are many. Our judgement, bans. */
export const LATE_REACTIONS_BANS = 0.4

/**
 * The most that all of this weighs, bans: below what makes a `review` by itself. Somebody slow in everything, by age or
 * illness, cannot be told from an operator by any of it, and an operator can skip the part besides. Our judgement.
 */
const MOST_BANS = 0.45

/** All that speaks of a lead on purpose. */
interface Lead extends Stopping {
  /** How much later reactions come than taps. */
  gapMs: number
  /** Share of a jump made good by the next tap, and its error; null where there were no jumps. */
  jumps: { lag1: number; error1: number } | null
}

/** Late reactions, the time to stop and answers to jumps together. Out: bans. */
function leadBans({ gapMs, jumps, ...stopping }: Lead): number {
  const late = gapMs > ODD_GAP_MS ? LATE_REACTIONS_BANS : 0
  const stopped = stopBans(stopping)
  const jumped = jumps === null ? 0 : jumpBans(jumps.lag1, jumps.error1)
  // Jumps speak against somebody no more than stopping does: whoever stops in time is never worse off for having done them.
  return Math.min(MOST_BANS, late + stopped + Math.min(jumped, Math.max(0, stopped)))
}

/** The same from the facts of a finding. */
export function leadBansOf(facts: Readonly<Record<string, number | string>>): number {
  const of = (name: string) => Number(facts[name])
  const { lag1, error1 } = { lag1: of('lag1'), error1: of('error1') }
  return leadBans({
    ...{ gapMs: of('gapMs'), reactionMs: of('reactionMs') },
    ...{ stopMs: of('stopMs'), errorMs: of('errorMs') },
    jumps: Number.isFinite(lag1) && Number.isFinite(error1) ? { lag1, error1 } : null,
  })
}
