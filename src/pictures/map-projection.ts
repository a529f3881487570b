/** Which part of the earth a map shows, and how it is laid flat. */
import {
  geoAzimuthalEqualArea,
  geoCircle,
  geoEqualEarth,
  geoPath,
  type GeoProjection,
} from 'd3-geo'
import type { Feature, LineString, MultiPoint, Polygon } from 'geojson'
import { distanceKm, type Point } from '../core/geo.ts'
import { isOverHalfEarth, type MapVantage, type MapView } from '../core/map-view.ts'
import { middleMeridian, smallestCap } from './sphere.ts'

/** Degrees of arc per km on the sphere that distances are measured on. */
const DEGREES_PER_KM = 180 / Math.PI / 6371.0088

/** The short side of a map shows at least this, km: with less there is often neither coast nor border in sight. Source: our judgement, 2026-11-25. */
const LEAST_KM = 1200

/**
 * Wider than this a map is the whole world instead of a disc, degrees from its middle: a ring is a circle on a disc alone, and
 * without a ring the world that people know reads better. Source: our judgement, 2026-11-25.
 */
const WIDEST_DISC = { withRing: 110, without: 60 } as const

/** A ring that lies within another leaves nothing for that one to say; this much more is as good as within. */
const NEARLY_WITHIN = 1.1

/** A database's own error can be a country; a map need not show all of it, km. */
const MOST_ERROR_KM = 1000

/** Where something is drawn. */
export interface Frame {
  x: number
  y: number
  width: number
  height: number
}

/** A map laid flat. */
export interface Layout {
  projection: GeoProjection
  /** Whether borders should be drawn finely. */
  resolution: 'coarse' | 'fine'
  /** The rings that are drawn, tightest first. */
  rings: readonly MapVantage[]
}

/** All points at one distance from a point, as a polygon. */
export function circleAround({ lat, lon }: Point, radiusKm: number): Polygon {
  return geoCircle()
    .center([lon, lat])
    .radius(Math.max(radiusKm, 1) * DEGREES_PER_KM)
    .precision(3)()
}

/** The same as a line, which has no edge where a frame cuts it. */
export function ringAround(centre: Point, radiusKm: number): LineString {
  return { type: 'LineString', coordinates: circleAround(centre, radiusKm).coordinates[0] ?? [] }
}

/** What must be seen: claim, addresses, the tightest ring, and every ring that leaves the claim out. */
function pointsToShow(
  { claim, addresses, vantages }: MapView,
  rings: readonly MapVantage[],
): Point[] {
  const telling = rings.filter((ring, index) => index === 0 || ring.claimKm > ring.reachKm)
  const circles = [
    ...telling.map((ring) => circleAround(ring, ring.reachKm)),
    ...addresses.flatMap((spot) =>
      spot.radiusKm === null ? [] : [circleAround(spot, Math.min(spot.radiusKm, MOST_ERROR_KM))],
    ),
  ]
  const edges = circles.flatMap(({ coordinates: [line = []] }) =>
    line.map(([lon = 0, lat = 0]) => ({ lat, lon })),
  )
  // Without a ring and without an address only the server is left to compare with.
  const servers = rings.length > 0 ? telling : addresses.length > 0 ? [] : vantages
  return [claim, ...addresses, ...servers, ...edges]
}

/** The rings to draw: the tightest, and those that do not hold all of a tighter one. In: tightest first. */
function tellingRings(vantages: readonly MapVantage[]): MapVantage[] {
  const kept: MapVantage[] = []
  for (const ring of vantages) {
    const holds = (other: MapVantage) =>
      distanceKm(ring, other) + other.reachKm <= ring.reachKm * NEARLY_WITHIN
    if (!isOverHalfEarth(ring.reachKm) && !kept.some(holds)) kept.push(ring)
  }
  return kept
}

/** Chooses the part and lays it flat. In: where the map goes; everything to show lies inside, with room for labels. */
export function layOut(view: MapView, frame: Frame, padding: number): Layout {
  const rings = tellingRings(view.vantages)
  const points = pointsToShow(view, rings)
  const { centre, radius } = smallestCap(points)
  const isDisc = radius <= (rings.length > 0 ? WIDEST_DISC.withRing : WIDEST_DISC.without)
  const projection = isDisc
    ? geoAzimuthalEqualArea().rotate([-centre.lon, -centre.lat]).clipAngle(179)
    : geoEqualEarth().rotate([-middleMeridian(points), 0])
  const shown: Feature<MultiPoint> = {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiPoint', coordinates: points.map(({ lat, lon }) => [lon, lat]) },
  }
  fit(projection, shown, frame, padding)
  const { x, y, width, height } = frame
  projection.clipExtent([
    [x, y],
    [x + width, y + height],
  ])
  return { projection, resolution: radius < 20 ? 'fine' : 'coarse', rings }
}

/** As large as fits, but never so large that the frame shows less than `LEAST_KM`. */
function fit(projection: GeoProjection, shown: Feature, frame: Frame, padding: number): void {
  const { x, y, width, height } = frame
  const most = (Math.min(width, height) / LEAST_KM) * 6371.0088
  const [left, top, right, bottom] = [
    x + padding,
    y + padding,
    x + width - padding,
    y + height - padding,
  ]
  projection.fitExtent(
    [
      [left, top],
      [right, bottom],
    ],
    shown,
  )
  if (projection.scale() <= most) return
  projection.scale(most).translate([0, 0])
  const [[x0, y0], [x1, y1]] = geoPath(projection).bounds(shown)
  projection.translate([x + width / 2 - (x0 + x1) / 2, y + height / 2 - (y0 + y1) / 2])
}

/** Where the map puts a point; undefined when that is outside of the frame. */
export function locate(projection: GeoProjection, { lat, lon }: Point, frame: Frame) {
  const [x, y] = projection([lon, lat]) ?? [NaN, NaN]
  const inside =
    x >= frame.x && y >= frame.y && x <= frame.x + frame.width && y <= frame.y + frame.height
  return inside ? { x, y } : undefined
}
