/** The columns of `gazetteer.tsv.gz`, read without making 350,000 texts of them. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const TAB = 0x09
const NEWLINE = 0x0a
const COLUMNS = 7
const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30

/** Columns of the gazetteer by row number; rows are sorted by population, largest first. */
export interface Table {
  size: number
  /** The unpacked file; a row's name is `nameStart[row]` to `nameEnd[row]` of it. */
  bytes: Buffer
  nameStart: Uint32Array
  nameEnd: Uint32Array
  name(row: number): string
  /** Index into `regionCodes`. */
  regionOf: Uint16Array
  /** "US.TX"; "SG." where a country has no regions or they are not known. */
  regionCodes: readonly string[]
  /** Index into `zones`. */
  zoneOf: Uint16Array
  zones: readonly string[]
  lat: Float64Array
  lon: Float64Array
  population: Uint32Array
}

/** Reads the table. Fails: throws when the file is missing or damaged. */
export function readTable(file: URL): Table {
  const bytes = unpack(file)
  const size = count(bytes)
  const nameStart = new Uint32Array(size)
  const nameEnd = new Uint32Array(size)
  const regionOf = new Uint16Array(size)
  const zoneOf = new Uint16Array(size)
  const lat = new Float64Array(size)
  const lon = new Float64Array(size)
  const population = new Uint32Array(size)
  const regions = createNumbering(bytes)
  const zones = createNumbering(bytes)
  const ends = new Uint32Array(COLUMNS)

  let start = 0
  for (let row = 0; row < size; row += 1) {
    const stop = bytes.indexOf(NEWLINE, start)
    let column = 0
    for (let at = start; at < stop; at += 1) if (bytes[at] === TAB) ends[column++] = at
    if (column !== COLUMNS - 1) {
      const got = bytes.toString('utf8', start, Math.min(stop, start + 100))
      throw new Error(`gazetteer: expected ${String(COLUMNS)} fields, got ${got}`)
    }
    const [name = 0, , region = 0, north = 0, east = 0, people = 0] = ends
    nameStart[row] = start
    nameEnd[row] = name
    // All but the name is ASCII.
    regionOf[row] = regions.number(name + 1, region)
    lat[row] = readNumber(bytes, region + 1, north)
    lon[row] = readNumber(bytes, north + 1, east)
    population[row] = readNumber(bytes, east + 1, people)
    zoneOf[row] = zones.number(people + 1, stop)
    start = stop + 1
  }
  return {
    size,
    bytes,
    nameStart,
    nameEnd,
    name: (row) => bytes.toString('utf8', nameStart[row], nameEnd[row]),
    regionOf,
    regionCodes: regions.all.map((code) => code.replace('\t', '.')),
    zoneOf,
    zones: zones.all,
    lat,
    lon,
    population,
  }
}

/** Names of regions by their code. Fails: throws when the file is missing or damaged. */
export function readRegionNames(file: URL): ReadonlyMap<string, string> {
  const lines = unpack(file).toString('utf8').trimEnd().split('\n')
  return new Map(
    lines.map((line) => {
      const [code = '', name = ''] = line.split('\t')
      return [code, name]
    }),
  )
}

/** A number as the build script writes it: digits with an optional minus and decimal point. */
function readNumber(bytes: Buffer, start: number, stop: number): number {
  const isNegative = bytes[start] === MINUS
  let whole = 0
  let scale = 0
  for (let at = isNegative ? start + 1 : start; at < stop; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === POINT) scale = 1
    else {
      whole = whole * 10 + byte - ZERO
      scale *= 10
    }
  }
  const value = scale === 0 ? whole : whole / scale
  return isNegative ? -value : value
}

function unpack(file: URL): Buffer {
  try {
    return gunzipSync(readFileSync(file))
  } catch (cause) {
    const got = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`gazetteer: expected a gzip file at ${file.pathname}, got: ${got}`, { cause })
  }
}

function count(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1
  return lines
}

/** Numbers the distinct pieces of ASCII in the order they first come; a text is made of each only once. */
function createNumbering(bytes: Buffer) {
  const numbers = new Map<number, number>()
  const all: string[] = []
  const isText = (text: string, start: number, stop: number) => {
    if (text.length !== stop - start) return false
    for (let at = start; at < stop; at += 1)
      if (text.charCodeAt(at - start) !== bytes[at]) return false
    return true
  }
  return {
    all,
    number(start: number, stop: number): number {
      let hash = 0
      for (let at = start; at < stop; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
      // Two texts of one hash take neighbouring numbers.
      for (;;) {
        const known = numbers.get(hash)
        if (known === undefined) {
          numbers.set(hash, all.length)
          return all.push(bytes.toString('latin1', start, stop)) - 1
        }
        if (isText(all[known] ?? '', start, stop)) return known
        hash = (hash + 1) | 0
      }
    },
  }
}
