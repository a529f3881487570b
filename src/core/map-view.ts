/** What a map of a round shows: the stated place, where databases place its addresses, and how far answers allow. */
import { countryName } from './country.ts'
import { distanceKm, type Point } from './geo.ts'
import { MAX_KM_PER_MS } from './latency.ts'
import { leastByVantage } from './least-by-vantage.ts'
import type { AddressLocation, Signal } from './signals.ts'

/** A spot where databases place an address. */
export interface MapAddress extends Point {
  /** "Bucharest, Romania" */
  label: string
  /** Which addresses of the round: 1 for the first. */
  numbers: readonly number[]
  databases: readonly string[]
  /** The largest error that one of the databases allows for, km. */
  radiusKm: number | null
}

/** A server of ours that had answers. */
export interface MapVantage extends Point {
  name: string
  /** The least round trip of the round. */
  leastMs: number
  /** Farthest that the computer can be from this server. */
  reachKm: number
  /** From this server to the stated place. */
  claimKm: number
}

/** A map of a round. */
export interface MapView {
  claim: Point & { label: string }
  addresses: readonly MapAddress[]
  /** How many different addresses the round had, and all databases that said something of one. */
  addressCount: number
  databases: readonly string[]
  /** Addresses of which databases name a country and no city. */
  countries: readonly { label: string; databases: readonly string[] }[]
  /** The tightest first. */
  vantages: readonly MapVantage[]
}

/** Opinions that lie this close are one spot: two databases often mean different streets of one city. Source: our judgement, 2026-11-25. */
const SAME_SPOT_KM = 25

/** More spots than this say no more to a reader. Source: our judgement, 2026-11-25. */
const MOST_SPOTS = 6

/** Half of the way around the earth, km: a quarter of it is as far as a ring can be drawn that still leaves something out. */
const HALF_EARTH_KM = 10_007.5

/** Whether so far a reach allows more than half of the earth. */
export function isOverHalfEarth(reachKm: number): boolean {
  return reachKm > HALF_EARTH_KM
}

/**
 * The map of what was measured of a round.
 *
 * In: signals in any order. Out: null where no place was stated, or where nothing measured says anything of a place.
 */
export function mapViewOf(signals: readonly Signal[]): MapView | null {
  const ordered = [...signals].sort((a, b) => a.at - b.at)
  const claim = ordered.flatMap((s) => (s.name === 'claimedPlace' && 'value' in s ? [s.value] : []))
  const place = claim.at(-1)
  if (place === undefined) return null
  const opinions = differentOpinions(ordered)
  const view = {
    claim: { label: place.label, lat: place.lat, lon: place.lon },
    addresses: spotsOf(opinions),
    addressCount: opinions.length,
    databases: unique(opinions.flat().map(({ database }) => database)),
    countries: countriesOf(opinions),
    vantages: vantagesOf(ordered, place),
  }
  const isEmpty =
    view.addresses.length === 0 && view.countries.length === 0 && view.vantages.length === 0
  return isEmpty ? null : view
}

/** What the databases say of each address of the round; said twice of one it counts once. */
function differentOpinions(signals: readonly Signal[]): (readonly AddressLocation[])[] {
  const seen = new Map<string, readonly AddressLocation[]>()
  for (const signal of signals) {
    if (signal.name !== 'addressLocations' || !('value' in signal)) continue
    const key = JSON.stringify(signal.value)
    if (!seen.has(key)) seen.set(key, signal.value)
  }
  return [...seen.values()]
}

function spotsOf(opinions: readonly (readonly AddressLocation[])[]): MapAddress[] {
  const spots: (Point & {
    label: string
    numbers: number[]
    databases: string[]
    radii: number[]
  })[] = []
  opinions.forEach((locations, index) => {
    for (const { lat, lon, city, country, database, radiusKm } of locations) {
      if (lat === undefined || lon === undefined) continue
      const near = spots.find((spot) => distanceKm(spot, { lat, lon }) <= SAME_SPOT_KM)
      const spot = near ?? {
        label: city === undefined ? countryName(country) : `${city}, ${countryName(country)}`,
        lat,
        lon,
        numbers: [],
        databases: [],
        radii: [],
      }
      if (near === undefined) spots.push(spot)
      spot.numbers.push(index + 1)
      spot.databases.push(database)
      if (radiusKm !== undefined) spot.radii.push(radiusKm)
    }
  })
  return spots.slice(0, MOST_SPOTS).map(({ label, lat, lon, numbers, databases, radii }) => ({
    label,
    lat,
    lon,
    numbers: unique(numbers),
    databases: unique(databases),
    radiusKm: radii.length === 0 ? null : Math.max(...radii),
  }))
}

function countriesOf(opinions: readonly (readonly AddressLocation[])[]): MapView['countries'] {
  const byCountry = new Map<string, string[]>()
  for (const { lat, country, database } of opinions.flat()) {
    if (lat !== undefined) continue
    byCountry.set(country, [...(byCountry.get(country) ?? []), database])
  }
  return [...byCountry].map(([country, databases]) => ({
    label: countryName(country),
    databases: unique(databases),
  }))
}

function vantagesOf(signals: readonly Signal[], claim: Point): MapVantage[] {
  const echoes = signals.flatMap((s) => (s.name === 'echoes' && 'value' in s ? [s.value] : []))
  return leastByVantage(echoes)
    .map(({ vantage: { name, lat, lon }, minMs }) => ({
      name,
      lat,
      lon,
      leastMs: minMs,
      reachKm: minMs * MAX_KM_PER_MS,
      claimKm: distanceKm({ lat, lon }, claim),
    }))
    .sort((a, b) => a.reachKm - b.reachKm || compare(a.name, b.name))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)]
}
