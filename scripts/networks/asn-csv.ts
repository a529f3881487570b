/** The table of autonomous systems as npm `@ip-location-db/asn` publishes it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { OwnerRows, OwnerTable } from '../../src/lookups/ip-network/asn-table.ts'
import type { Boundaries } from '../../src/lookups/ip-network/boundaries.ts'

const PACKAGE = '@ip-location-db/asn'

/** "16777216,16777471,13335,"Cloudflare, Inc."" */
const LINE = /^(\d+),(\d+),(\d+),(?:"((?:[^"]|"")*)"|(.*))$/

/** Longest name that the signal takes. */
const MOST_NAME = 200

/** Reads the package. Out: the table, and the day in its version ("2.3.2026061719" → 2026-06-17). */
export function readAsnPackage(): { table: OwnerTable; version: string; builtOn: string } {
  const { resolve } = createRequire(import.meta.url)
  const { version } = JSON.parse(readFileSync(resolve(`${PACKAGE}/package.json`), 'utf8')) as {
    version: string
  }
  const [, year, month, day] = /\.(\d{4})(\d{2})(\d{2})\d\d$/.exec(version) ?? []
  if (year === undefined || month === undefined || day === undefined) {
    throw new Error(`${PACKAGE}: expected a version that ends in a day and hour, got ${version}`)
  }
  const names = new Map<number, string>()
  const four = readRows(resolve(`${PACKAGE}/asn-ipv4-num.csv`), 1, names)
  const six = readRows(resolve(`${PACKAGE}/asn-ipv6-num.csv`), 4, names)
  const asns = Uint32Array.from([...names.keys()].sort((a, b) => a - b))
  return {
    table: { four, six, asns, names: Array.from(asns, (asn) => names.get(asn) ?? '') },
    version,
    builtOn: `${year}-${month}-${day}`,
  }
}

function readRows(path: string, width: 1 | 4, names: Map<number, string>): OwnerRows {
  const starts: bigint[] = []
  const asns: number[] = []
  // Neighbours of one system become one row, a gap a row of nobody.
  const add = (start: bigint, asn: number) => {
    if (asns.at(-1) === asn || (asns.length === 0 && asn === 0)) return
    starts.push(start)
    asns.push(asn)
  }
  let next = 0n
  for (const line of readFileSync(path, 'utf8').trimEnd().split(/\r?\n/)) {
    const [, first = '', last = '', number = '', quoted, plain = ''] = LINE.exec(line) ?? []
    const [stated, to, asn] = [BigInt(first), BigInt(last), Number(number)]
    // One row of 2.3.2026061719 begins inside the row before it: what is taken stays taken.
    const from = stated < next ? next : stated
    if (number === '' || to < from) {
      throw new Error(`${path}: expected ascending ranges with a system, got ${line}`)
    }
    if (from > next) add(next, 0)
    add(from, asn)
    const name = (quoted?.replaceAll('""', '"') ?? plain).replace(/\s+/g, ' ').trim()
    if (name !== '' || !names.has(asn)) names.set(asn, name.slice(0, MOST_NAME))
    next = to + 1n
  }
  if (next < 1n << BigInt(width * 32)) add(next, 0)
  return { starts: toWords(starts, width), asns: Uint32Array.from(asns) }
}

function toWords(starts: readonly bigint[], width: 1 | 4): Boundaries {
  const words = new Uint32Array(starts.length * width)
  starts.forEach((start, i) => {
    for (let word = 0; word < width; word++) {
      words[i * width + word] = Number((start >> BigInt(32 * (width - 1 - word))) & 0xffff_ffffn)
    }
  })
  return { width, words }
}
