/** Rows of the policy that rest on judgement alone. */
import type { Weight } from '../policy.ts'

/** A weight without a measured rate behind it. */
export function judged(bans: number, source: string): Weight {
  return { basis: 'judgement', bans, source }
}

/** What can be bought or set never speaks for a candidate. */
export function nothing(source: string): Weight {
  return { basis: 'judgement', bans: 0, source }
}
