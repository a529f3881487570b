/** How movements of a mouse follow one another. Positions are compared and forgotten; none is ever told. */
import { isCoarse } from '../../coarse-clock.ts'
import { quantile, shareOf } from '../../spread.ts'
import type { Reading, SignalValue } from '../../../core/signals.ts'

/** One movement: when, by the event, and where, in pixels of the page. */
export interface Movement {
  atMs: number
  x: number
  y: number
}

/** Movements that come so soon after another are joined with it, ms: a batch that was sent together. */
const JOIN_MS = 5
/** A longer gap is a pause of the hand, ms. */
const STROKE_MS = 400
/** Gaps of batches that an RDP client sends every 100 ms: 90 to 135 ms. Source: check `pointer-bursts`. */
const BURST_MS = { least: 90, most: 135 }
/** Longest movement at once that is no jump, px. */
const JUMP_PX = 100
/** Gaps that say something, and the latest that are looked at. */
const ENOUGH = 60
const KEPT = 600

/** From one movement to the next of the same stroke. */
interface Step {
  atMs: number
  gapMs: number
  isJump: boolean
  isWhole: boolean
}

/** Movements so far. */
export interface Movements {
  add(movement: Movement): void
  /**
   * What they say; undefined while there are too few. In: whether a pixel of the page is a fraction of pixels of the screen.
   * Fails: `blocked` where the clock of the browser is too coarse.
   */
  reading(isFractional: boolean): Reading<SignalValue<'pointer'>> | undefined
}

/** None yet. */
export function createMovements(): Movements {
  let start: Movement | undefined
  const steps: Step[] = []
  return {
    add(movement) {
      const gapMs = start === undefined ? Number.NaN : movement.atMs - start.atMs
      // By the first of a batch, so that a mouse of 1,000 movements a second has gaps as well.
      if (gapMs >= 0 && gapMs < JOIN_MS) return
      if (start !== undefined && gapMs >= JOIN_MS && gapMs < STROKE_MS) {
        const isJump = Math.hypot(movement.x - start.x, movement.y - start.y) > JUMP_PX
        const isWhole = Number.isInteger(movement.x) && Number.isInteger(movement.y)
        steps.push({ atMs: movement.atMs, gapMs, isJump, isWhole })
        if (steps.length > KEPT) steps.shift()
      }
      start = movement
    },
    reading(isFractional) {
      if (steps.length < ENOUGH) return undefined
      if (isCoarse(steps.map(({ atMs }) => atMs))) return { why: 'blocked' }
      const gaps = steps.map(({ gapMs }) => gapMs)
      return {
        value: {
          gaps: gaps.length,
          gapP10Ms: quantile(gaps, 0.1),
          gapMedianMs: quantile(gaps, 0.5),
          burstShare: shareOf(gaps, (ms) => ms >= BURST_MS.least && ms <= BURST_MS.most),
          jumpShare: shareOf(steps, ({ isJump }) => isJump),
          wholeShare: isFractional ? shareOf(steps, ({ isWhole }) => isWhole) : null,
        },
      }
    },
  }
}
