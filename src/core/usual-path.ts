/** How long an answer usually takes over a distance, and how much later one was: physics below, habit above. */
import { paths } from './fitted/paths.ts'
import type { Point } from './geo.ts'
import { distanceKm } from './geo.ts'

/** Kinds of access line that data tell apart; `any` where the kind is not known. */
export const accessKinds = ['fixed', 'mobile', 'satellite', 'any'] as const

/** Kind of access line. */
export type AccessKind = (typeof accessKinds)[number]

/** Parts of the world between which networks differ: dense, dense, and all others. */
export const regions = ['north-america', 'europe', 'elsewhere'] as const

/** Part of the world. */
export type Region = (typeof regions)[number]

/** Whether the nearest vantage is near the stated place: long paths scatter more. */
export type Reach = 'near' | 'far'

/** Farther away than this a vantage is far, km: beyond it most paths cross an ocean. */
const NEAR_KM = 3000

/** A line through points, rising in x; flat beyond its ends. */
export type Curve = readonly (readonly [x: number, y: number])[]

/** What data say of one kind of line, seen from a number of vantages. */
export interface ExcessCurve {
  /** 99 of 100 honest lines answer at most this much later than expected, ms. */
  usualMs: number
  /** Excess in ms → weight in bans. */
  bans: Curve
  /** Honest people and places behind it, and how many of them lay where the curve is highest. */
  honest: { alarms: number; n: number }
}

/** Everything that `npm run fit` learns of paths. Coefficients only. */
export interface PathTable {
  /** YYYY-MM-DD. */
  fittedOn: string
  /** Data, their n and how they were split. */
  source: string
  /** Distance in km → usual round trip in ms. */
  expectedMs: Curve
  /** What the regions of claim and vantage add to that, ms. */
  regionMs: Readonly<Record<Region, Readonly<Record<Region, number>>>>
  /** For 1, 2, 3 and 4 or more vantages, by whether one of them is near the stated place. */
  excess: Readonly<Record<AccessKind, readonly Readonly<Record<Reach, ExcessCurve>>[]>>
}

/** The value of a curve at x. In: at least one point. */
export function valueAt(curve: Curve, x: number): number {
  const after = curve.findIndex(([at]) => at >= x)
  const [x1, y1] = curve[after === -1 ? curve.length - 1 : after] ?? [0, 0]
  const [x0, y0] = curve[after - 1] ?? [x1, y1]
  if (after <= 0 || x1 === x) return y1
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
}

/**
 * The part of the world a point lies in, by boxes of latitude and longitude.
 *
 * Coarse on purpose: it stands for how densely cables lie, and errs by allowing more time.
 */
export function regionOf({ lat, lon }: Point): Region {
  if (lat > 23 && lon > -170 && lon < -30) return 'north-america'
  if (lat > 36 && lon >= -30 && lon < 40) return 'europe'
  return 'elsewhere'
}

/** Usual round trip between two points, ms: half of honest home lines are faster. */
export function expectedRoundTripMs(from: Point, to: Point, table: PathTable = paths): number {
  const km = distanceKm(from, to)
  return valueAt(table.expectedMs, km) + table.regionMs[regionOf(from)][regionOf(to)]
}

/** Whether a vantage is near enough to a place to tell it well. */
export function reachOf(nearestKm: number): Reach {
  return nearestKm <= NEAR_KM ? 'near' : 'far'
}

/** What data say of a kind of line seen from that many vantages. In: vantages ≥ 1, km to the nearest of them. */
export function excessCurve(
  kind: AccessKind,
  vantages: number,
  nearestKm: number,
  table: PathTable = paths,
): ExcessCurve {
  const curves = table.excess[kind]
  const own = curves[Math.min(vantages, curves.length) - 1]
  if (own === undefined) throw new Error(`expected 1 or more vantages, got ${String(vantages)}`)
  return own[reachOf(nearestKm)]
}
