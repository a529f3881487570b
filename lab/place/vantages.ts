/** Which servers measure: the ones asked for by name, or as many as asked for, spread as an operator would spread them. */
import { distanceKm, type Point } from '../../src/core/geo.ts'
import type { CityPairs, Home, Site } from './measured.ts'

/** Servers nearer than this see the same paths, km. */
const APART_KM = 1500

/** A server of ours stands where the network is good: in the better third of cities by their slow paths. */
const WELL_CONNECTED_SHARE = 0.33

/** What `--vantages` says: how many, or which. */
export type VantageWish = { count: number } | { names: readonly string[] }

/** Reads `--vantages`: "4" or "Frankfurt,Tokyo". Fails: naming what was got. */
export function parseVantages(text: string): VantageWish {
  if (/^\d+$/.test(text)) {
    const count = Number(text)
    if (count < 1 || count > 16) throw new Error(`--vantages: expected 1 to 16, got ${text}`)
    return { count }
  }
  const names = text.split(',').map((name) => name.trim())
  if (names.some((name) => name === '')) {
    throw new Error(`--vantages: expected a number or names between commas, got “${text}”`)
  }
  return { names }
}

/** Cities with good paths: lowest 90th percentile of round trip beyond 76.5 km per ms, measured to the given places. */
export function wellConnected(pairs: CityPairs, places: readonly Site[]): Site[] {
  const rated = pairs.cities.map((city) => {
    const excess = places
      .flatMap((place) => {
        const ms = pairs.rttMs(city, place)
        return ms === undefined ? [] : [ms - distanceKm(city, place) / 76.5]
      })
      .sort((a, b) => a - b)
    return { city, slow: excess[Math.floor(0.9 * excess.length)] ?? Infinity }
  })
  rated.sort((a, b) => a.slow - b.slow)
  return rated.slice(0, Math.ceil(WELL_CONNECTED_SHARE * rated.length)).map(({ city }) => city)
}

/** As many sites as asked for, each chosen to bring the nearest one closest to all places. */
export function spread(from: readonly Site[], places: readonly Point[], count: number): Site[] {
  const chosen: Site[] = []
  const nearest = places.map(() => Infinity)
  while (chosen.length < Math.min(count, from.length)) {
    let best: { site: Site; sum: number } | undefined
    for (const site of from) {
      if (chosen.includes(site)) continue
      const sum = places.reduce(
        (total, place, i) => total + Math.min(nearest[i] ?? Infinity, distanceKm(place, site)),
        0,
      )
      if (best === undefined || sum < best.sum) best = { site, sum }
    }
    if (best === undefined) break
    chosen.push(best.site)
    for (const [i, place] of places.entries()) {
      nearest[i] = Math.min(nearest[i] ?? Infinity, distanceKm(place, best.site))
    }
  }
  return chosen
}

/** Vantages among cities. Fails: naming a city that the file does not have. */
export function cityVantages(
  wish: VantageWish,
  cities: readonly Site[],
  pool: readonly Site[],
): Site[] {
  if ('count' in wish) return spread(pool, cities, wish.count)
  return wish.names.map((name) => {
    const found = cities.find((city) => isNamed(city, name))
    if (found === undefined) throw new Error(`--vantages: no city “${name}” in the file of pairs`)
    return found
  })
}

/** Vantages of one home among the servers that it measured: those that most homes have, none beside another. */
export function homeVantages(
  wish: VantageWish,
  home: Home,
  popularity: ReadonlyMap<string, number>,
): Site[] {
  if ('names' in wish) {
    return home.servers.filter((server) => wish.names.some((name) => isNamed(server, name)))
  }
  const ranked = [...home.servers].sort(
    (a, b) => (popularity.get(b.name) ?? 0) - (popularity.get(a.name) ?? 0),
  )
  const chosen: Site[] = []
  for (const server of ranked) {
    const isApart = chosen.every((other) => distanceKm(other, server) >= APART_KM)
    if (chosen.length < wish.count && isApart) chosen.push(server)
  }
  return chosen
}

/** How many homes measured each server. */
export function serverPopularity(homes: readonly Home[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name } of homes.flatMap(({ servers }) => servers)) {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

function isNamed(site: Site, name: string): boolean {
  return fold(site.name).startsWith(fold(name))
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}
