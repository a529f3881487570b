/** Sums of echo samples. */

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
