/** Exact intervals of rates. */
import { atMost } from '../src/core/policy.ts'

/**
 * Clopper–Pearson interval, 95 %, two-sided.
 *
 * In: 0 ≤ k ≤ n, n > 0. Out: rates 0…1.
 * Source: Clopper & Pearson, Biometrika 26 (1934).
 */
export function clopperPearson(k: number, n: number): readonly [low: number, high: number] {
  const low = k === 0 ? 0 : solve((rate) => 1 - atMost(k - 1, n, rate), 0.025)
  const high = k === n ? 1 : solve((rate) => 1 - atMost(k, n, rate), 0.975)
  return [low, high]
}

/** The rate at which a rising function reaches a value. */
function solve(rising: (rate: number) => number, value: number): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (rising(middle) < value) low = middle
    else high = middle
  }
  return (low + high) / 2
}
