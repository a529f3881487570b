/** Fits what an excess weighs: how much more often it is seen behind a tunnel than at an honest home. */
import type { AccessKind, Curve, ExcessCurve } from '../../src/core/path-table.ts'

/** A reading and how much it counts. */
export interface Weighted {
  value: number
  weight: number
  /** Whose it is: readings of one person or place are one unit. */
  unit: string
}

/** Step of the grid, ms, and its ends. */
const STEP_MS = 5
const GRID = { from: -80, to: 400 } as const

/** Half-width of the kernel, ms: a run of the same line scatters by that much. */
const KERNEL_MS = 15

/**
 * Share of readings that may lie anywhere on the grid, whatever the data say: nobody measured this operator's people.
 * Heavy tails keep one strange path from weighing without end.
 */
const ANYWHERE = 0.02

/**
 * Share of people elsewhere who are so near that no path tells: their answers come like honest ones. Our judgement; it
 * keeps a soon answer from speaking for anyone with more than about 0.5 bans.
 */
const NEARBY_SHARE = 0.3

/** Beyond this share of honest lines a finding is shown; beyond the next it may lead to a review. */
const SHOWN_SHARE = 0.01
const REVIEW_SHARE = 0.004

/**
 * A busy line alone makes an answer this much later: no number of vantages lets less lead to a review, ms.
 * Source: least over vantages of RTT − km / 76.5 at the 95th percentile: homes on Wi-Fi 43 (wired: 99th), mobile 74,
 * satellite 44 ms (RIPE Atlas 2023, computed 2026-11-22).
 */
const LEAST_REVIEW_MS = { fixed: 45, mobile: 75, satellite: 45, any: 75 } as const

/** Share of that from which a finding is shown. */
const SHOWN_OF_REVIEW = 0.8

/** Where the tail begins. */
const TAIL_SHARE = 0.05

/** Just below what the policy calls a review: 0.5 bans. */
const BELOW_REVIEW = 0.45
const REVIEW = 0.5
const LEAST_SHOWN = 0.3

/** Readings that speak for a candidate: the sooner half and a quarter. */
const SPEAKS_FOR_SHARE = 0.75

const MOST = 1.5
const LEAST = -1

/** Fits one curve. In: honest and tunnelled excess; the smaller a sample of units, the less the policy lets it weigh. */
export function fitCurve(
  kind: AccessKind,
  honest: readonly Weighted[],
  tunnelled: readonly Weighted[],
): ExcessCurve {
  const usualMs = Math.ceil(
    Math.max(SHOWN_OF_REVIEW * LEAST_REVIEW_MS[kind], tailQuantile(honest, SHOWN_SHARE)),
  )
  const reviewMs = Math.ceil(Math.max(LEAST_REVIEW_MS[kind], tailQuantile(honest, REVIEW_SHARE)))
  const forMs = upperQuantile(honest, 1 - SPEAKS_FOR_SHARE)
  const ratios = rising(
    grid().map((x) => {
      const near = density(honest, x)
      return Math.log10((NEARBY_SHARE * near + (1 - NEARBY_SHARE) * density(tunnelled, x)) / near)
    }),
  )
  const ratioAt = (x: number) =>
    ratios[Math.max(0, Math.min(ratios.length - 1, Math.round((x - GRID.from) / STEP_MS)))] ?? 0
  const points = grid().map((x): [number, number] => [x, clip(bansAt(x))])

  function bansAt(x: number): number {
    if (x <= usualMs) return x <= forMs ? Math.min(0, ratioAt(x)) : 0
    if (x < reviewMs) {
      const share = (x - usualMs) / (reviewMs - usualMs)
      return Math.min(LEAST_SHOWN + share * (BELOW_REVIEW - LEAST_SHOWN), Math.max(0, ratioAt(x)))
    }
    return Math.max(REVIEW, ratioAt(x))
  }

  const knots = simplify([
    ...points.filter(([x]) => x < usualMs),
    [usualMs, 0],
    [usualMs + 0.1, clip(bansAt(usualMs + 0.1))],
    [reviewMs - 0.1, clip(bansAt(reviewMs - 0.1))],
    [reviewMs, REVIEW],
    ...points.filter(([x]) => x > reviewMs + STEP_MS),
  ])
  const top = knots.find(([, bans]) => bans >= (knots.at(-1)?.[1] ?? MOST) - 1e-9)?.[0] ?? Infinity
  return { usualMs, bans: knots, honest: countUnits(honest, top) }
}

