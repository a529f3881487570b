/**
 * `npm run fit -- --pairs FILE --homes FILE`: fits the tables that weigh paths, and leaves what `evaluate` needs without files.
 *
 * In: CSV of round trips between cities and of homes to servers (columns in lab/place/measured.ts). Out: coefficients and
 * quantiles only; no row of the files.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { halfOf } from './chance.ts'
import { fitPaths } from './place/fit.ts'
import { readFlags } from './flags.ts'
import { readCityPairs, readHomes } from './place/measured.ts'

const TABLE = 'src/core/fitted/paths.ts'

const flags = readFlags(['pairs', 'homes', 'date', 'note'], [])
if (flags.pairs === undefined || flags.homes === undefined) {
  console.error('expected --pairs FILE and --homes FILE, got only part of that')
  process.exit(1)
}
const pairs = readCityPairs(flags.pairs)
const homes = readHomes(flags.homes)
const cities = pairs.cities.filter(({ name }) => halfOf(name) === 'fit').length
const own = homes.filter((home) => halfOf(home.id) === 'fit' && !home.mislocated).length
const fittedOn = flags.date ?? new Date().toISOString().slice(0, 10)
const note = flags.note === undefined ? '' : ` (${flags.note})`
const source = `round trips between ${String(cities)} of ${String(pairs.cities.length)} cities and from ${String(own)} of ${String(homes.length)} homes${note}; the others are for reporting`
const table = { fittedOn, source, ...fitPaths(pairs, homes) }
const text = `// Written by npm run fit; do not edit.
import type { PathTable } from '../path-table.ts'

/** What is usual on paths, and what an excess weighs. */
export const paths: PathTable = ${JSON.stringify(table)}
`
writeFileSync(
  TABLE,
  await format(text, { parser: 'typescript', semi: false, singleQuote: true, printWidth: 100 }),
)
console.log(`wrote ${TABLE}: ${source}`)
// A process of its own: the table that was just written is loaded anew.
execFileSync(
  'node_modules/.bin/tsx',
  ['lab/keep.ts', '--pairs', flags.pairs, '--homes', flags.homes],
  { stdio: 'inherit' },
)
