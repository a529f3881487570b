/** How well a score tells tunnels from honest people, whatever line is drawn. */

/** Share of false alarms at which detection is stated. */
export const FALSE_ALARMS = [0.001, 0.005, 0.01, 0.02] as const

/**
 * Detection at each share of false alarms.
 *
 * In: scores, higher is more suspicious. Out: the share of `guilty` above the line that so many of `honest` lie above; ties
 * with the line count as not found, so that a score that says nothing finds nothing.
 */
export function detectionAt(honest: readonly number[], guilty: readonly number[]): number[] {
  const sorted = [...honest].sort((a, b) => b - a)
  return FALSE_ALARMS.map((share) => {
    const line = sorted[Math.floor(share * sorted.length)] ?? -Infinity
    return guilty.filter((score) => score > line).length / Math.max(1, guilty.length)
  })
}

/**
 * Cost of the log likelihood ratio: 0 is perfect, 1 says nothing, more misleads.
 *
 * In: bans of both. Source: Brümmer & du Preez, Computer Speech & Language 20 (2006).
 */
export function cllr(honest: readonly number[], guilty: readonly number[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return (
    (mean(guilty.map((bans) => Math.log2(1 + 10 ** -bans))) +
      mean(honest.map((bans) => Math.log2(1 + 10 ** bans)))) /
    2
  )
}
