/** Exact intervals of rates. */

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

/** Probability of at most k events in n, summed in logarithms. */
function atMost(k: number, n: number, rate: number): number {
  if (rate <= 0) return 1
  if (rate >= 1) return k >= n ? 1 : 0
  let log = n * Math.log1p(-rate)
  let sum = Math.exp(log)
  for (let i = 1; i <= k; i++) {
    log += Math.log((n - i + 1) / i) + Math.log(rate) - Math.log1p(-rate)
    sum += Math.exp(log)
  }
  return Math.min(1, sum)
}
