/** Round-trip times with known places at both ends, from files that anyone can bring. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { distanceKm, type Point } from '../../src/core/geo.ts'
import { MAX_KM_PER_MS } from '../../src/core/latency.ts'

/** A place with a name that is its own in a file. */
export interface Site extends Point {
  name: string
}

/** Round trips between cities, each the least of both directions. */
export interface CityPairs {
  cities: readonly Site[]
  /** Least round trip in ms; undefined where nobody measured it. */
  rttMs(a: Site, b: Site): number | undefined
  /** Cities left out because physics forbids what they say of their place. */
  lying: readonly string[]
}

/** How a home is connected, as its owner tells. */
export type HomeAccess = 'lan' | 'wifi' | 'cellular' | 'satellite'

/** A probe in a home or office, and the servers that it measured. */
export interface Home extends Point {
  id: string
  access: HomeAccess
  /** Least time to the first router outside the home, ms; null where none answered that can be near it. */
  firstHopMs: number | null
  servers: readonly (Site & { rttMs: number })[]
  /** Physics forbids what its owner says of its place. */
  mislocated: boolean
}

/** More of its round trips than this are impossible: then it is the city that is elsewhere, not the others. */
const LYING_SHARE = 0.1

/** Town and data centre may lie that far from the coordinates of their city, km. */
const SLACK_KM = 100

/** Whether light in fibre could not have made it. */
function isImpossible(a: Point, b: Point, rttMs: number): boolean {
  return distanceKm(a, b) - SLACK_KM > rttMs * MAX_KM_PER_MS
}

function readRows(path: string, columns: readonly string[]): Record<string, string>[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const rows = parse(text, { columns: true, skip_empty_lines: true }) as Record<string, string>[]
  const missing = columns.filter((name) => rows[0]?.[name] === undefined)
  if (missing.length > 0) {
    const got = Object.keys(rows[0] ?? {}).join(', ') || 'nothing'
    throw new Error(`${path}: expected columns ${missing.join(', ')}, got ${got}`)
  }
  return rows
}

/**
 * Reads round trips between cities. In: CSV, gzipped or not, with the columns below.
 *
 * Fails: naming missing columns, or what is no place.
 */
export function readCityPairs(path: string): CityPairs {
  const rows = readRows(path, [
    'src_city',
    'src_lat',
    'src_lon',
    'dst_city',
    'dst_lat',
    'dst_lon',
    'rtt_min_ms',
  ])
  const sites = new Map<string, Site>()
  const least = new Map<string, number>()
  for (const row of rows) {
    const from = site(row['src_city'], row['src_lat'], row['src_lon'])
    const to = site(row['dst_city'], row['dst_lat'], row['dst_lon'])
    const rttMs = Number(row['rtt_min_ms'])
    if (from.name === to.name || row['rtt_min_ms'] === '' || !(rttMs > 0)) continue
    sites.set(from.name, sites.get(from.name) ?? from)
    sites.set(to.name, sites.get(to.name) ?? to)
    const key = keyOf(from, to)
    least.set(key, Math.min(rttMs, least.get(key) ?? Infinity))
  }
  const all = [...sites.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  const rttMs = (a: Site, b: Site) => least.get(keyOf(a, b))
  const { honest, lying } = sortOut(all, rttMs)
  return {
    cities: honest,
    rttMs,
    lying: lying.map(({ name }) => name),
  }
}

/** Takes the city with the most impossible round trips out, until none has many: the others are freed by that. */
function sortOut(all: readonly Site[], rttMs: CityPairs['rttMs']) {
  let honest = [...all]
  const lying: Site[] = []
  for (;;) {
    const rated = honest.map((city) => ({ city, share: impossibleShare(city, honest, rttMs) }))
    const [worst] = rated.sort((a, b) => b.share - a.share)
    if (worst === undefined || worst.share <= LYING_SHARE) return { honest, lying }
    honest = honest.filter((city) => city !== worst.city)
    lying.push(worst.city)
  }
}

function impossibleShare(city: Site, all: readonly Site[], rttMs: CityPairs['rttMs']): number {
  const measured = all.flatMap((other) => {
    const ms = rttMs(city, other)
    return ms === undefined ? [] : [isImpossible(city, other, ms)]
  })
  return measured.filter(Boolean).length / Math.max(1, measured.length)
}

function keyOf(a: Site, b: Site): string {
  return a.name < b.name ? `${a.name}|${b.name}` : `${b.name}|${a.name}`
}

/** Fails: for what is no place on earth; an empty field would be a point in the Gulf of Guinea. */
function site(name = '', lat = '', lon = ''): Site {
  const isWithin = (text: string, most: number) =>
    text.trim() !== '' && Math.abs(Number(text)) <= most
  if (!isWithin(lat, 90) || !isWithin(lon, 180)) {
    throw new Error(`expected latitude and longitude of “${name}”, got “${lat}”, “${lon}”`)
  }
  return { name, lat: Number(lat), lon: Number(lon) }
}

const homeColumns = [
  'probe_id',
  'access',
  'lat',
  'lon',
  'dc_city',
  'dc_lat',
  'dc_lon',
  'rtt_min_ms',
]

/** Reads homes. In: CSV, gzipped or not, one row a probe and server. Fails: naming missing columns, or what is no place. */
export function readHomes(path: string): Home[] {
  const byProbe = groupBy(
    readRows(path, [...homeColumns, 'first_public_hop_ms']).filter(
      (row) => Number(row['rtt_min_ms']) > 0,
    ),
    (row) => row['probe_id'] ?? '',
  )
  return [...byProbe].map(([id, rows]) => {
    const home = site(id, rows[0]?.['lat'], rows[0]?.['lon'])
    const hops = rows.filter((row) => isNearHome(home, row)).map(hopOf)
    // Several servers may stand in one city: the soonest speaks for it.
    const cities = groupBy(rows, (row) => row['dc_city'] ?? '')
    const servers = [...cities].map(([name, own]) => ({
      ...site(name, own[0]?.['dc_lat'], own[0]?.['dc_lon']),
      rttMs: Math.min(...own.map((row) => Number(row['rtt_min_ms']))),
    }))
    return {
      id,
      lat: home.lat,
      lon: home.lon,
      access: accessOf(rows[0]?.['access']),
      firstHopMs: hops.length > 0 ? Math.min(...hops) : null,
      servers,
      mislocated: servers.some((server) => isImpossible(home, server, server.rttMs)),
    }
  })
}

function hopOf(row: Record<string, string>): number {
  return Number(row['first_public_hop_ms'])
}

/**
 * Whether the first router that answered can stand at the home's end of the path: light still has to make the rest of it.
 *
 * Where routers on the way are silent, the first answer is that of the server itself, and says nothing of the line.
 */
function isNearHome(home: Point, row: Record<string, string>): boolean {
  const hopMs = hopOf(row)
  const server = site('', row['dc_lat'], row['dc_lon'])
  return hopMs > 0 && !isImpossible(home, server, Number(row['rtt_min_ms']) - hopMs)
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

function accessOf(text = ''): HomeAccess {
  if (text === 'lan' || text === 'wifi' || text === 'cellular' || text === 'satellite') return text
  throw new Error(`expected access lan, wifi, cellular or satellite, got “${text}”`)
}
