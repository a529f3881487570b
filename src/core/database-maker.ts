/** Who makes a database of places: an error of one maker is in all that are made of their data. */
import type { AddressLocation, NetworkKind } from './signals.ts'

/**
 * How the names of databases begin, letters and digits alone, by maker.
 * Source: GeoLite2-City, GeoIP2-City and DBIP-City-Lite, as programs that fetch them name them (read 2026-11-25).
 */
const MAKERS: readonly [maker: string, beginning: RegExp][] = [
  ['DB-IP', /^dbip/],
  ['MaxMind', /^geo(lite|ip)/],
]

/** How many makers stand behind these opinions; a database that is not known has a maker of its own. */
export function makersOf(locations: readonly AddressLocation[]): number {
  const makers = locations.map(({ database }) => {
    const name = database.toLowerCase().replace(/[^a-z0-9]/g, '')
    return MAKERS.find(([, beginning]) => beginning.test(name))?.[0] ?? name
  })
  return new Set(makers).size
}

/** How far opinions go that all name one other country: a level of the checks of addresses. */
export function opinionLevel(
  locations: readonly AddressLocation[],
  kinds: readonly NetworkKind[],
): 'databases-agree' | 'one-database' | 'one-of-satellite' {
  if (makersOf(locations) > 1) return 'databases-agree'
  return kinds.includes('satellite') ? 'one-of-satellite' : 'one-database'
}
