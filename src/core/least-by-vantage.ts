/** The soonest answer that each vantage ever got: what paths are judged by. */
import type { Input } from './check.ts'
import { distanceKm, type Point } from './geo.ts'
import { leastRoundTripMs, MAX_KM_PER_MS } from './latency.ts'
import type { Vantage } from './signals.ts'

/** What one vantage of known place measured. */
export interface VantageLeast {
  vantage: Vantage
  /** Soonest answer, ms. */
  minMs: number
  /** Answers in all. */
  count: number
}

/**
 * Coordinates of a vantage may be off by this much, and its clock's resolution adds half of it, km.
 * Source: data centres are named after a city up to 50 km away (our judgement, 2026-11-25).
 */
const VANTAGE_ERROR_KM = 100

/**
 * The soonest answer at each vantage of known place, without vantages that are not where they say they are.
 *
 * Out: one row a vantage, in the order in which they first measured.
 */
export function leastByVantage(echoes: Input<'echoes'>): VantageLeast[] {
  const least = new Map<string, VantageLeast>()
  for (const { vantage, minMs, count } of echoes) {
    if (vantage === null) continue
    const known = least.get(vantage.id)
    if (known === undefined) least.set(vantage.id, { vantage, minMs, count })
    else {
      known.minMs = Math.min(known.minMs, minMs)
      known.count += count
    }
  }
  return withoutMisplaced([...least.values()])
}

/**
 * Leaves out vantages whose place the others refute: one browser cannot answer two servers sooner than light gets from
 * one to the other by way of it. Of two that contradict each other neither is believed.
 */
function withoutMisplaced(rows: readonly VantageLeast[]): VantageLeast[] {
  let left = [...rows]
  for (;;) {
    const conflicts = left.map((row) => left.filter((other) => cannotBoth(row, other)).length)
    const worst = Math.max(0, ...conflicts)
    if (worst === 0) return left
    left = left.filter((_, i) => conflicts[i] !== worst)
  }
}

/** Whether physics forbids that one place answered both. */
function cannotBoth(a: VantageLeast, b: VantageLeast): boolean {
  if (a === b) return false
  const reachKm = (a.minMs + b.minMs) * MAX_KM_PER_MS + 2 * VANTAGE_ERROR_KM
  return distanceKm(a.vantage, b.vantage) > reachKm
}

/**
 * Distance given away before physics is said to be broken, km: 100 for a person who names the city of their region, 50
 * for the vantage's own coordinates, 50 (0.5 ms) for timer resolution.
 */
const MARGIN_KM = 200

/** Soonest answer that physics allows from a place, ms, with the margin given away. */
export function dueByPhysicsMs(vantage: Point, place: Point): number {
  return leastRoundTripMs(Math.max(0, distanceKm(vantage, place) - MARGIN_KM))
}

/** Whether an answer came sooner than physics allows from a place. */
export function isImpossible({ vantage, minMs }: VantageLeast, place: Point): boolean {
  return minMs < dueByPhysicsMs(vantage, place)
}
