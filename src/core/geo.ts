/** Great-circle geometry on a spherical earth. */

/** A point on the earth in decimal degrees: latitude −90…90 north, longitude −180…180 east. */
export interface Point {
  lat: number
  lon: number
}

/** Mean earth radius in km (IUGG 1980, R1 = 6371.0088). A sphere is within 0.6 % of the ellipsoid. */
const EARTH_RADIUS_KM = 6371.0088

/**
 * Great-circle distance between two points (haversine).
 *
 * In: decimal degrees. Out: km, 0…20,015.
 * Fails: never.
 */
export function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180
  const sinLat = Math.sin(((b.lat - a.lat) * rad) / 2)
  const sinLon = Math.sin(((b.lon - a.lon) * rad) / 2)
  const h = sinLat ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * sinLon ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}