/** People and places, and how many of them lay at or beyond a value; one that did so in part counts in part, rounded up. */
function countUnits(sample: readonly Weighted[], from: number): ExcessCurve['honest'] {
  const units = new Map<string, { all: number; beyond: number }>()
  for (const { unit, value } of sample) {
    const seen = units.get(unit) ?? { all: 0, beyond: 0 }
    units.set(unit, { all: seen.all + 1, beyond: seen.beyond + (value >= from ? 1 : 0) })
  }
  const alarms = [...units.values()].reduce((sum, { all, beyond }) => sum + beyond / all, 0)
  return { alarms: Math.ceil(alarms - 1e-9), n: units.size }
}

function grid(): number[] {
  return Array.from(
    { length: (GRID.to - GRID.from) / STEP_MS + 1 },
    (_, i) => GRID.from + i * STEP_MS,
  )
}

/** The value beyond which a share of the weight lies. */
function upperQuantile(sample: readonly Weighted[], share: number): number {
  const sorted = [...sample].sort((a, b) => b.value - a.value)
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  let sum = 0
  for (const { value, weight } of sorted) {
    sum += weight
    if (sum > share * total) return value
  }
  return sorted.at(-1)?.value ?? 0
}

/**
 * The value beyond which a small share lies, by an exponential tail from the 95th percentile on: one line in a hundred
 * places would else set it alone.
 */
function tailQuantile(sample: readonly Weighted[], share: number): number {
  const from = upperQuantile(sample, TAIL_SHARE)
  const tail = sample.filter(({ value }) => value > from)
  const weight = tail.reduce((sum, reading) => sum + reading.weight, 0)
  const beyond = tail.reduce((sum, reading) => sum + reading.weight * (reading.value - from), 0)
  return from + (beyond / Math.max(weight, 1e-12)) * Math.log(TAIL_SHARE / share)
}

/** Density per ms by a triangular kernel, with the share that may lie anywhere. */
function density(sample: readonly Weighted[], x: number): number {
  let sum = 0
  let total = 0
  for (const { value, weight } of sample) {
    total += weight
    const away = Math.abs(Math.min(GRID.to, Math.max(GRID.from, value)) - x) / KERNEL_MS
    if (away < 1) sum += (weight * (1 - away)) / KERNEL_MS
  }
  return (1 - ANYWHERE) * (sum / Math.max(total, 1e-9)) + ANYWHERE / (GRID.to - GRID.from)
}

/** The nearest never-falling list: neighbours that fall are averaged (pool adjacent violators). */
function rising(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = []
  for (const value of values) {
    blocks.push({ sum: value, count: 1 })
    for (;;) {
      const last = blocks.at(-1)
      const before = blocks.at(-2)
      if (last === undefined || before === undefined) break
      if (before.sum / before.count <= last.sum / last.count) break
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count })
    }
  }
  return blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
}

function clip(bans: number): number {
  return Math.round(Math.max(LEAST, Math.min(MOST, bans)) * 100) / 100
}

/** Points that a straight line through their neighbours meets within a hundredth say nothing. */
function simplify(points: readonly (readonly [number, number])[]): Curve {
  const kept: (readonly [number, number])[] = []
  for (let i = 0; i < points.length; i++) {
    const here = points[i]
    const before = kept.at(-1)
    const after = points[i + 1]
    if (here === undefined) continue
    if (before !== undefined && after !== undefined) {
      const share = (here[0] - before[0]) / (after[0] - before[0])
      const between = before[1] + share * (after[1] - before[1])
      if (Math.abs(between - here[1]) <= 0.011) continue
    }
    kept.push(here)
  }
  return kept
}
