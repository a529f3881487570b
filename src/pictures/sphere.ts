/** The smallest cap of the earth that holds some points: where a map is centred and how wide it looks. */
import type { Point } from '../core/geo.ts'

type Vector = readonly [number, number, number]

const RAD = Math.PI / 180

function toVector({ lat, lon }: Point): Vector {
  const [phi, lambda] = [lat * RAD, lon * RAD]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

function unit([x, y, z]: Vector, otherwise: Vector): Vector {
  const length = Math.hypot(x, y, z)
  return length < 1e-9 ? otherwise : [x / length, y / length, z / length]
}

/** Steps towards the farthest point; the error after n of them is about 1/n. Source: Bădoiu and Clarkson, "Smaller core-sets for balls", SODA 2003. */
const STEPS = 200

/**
 * The cap.
 *
 * In: at least one point. Out: its middle, and its radius in degrees, 0…180.
 */
export function smallestCap(points: readonly Point[]): { centre: Point; radius: number } {
  const vectors = points.map(toVector)
  const first: Vector = vectors[0] ?? [1, 0, 0]
  let centre = first
  for (let step = 1; step <= STEPS; step++) {
    const far = vectors.reduce((a, b) => (dot(b, centre) < dot(a, centre) ? b : a), first)
    const share = 1 / (step + 1)
    const [x, y, z] = centre
    centre = unit(
      [x + (far[0] - x) * share, y + (far[1] - y) * share, z + (far[2] - z) * share],
      first,
    )
  }
  const least = Math.min(1, ...vectors.map((vector) => dot(vector, centre)))
  return {
    centre: {
      lat: Math.asin(Math.max(-1, Math.min(1, centre[2]))) / RAD,
      lon: Math.atan2(centre[1], centre[0]) / RAD,
    },
    radius: Math.acos(Math.max(-1, least)) / RAD,
  }
}

/** The meridian in the middle of the points: opposite to the middle of the widest gap between them. */
export function middleMeridian(points: readonly Point[]): number {
  const lons = [...new Set(points.map(({ lon }) => ((lon % 360) + 360) % 360))].sort(
    (a, b) => a - b,
  )
  const [first = 0] = lons
  let middle = first + 180
  let widest = -1
  lons.forEach((lon, index) => {
    const next = lons[index + 1] ?? first + 360
    if (next - lon <= widest) return
    widest = next - lon
    middle = lon + widest / 2
  })
  const opposite = (middle + 180) % 360
  return opposite > 180 ? opposite - 360 : opposite
}
