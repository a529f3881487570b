/**
 * `npm run evaluate -- --part place --pairs FILE --homes FILE [--vantages 4] [--all] [--json]`: what is found, and who is accused.
 *
 * Never fits: reports on the half of the files that `npm run fit` left alone, or with --all on every row of files it never saw.
 */
import { evaluatePlace, toRows } from './place/evaluate.ts'
import { readFlags } from './place/flags.ts'
import { readCityPairs, readHomes } from './place/measured.ts'
import { printPlace } from './place/print.ts'
import { parseVantages } from './place/vantages.ts'

const flags = readFlags(['part', 'pairs', 'homes', 'vantages'], ['all', 'json'])
try {
  if (flags.part !== undefined && flags.part !== 'place') {
    throw new Error(`--part: expected place, got “${flags.part}”`)
  }
  if (flags.pairs === undefined || flags.homes === undefined) {
    throw new Error('expected --pairs FILE and --homes FILE, got only part of that')
  }
  const pairs = readCityPairs(flags.pairs)
  const scenarios = evaluatePlace({
    pairs,
    homes: readHomes(flags.homes),
    vantages: parseVantages(flags.vantages ?? '1'),
    all: flags.all,
  })
  if (flags.json) console.log(JSON.stringify(toRows(scenarios), null, 2))
  else printPlace(scenarios, pairs.lying)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
