/** How keys go down and up: when, and whether an event names a key at all. Which key it is comes nowhere near. */
import { isCoarse, isMultiple } from '../../coarse-clock.ts'
import { quantile, shareOf } from '../../spread.ts'
import type { Reading, SignalValue } from '../../../core/signals.ts'

/** A key went down or up: when, by the event, and whether the event leaves its key unnamed. */
export interface KeyTurn {
  atMs: number
  isDown: boolean
  isCodeless: boolean
}

/** Shorter is held by no finger, ms. Source: check `key-shape`. */
const SHORT_MS = 10
/** Ticks of systems and links that send times in steps, ms: 64 and 30 a second. */
const TICKS_MS = [15.625, 33.333]
const TICK_TOLERANCE_MS = 0.5
/** A longer gap between two presses is a pause, ms; what went down before it is forgotten. */
const PAUSE_MS = 2_000
/** Presses that say something, times held that do, and the latest of both that are looked at. */
const ENOUGH = 20
const ENOUGH_HELD = 10
const KEPT = 300

/** Presses so far. */
export interface Presses {
  add(turn: KeyTurn): void
  /** What is down is not known any more: the page lost the keyboard. */
  forget(): void
  /** What they say; undefined while there are too few. Fails: `blocked` where the clock of the browser is too coarse. */
  reading(): Reading<SignalValue<'keys'>> | undefined
}

/** None yet. */
export function createPresses(): Presses {
  const downs: KeyTurn[] = []
  const heldMs: number[] = []
  const gapsMs: number[] = []
  /** Keys that are down. Without names, an up belongs to a down for certain only where no other is down meanwhile. */
  let down = 0
  let isAlone = false
  return {
    add({ atMs, isDown, isCodeless }) {
      const last = downs.at(-1)
      const sinceMs = last === undefined ? Infinity : atMs - last.atMs
      if (sinceMs > PAUSE_MS || sinceMs < 0) down = 0
      if (isDown) {
        if (sinceMs >= 0 && sinceMs <= PAUSE_MS) keep(gapsMs, sinceMs)
        keep(downs, { atMs, isDown, isCodeless })
        isAlone = down === 0
        down += 1
      } else if (down > 0) {
        if (isAlone) keep(heldMs, sinceMs)
        down -= 1
      }
    },
    forget() {
      down = 0
    },
    reading() {
      if (downs.length < ENOUGH) return undefined
      if (isCoarse(downs.map(({ atMs }) => atMs))) return { why: 'blocked' }
      const isHeldKnown = heldMs.length >= ENOUGH_HELD
      return {
        value: {
          presses: downs.length,
          dwellMedianMs: isHeldKnown ? quantile(heldMs, 0.5) : null,
          shortShare: isHeldKnown ? shareOf(heldMs, (ms) => ms < SHORT_MS) : 0,
          codelessShare: shareOf(downs, (turn) => turn.isCodeless),
          gridShare: shareOf(gapsMs, (ms) =>
            TICKS_MS.some((tickMs) => isMultiple(ms, tickMs, TICK_TOLERANCE_MS)),
          ),
        },
      }
    },
  }
}

/** Keeps the latest. */
function keep<T>(list: T[], value: T): void {
  list.push(value)
  if (list.length > KEPT) list.shift()
}
