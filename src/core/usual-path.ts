/** How long an answer usually takes over a distance, and how much later one was: physics below, habit above. */
import { paths } from './fitted/paths.ts'
import type { Point } from './geo.ts'
import { distanceKm } from './geo.ts'
import type { AccessKind, Curve, ExcessCurve, PathTable, Reach, Region } from './path-table.ts'

/** Farther away than this a vantage is far, km: beyond it most paths cross an ocean. */
const NEAR_KM = 3000

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
