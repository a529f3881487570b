/** Clocks that a privacy setting made coarse: times between events then say nothing of the events. */
import { shareOf } from './spread.ts'

/**
 * Grid of such clocks, ms: the 100 ms of Firefox set to resist fingerprinting, and so of Tor Browser, are whole multiples.
 * Source: MDN, Event.timeStamp, "Reduced time precision" (read 2026-11-25).
 */
const GRID_MS = 20

/** How far off the grid counts as on it, ms. */
const TOLERANCE_MS = 0.5

/** Of times that are not on the grid, one in twenty is so by chance. */
const MOST_BY_CHANCE = 0.9

/** Whether times, ms, come from a coarse clock. */
export function isCoarse(timesMs: readonly number[]): boolean {
  return shareOf(timesMs, (ms) => isMultiple(ms, GRID_MS, TOLERANCE_MS)) > MOST_BY_CHANCE
}

/** Whether a time is a whole multiple of another, give or take. */
export function isMultiple(ms: number, unitMs: number, toleranceMs: number): boolean {
  const rest = ((ms % unitMs) + unitMs) % unitMs
  return Math.min(rest, unitMs - rest) <= toleranceMs
}
