/** Addresses whose place somebody knows, from files that anyone can bring. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { Point } from '../../src/core/geo.ts'
import { networkOf } from '../../src/core/network-of.ts'
import { plainAddress } from '../../src/echo/plain-address.ts'

/** One address for all of its network at one place. */
export interface KnownAddress {
  address: string
  /** Where it is, ISO 3166-1 alpha-2. */
  country: string
  /** Null where only the country is known. */
  point: Point | null
  /** The exit names this other country; what it says of a point is not true then. */
  pretended: string | null
}

/** Codes that are in use but not in ISO 3166-1. */
const ISO_CODES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' }

/**
 * Reads a file of addresses with known places; of neighbours (/24, /64) that claim one place only the first, since what
 * a database says of them is one fact.
 *
 * In: CSV, gzipped or not; columns as in `lab/databases.ts`. Fails: naming missing columns, or a line without a country.
 */
export function readKnownAddresses(path: string): KnownAddress[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const rows: Record<string, string>[] = parse(text, { columns: true, skip_empty_lines: true })
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const address = plainAddress(field(path, row, ['address', 'ip', 'exit_ip']))
    const claimed = toCountry(field(path, row, ['country', 'exit_country']))
    const host = toCountry(row['host_country'] ?? '')
    if (claimed === '') throw new Error(`${path}: expected a country for ${address}, got none`)
    const pretended = host !== '' && host !== claimed ? claimed : null
    const key = [networkOf(address), claimed, host, row['lat'], row['lon']].join()
    if (seen.has(key)) return []
    seen.add(key)
    const country = pretended === null ? claimed : host
    return [{ address, country, point: pretended === null ? pointOf(row) : null, pretended }]
  })
}

function field(path: string, row: Record<string, string>, names: readonly string[]): string {
  const found = names.find((name) => row[name] !== undefined)
  if (found === undefined) {
    const got = Object.keys(row).join(', ')
    throw new Error(`${path}: expected a column ${names.join(' or ')}, got ${got}`)
  }
  return row[found]?.trim() ?? ''
}

function toCountry(text: string): string {
  const code = text.trim().toUpperCase()
  return ISO_CODES[code] ?? code
}

/** Where a file has a column for cities but names none, its point stands for the country. */
function pointOf(row: Record<string, string>): Point | null {
  if (row['city']?.trim() === '') return null
  const [lat, lon] = [row['lat'], row['lon']]
  if (!lat || !lon || !Number.isFinite(Number(lat)) || !Number.isFinite(Number(lon))) return null
  return { lat: Number(lat), lon: Number(lon) }
}
