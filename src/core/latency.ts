/** What a round-trip time proves about distance, and how samples of one are summed up. */

/**
 * Farthest a host can be, per ms of round trip: light in fibre covers 200,000 km/s (2/3 c) one way,
 * so 100 km out and back in 1 ms.
 * Source: zackw/active-geolocator lib/ageo/calibration.py (read 2026-11-22); Weinberg et al., IMC 2018.
 */
export const MAX_KM_PER_MS = 100

/**
 * Shortest round trip that physics allows over a distance.
 *
 * In: km ≥ 0. Out: ms ≥ 0. A longer one proves nothing; a shorter one refutes the distance.
 */
export function leastRoundTripMs(km: number): number {
  return km / MAX_KM_PER_MS
}

/** Sum of one burst or minute of echoes from one vantage; all times in ms. */
export interface EchoSummary {
  minMs: number
  medianMs: number
  p90Ms: number
  /** Median absolute difference between neighbours in time. */
  jitterMs: number
  count: number
}

/**
 * Sums up echo samples in the order they were taken.
 *
 * In: ms > 0, any number. Out: undefined for none. Quantiles by nearest rank, so every figure is one that was measured.
 */
export function summariseEchoes(samplesMs: readonly number[]): EchoSummary | undefined {
  if (samplesMs.length === 0) return undefined
  const sorted = [...samplesMs].sort((a, b) => a - b)
  const steps = samplesMs.slice(1).map((ms, i) => Math.abs(ms - (samplesMs[i] ?? ms)))
  return {
    minMs: quantile(sorted, 0),
    medianMs: quantile(sorted, 0.5),
    p90Ms: quantile(sorted, 0.9),
    jitterMs:
      steps.length === 0
        ? 0
        : quantile(
            steps.sort((a, b) => a - b),
            0.5,
          ),
    count: samplesMs.length,
  }
}

/** Nearest-rank quantile of an ascending, non-empty list. */
function quantile(ascending: readonly number[], q: number): number {
  const rank = Math.max(0, Math.ceil(q * ascending.length) - 1)
  return ascending[rank] ?? Number.NaN
}
