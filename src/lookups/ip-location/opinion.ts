/** A database's record of an address, in whichever of the usual shapes, as our location. */
import type { AddressLocation } from '../../core/signals.ts'
import { isZone } from '../../core/zone.ts'
import type { PublicAddress } from '../address/public-address.ts'
import { zoneAt } from './zone-at.ts'

/** A database of places: its opinion of an address, or undefined when it has none. Fails: `DamagedRecord`. */
export type Database = (address: PublicAddress) => AddressLocation | undefined

/**
 * Reads a record of MaxMind, DB-IP, IPinfo or ip-location-db.
 *
 * Without a city the point is the middle of a country or region, where nobody need be, and 1,000 km around the
 * middle of the United States reach neither coast: then the point is left out and the radius stays as what it is,
 * the database's own doubt. The zone goes the same way: that of a country is one of many.
 * Out: undefined without a country. Fails: never.
 * Source: dev.maxmind.com/geoip/docs/databases/city-and-country; READMEs of @ip-location-db 2.3 and geoip-lite 1.4.10.
 */
export function opinion(
  { name, builtOn }: { name: string; builtOn: string },
  record: unknown,
): AddressLocation | undefined {
  const country =
    string(at(record, 'country', 'iso_code')) ??
    string(at(record, 'country_code')) ??
    string(at(record, 'country'))
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) return undefined
  const radiusKm = number(
    at(record, 'location', 'accuracy_radius') ?? at(record, 'area'),
    0,
    20_100,
  )
  const head = { database: name, builtOn, country, ...(radiusKm !== undefined && { radiusKm }) }

  const city = cityName(string(at(record, 'city', 'names', 'en')) ?? string(at(record, 'city')))
  if (city === undefined) return head
  const first =
    at(record, 'location', 'latitude') ??
    at(record, 'latitude') ??
    at(record, 'lat') ??
    at(record, 'll', '0')
  const second =
    at(record, 'location', 'longitude') ??
    at(record, 'longitude') ??
    at(record, 'lng') ??
    at(record, 'll', '1')
  const lat = number(first, -90, 90)
  const lon = number(second, -180, 180)
  // Some databases write 0, 0 for "not known"; no city lies there.
  const isPoint = lat !== undefined && lon !== undefined && (lat !== 0 || lon !== 0)
  const zone = ownZone(record) ?? (isPoint ? zoneAt(lat, lon) : undefined)
  return {
    ...head,
    city,
    ...(isPoint && { lat, lon }),
    ...(zone !== undefined && { zone }),
  }
}

/** The database's own time zone, where it names one that this engine knows. */
function ownZone(record: unknown): string | undefined {
  const zone =
    string(at(record, 'location', 'time_zone')) ??
    string(at(record, 'timezone')) ??
    string(at(record, 'time_zone'))
  return zone !== undefined && isZone(zone) ? zone : undefined
}

/** DB-IP adds the district: "Cologne (Lindenthal, Cologne)" is Cologne. */
function cityName(text: string | undefined): string | undefined {
  const name = text
    ?.replace(/\s*\(.*$/, '')
    .trim()
    .slice(0, 200)
  return name === '' ? undefined : name
}

function at(value: unknown, ...path: string[]): unknown {
  let here = value
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = Reflect.get(here, key)
  }
  return here
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Numbers, and texts of numbers as IPinfo writes them; four decimals are 11 m. */
function number(value: unknown, min: number, max: number): number | undefined {
  const parsed = typeof value === 'string' && value !== '' ? Number(value) : value
  if (typeof parsed !== 'number' || !(parsed >= min && parsed <= max)) return undefined
  return Math.round(parsed * 10_000) / 10_000
}
