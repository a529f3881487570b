/**
 * `npx tsx scripts/build-country-points.ts`: writes src/core/fitted/country-points.ts from data/gazetteer.tsv.gz.
 *
 * Each country as a few of its towns, spread so that every other town of it is near one of them: enough to tell whether
 * any of a country lies in a circle of some hundred kilometres.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { distanceKm, type Point } from '../src/core/geo.ts'

/** A country's towns are within this of a chosen one, km, as far as `MOST` allows. */
const NEAR_KM = 300
const MOST = 24

const byCountry = new Map<string, Point[]>()
const rows = gunzipSync(readFileSync('data/gazetteer.tsv.gz')).toString('utf8').split('\n')
for (const row of rows) {
  const [, country, , lat, lon] = row.split('\t')
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) continue
  const point = { lat: Number(lat), lon: Number(lon) }
  byCountry.set(country, [...(byCountry.get(country) ?? []), point])
}

/** Largest town first, then always the one farthest from all chosen. */
function spreadOver(towns: readonly Point[]): Point[] {
  const chosen: Point[] = []
  const gaps = towns.map(() => Infinity)
  let next = 0
  while (chosen.length < MOST) {
    const town = towns[next]
    if (town === undefined) break
    chosen.push(town)
    for (const [i, other] of towns.entries()) {
      gaps[i] = Math.min(gaps[i] ?? Infinity, distanceKm(town, other))
    }
    const widest = Math.max(...gaps)
    if (widest <= NEAR_KM) break
    next = gaps.indexOf(widest)
  }
  return chosen
}

const rounded = ({ lat, lon }: Point) => `[${lat.toFixed(1)}, ${lon.toFixed(1)}]`
const lines = [...byCountry]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([country, towns]) => `  ${country}: [${spreadOver(towns).map(rounded).join(', ')}],`)
writeFileSync(
  'src/core/fitted/country-points.ts',
  `// Written by scripts/build-country-points.ts from data/gazetteer.tsv.gz (GeoNames, CC BY 4.0); do not edit.

/** Some towns of every country, spread over it: latitude and longitude in degrees. */
export const countryPoints: Readonly<Record<string, readonly (readonly [lat: number, lon: number])[]>> = {
${lines.join('\n')}
}
`,
)
console.log(`${String(byCountry.size)} countries`)
