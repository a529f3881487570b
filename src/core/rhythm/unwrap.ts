/**
 * From taps to how late they are.
 *
 * A tap is known only up to whole beats: at a beat of 600 ms, 310 ms late looks like 290 ms early. Two tempi make one
 * answer of it: the only delay that both agree on.
 */
import { hodgesLehmann, madSpread } from './robust.ts'

/** Taps along with one tempo. */
export interface TapBlock {
  /** From beat to beat, ms. */
  tempoMs: number
  /** Each tap minus its nearest beat, ms, in the order of the taps: −tempo/2 … tempo/2. */
  offsetsMs: readonly number[]
}

/** Delays that are looked at, ms: nobody taps 200 ms early, and beyond 700 nobody works over a remote desktop. */
const DELAYS = { from: -200, to: 700, step: 2 } as const

/** Taps farther from the delay than that say little about it, ms: a lost or doubled tap. */
const LIMIT_MS = 150

/** The remainder of a time in (−period/2, period/2]. */
export function wrap(ms: number, periodMs: number): number {
  const rest = ms - periodMs * Math.round(ms / periodMs)
  return rest <= -periodMs / 2 ? rest + periodMs : rest
}

/**
 * The delay that all blocks agree on.
 *
 * Out: ms, the one with the least sum of distances on each block's circle; undefined without taps.
 */
export function commonDelay(blocks: readonly TapBlock[]): number | undefined {
  if (blocks.every(({ offsetsMs }) => offsetsMs.length === 0)) return undefined
  let best = { delayMs: 0, cost: Infinity }
  for (let delayMs = DELAYS.from; delayMs <= DELAYS.to; delayMs += DELAYS.step) {
    const cost = blocks.reduce((sum, block) => sum + costOf(block, delayMs), 0)
    if (cost < best.cost) best = { delayMs, cost }
  }
  return best.delayMs
}

function costOf({ tempoMs, offsetsMs }: TapBlock, delayMs: number): number {
  return offsetsMs.reduce(
    (sum, offset) => sum + Math.min(LIMIT_MS, Math.abs(wrap(offset - delayMs, tempoMs))),
    0,
  )
}

/** What one block says once unwrapped. */
export interface TempoEstimate {
  tempoMs: number
  /** Hodges–Lehmann of the unwrapped taps, ms; positive is late. */
  asynchronyMs: number
  /** Their spread, ms. */
  spreadMs: number
  /** Taps that it rests on. */
  taps: number
}

/** Taps farther from the middle than that are left out, lost beats and slips: in spreads, and never nearer than, ms. */
const OUTLIER = { spreads: 3, leastMs: 75 } as const

/** Unwraps a block around a delay and sums it up. In: at least one tap. */
export function estimateTempo(block: TapBlock, delayMs: number): TempoEstimate {
  const all = block.offsetsMs.map((offset) => delayMs + wrap(offset - delayMs, block.tempoMs))
  const spread = madSpread(all)
  const middle = hodgesLehmann(all)
  const kept = all.filter(
    (value) => Math.abs(value - middle) <= Math.max(OUTLIER.leastMs, OUTLIER.spreads * spread),
  )
  return {
    tempoMs: block.tempoMs,
    asynchronyMs: hodgesLehmann(kept),
    spreadMs: madSpread(kept),
    taps: kept.length,
  }
}
