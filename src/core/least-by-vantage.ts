/** The soonest answer that each vantage ever got: what paths are judged by. */
import type { Input } from './check.ts'
import type { Vantage } from './signals.ts'

/** What one vantage of known place measured. */
export interface VantageLeast {
  vantage: Vantage
  /** Soonest answer, ms. */
  minMs: number
  /** Answers in all. */
  count: number
}

/** The soonest answer at each vantage of known place. Out: one row a vantage, in the order in which they first measured. */
export function leastByVantage(echoes: Input<'echoes'>): VantageLeast[] {
  const least = new Map<string, VantageLeast>()
  for (const { vantage, minMs, count } of echoes) {
    if (vantage === null) continue
    const known = least.get(vantage.id)
    if (known === undefined) least.set(vantage.id, { vantage, minMs, count })
    else {
      known.minMs = Math.min(known.minMs, minMs)
      known.count += count
    }
  }
  return [...least.values()]
}
