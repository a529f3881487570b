/** How much more likely an answer to small jumps of the beat is if somebody leads it by the delay of a link. */
import { REMOTE, student4 } from './loop-ratio.ts'

/**
 * Share of a jump that people make good by the next tap: trained ones 0.56 to 0.88, less at quick beats; so a spread that
 * takes in others. Source: own re-analysis of 4,895 trials (computed 2026-11-20), Repp 2012 as quoted (read 2026-11-20);
 * middle and spread: our judgement.
 */
const PEOPLE = { lag1: 0.6, spread: 0.25 } as const

/** So few jumps are never known better than that. Source: own simulation of six jumps (computed 2026-11-25). */
const LEAST_ERROR = 0.2

/**
 * A lead up to this leaves the next tap as it is, one from there on takes it all, ms: at a beat of 450 ms corrections
 * begin 100 to 250 ms into it. Source: Hove et al. 2014, as quoted (read 2026-11-20).
 */
const LEAD = { someMs: 150, allMs: 250 } as const

/** What a model without a measured operator may say at most, bans. Our judgement. */
const MOST_BANS = 0.2

/**
 * log10 of the likelihood ratio, held to ±0.2. In: share made good by the next tap, and its error.
 *
 * Somebody who leads by much has tapped before they see the jump, and makes it good one tap later.
 */
export function jumpBans(lag1: number, error1: number): number {
  const spread = Math.hypot(PEOPLE.spread, Math.max(LEAST_ERROR, error1))
  let far = 0
  let count = 0
  for (let lead = REMOTE.from; lead <= REMOTE.to; lead += REMOTE.step) {
    const lost = Math.min(1, Math.max(0, (lead - LEAD.someMs) / (LEAD.allMs - LEAD.someMs)))
    far += student4((lag1 - PEOPLE.lag1 * (1 - lost)) / spread)
    count += 1
  }
  const bans = Math.log10(far / count / student4((lag1 - PEOPLE.lag1) / spread))
  return Math.min(MOST_BANS, Math.max(-MOST_BANS, bans))
}
