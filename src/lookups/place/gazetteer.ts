/** The populated places of the world, found by name. */
import type { Place } from '../../core/claim.ts'
import { countryName } from '../../core/country.ts'
import { aliases } from './aliases.ts'
import { coreOfRegion, fold, spellings } from './fold.ts'
import { createNames, type Fit, type Names } from './names.ts'
import { readRegionNames, readTable, type Table } from './table.ts'

/** Shorter beginnings are compared with first names only: "a" is not Cairo's Al Qahirah. */
const SHORTEST_OTHER = 4

const SPACE = 0x20

/** How words begin that have a short form, or are one: "Saint", "Ft", "North"; those of two letters are followed by a space. */
const SHORT_BEGINNINGS = [
  ...['Sai', 'St ', 'Ste', 'For', 'Ft ', 'Mou', 'Mt ', 'Por', 'Pt '],
  ...['Nor', 'Sou', 'Eas', 'Wes', 'The'],
]
const SHORT_BEGINNING = new Set(SHORT_BEGINNINGS)
const SHORT_FIRST = new Set(SHORT_BEGINNINGS.map((beginning) => beginning.charCodeAt(0)))

/** Places by row number; rows are sorted by population, largest first. */
export interface Gazetteer extends Pick<Table, 'size' | 'regionOf' | 'regionCodes' | 'population'> {
  /** By the same number as `regionCodes`; empty when not known. */
  regionNames: readonly string[]
  /** Rows whose name, or another name of theirs, fits a folded text: distinct, most populous first, at most `limit`. */
  find(key: string, fit: Fit, limit: number, accept?: (row: number) => boolean): number[]
  /** A row as the place it is. */
  place(row: number): Place
}

/**
 * Reads `gazetteer.tsv.gz` and `regions.tsv.gz`, made by `scripts/build-gazetteer.ts`.
 *
 * Fails: throws when a file is missing or damaged.
 */
export function loadGazetteer(folder: URL): Gazetteer {
  const table = readTable(new URL('gazetteer.tsv.gz', folder))
  const named = readRegionNames(new URL('regions.tsv.gz', folder))
  const regionNames = table.regionCodes.map((code) => named.get(code) ?? '')
  const { first, others } = gatherNames(table)

  return {
    size: table.size,
    regionOf: table.regionOf,
    regionCodes: table.regionCodes,
    population: table.population,
    regionNames,
    find(key, fit, limit, accept = () => true) {
      const collect = (names: Names) => {
        const rows = new Set<number>()
        names.scan(key, fit, (row) => {
          if (rows.size < limit && accept(row)) rows.add(row)
          return rows.size < limit
        })
        return rows
      }
      const found = collect(first)
      if (fit === 'exact' || key.length >= SHORTEST_OTHER) {
        for (const row of collect(others)) found.add(row)
      }
      return [...found].sort((a, b) => a - b).slice(0, limit)
    },
    place(row) {
      const region = table.regionOf[row] ?? 0
      const country = countryOf(table, row)
      return {
        label: label(table.name(row), regionNames[region] ?? '', countryName(country)),
        country,
        lat: table.lat[row] ?? 0,
        lon: table.lon[row] ?? 0,
        zone: table.zones[table.zoneOf[row] ?? 0] ?? '',
      }
    },
  }
}

/** The names of the table in its order, and every other spelling and name. */
function gatherNames(table: Table): { first: Names; others: Names } {
  const first = createNames(table.bytes.length, table.size)
  const other: { row: number; name: string }[] = []
  for (let row = 0; row < table.size; row += 1) {
    const start = table.nameStart[row] ?? 0
    const stop = table.nameEnd[row] ?? 0
    if (isPlain(table.bytes, start, stop)) {
      first.addPlain(table.bytes, start, stop, row)
      continue
    }
    const full = table.name(row)
    const [usual = '', ...rest] = spellings(full)
    first.add(usual, row)
    for (const name of rest) other.push({ row, name })
    // Either half of "Donostia / San Sebastián".
    if (!full.includes(' / ')) continue
    for (const name of full.split(' / ').flatMap(spellings)) other.push({ row, name })
  }

  const names = first.done()
  for (const [country, name, list] of aliases) {
    // The first of that name in the country is the largest, which an alias means.
    names.scan(fold(name), 'exact', (row) => {
      if (countryOf(table, row) !== country || table.name(row) !== name) return true
      for (const form of new Set(list.flatMap(spellings))) other.push({ row, name: form })
      return false
    })
  }
  other.sort((a, b) => a.row - b.row)
  const bytes = other.reduce((sum, { name }) => sum + Buffer.byteLength(name) + 1, 0)
  const others = createNames(bytes, other.length)
  for (const { row, name } of other) others.add(name, row)
  return { first: names, others: others.done() }
}

/** Whether a name is A–Z, a–z and single spaces and no word of it may have a short form: nearly two names of three. */
function isPlain(bytes: Buffer, start: number, stop: number): boolean {
  for (let at = start; at < stop; at += 1) {
    const byte = bytes[at] ?? 0
    const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
    if (!isLetter && byte !== SPACE) return false
    if (SHORT_FIRST.has(byte) && (at === start || bytes[at - 1] === SPACE)) {
      if (SHORT_BEGINNING.has(bytes.toString('latin1', at, at + 3))) return false
    }
  }
  return true
}

function countryOf(table: Table, row: number): string {
  return (table.regionCodes[table.regionOf[row] ?? 0] ?? '').slice(0, 2)
}

/** "Austin, Texas, United States"; what only repeats its neighbour is left out: "Berlin, Germany", "Singapore". */
function label(name: string, region: string, country: string): string {
  const within = coreOfRegion(fold(region))
  const repeats = within === '' || within === fold(name) || within === fold(country)
  const names = repeats ? [name] : [name, region]
  return (fold(name) === fold(country) ? names : [...names, country]).join(', ')
}
