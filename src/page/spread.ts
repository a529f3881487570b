/** Where values lie: what a reading says in place of the values themselves. */

/** Value below which a share of them lies. In: at least one value, a share from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Share of values for which something is true; 0 of none. */
export function shareOf<T>(values: readonly T[], isSo: (value: T) => boolean): number {
  return values.length === 0 ? 0 : values.filter(isSo).length / values.length
}
