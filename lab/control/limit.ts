/** The most that anyone could find from how late people tap: the Neyman–Pearson limit of the same distributions. */
import { detectionAt } from '../scores.ts'

/** Width of the bins in which densities are counted, ms. */
const BIN_MS = 8

/** Counts that even an empty bin has, so that no ratio is without end. */
const FLOOR = 0.5

/**
 * Detection by the likelihood ratio itself.
 *
 * Densities are counted on every second draw and the ratio is tried on the others, so that chance in the counts gives
 * nothing away.
 */
export function neymanPearson(honest: readonly number[], guilty: readonly number[]): number[] {
  const even = (list: readonly number[]) => list.filter((_, i) => i % 2 === 0)
  const odd = (list: readonly number[]) => list.filter((_, i) => i % 2 === 1)
  const local = densityOf(even(honest))
  const remote = densityOf(even(guilty))
  const score = (ms: number) => Math.log(remote(ms) / local(ms))
  return detectionAt(odd(honest).map(score), odd(guilty).map(score))
}

function densityOf(values: readonly number[]): (ms: number) => number {
  const counts = new Map<number, number>()
  const binOf = (ms: number) => Math.round(ms / BIN_MS)
  for (const ms of values) counts.set(binOf(ms), (counts.get(binOf(ms)) ?? 0) + 1)
  const smooth = (bin: number) =>
    ((counts.get(bin - 1) ?? 0) + 2 * (counts.get(bin) ?? 0) + (counts.get(bin + 1) ?? 0)) / 4
  return (ms) => (smooth(binOf(ms)) + FLOOR) / values.length
}
