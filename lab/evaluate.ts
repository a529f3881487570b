/**
 * `npm run evaluate -- [--part place|control] [--pairs FILE --homes FILE] [--vantages 4] [--all] [--taps FILE] [--json]`: what is
 * found, and who is accused.
 *
 * Never fits: reports on the half of the files that `npm run fit` left alone, or with --all on every row of files it never
 * saw. Without files it uses the distributions that `npm run fit` left.
 */
import { evaluateControl } from './control/evaluate.ts'
import { evaluateExtra, WITHOUT_EXTRA } from './control/evaluate-extra.ts'
import { printControl } from './control/print.ts'
import { printExtra } from './control/print-extra.ts'
import { controlBaselines } from './control/baselines.ts'
import { readTaps, SHIPPED_TAPS } from './control/taps.ts'
import { toRows, type EvaluationRow } from './evaluation-row.ts'
import { baselines } from './place/baselines.ts'
import { castPlace, judgeCasts, type Cast } from './place/evaluate.ts'
import { drawsOf, readDistributions } from './place/distributions.ts'
import { readFlags } from './flags.ts'
import { UNDISGUISED } from './place/judge-draw.ts'
import { readCityPairs, readHomes } from './place/measured.ts'
import { printPlace } from './place/print.ts'
import { parseVantages } from './place/vantages.ts'

const flags = readFlags(['part', 'pairs', 'homes', 'vantages', 'taps'], ['all', 'json'])

/** People from files. */
function castFiles(
  pairsPath: string,
  homesPath: string,
): { casts: Cast[]; lying: readonly string[] } {
  const pairs = readCityPairs(pairsPath)
  const casts = castPlace({
    pairs,
    homes: readHomes(homesPath),
    vantages: parseVantages(flags.vantages ?? '1'),
    all: flags.all,
  })
  return { casts, lying: pairs.lying }
}

/** People from what was kept. */
function castKept(): { casts: Cast[]; lying: readonly string[] } {
  const wish = parseVantages(flags.vantages ?? '1')
  if (!('count' in wish)) throw new Error('--vantages: expected a number where no files are given')
  if (flags.all) throw new Error('--all: expected --pairs and --homes with it, got no files')
  const { scenarios } = readDistributions()
  const most = Math.max(...scenarios.map(({ vantages }) => vantages))
  const { count } = wish
  if (count > most) {
    throw new Error(
      `--vantages: expected 1 to ${String(most)} where no files are given, got ${String(count)}`,
    )
  }
  const casts = scenarios
    .filter(({ vantages }) => vantages === count)
    .map((kept) => ({
      name: kept.name,
      honest: kept.behindKm === null,
      km: kept.behindKm,
      disguise: UNDISGUISED,
      draws: drawsOf(kept),
    }))
  return { casts, lying: [] }
}

function evaluatePlace(): EvaluationRow[] {
  if ((flags.pairs === undefined) !== (flags.homes === undefined)) {
    throw new Error('expected --pairs FILE and --homes FILE together, got one of them')
  }
  const { casts, lying } =
    flags.pairs !== undefined && flags.homes !== undefined
      ? castFiles(flags.pairs, flags.homes)
      : castKept()
  const scenarios = judgeCasts(casts)
  if (!flags.json) printPlace(scenarios, lying)
  return toRows(
    'place',
    scenarios,
    baselines.map(({ system }) => system),
  )
}

function evaluateTaps(): EvaluationRow[] {
  const tappers = readTaps(flags.taps ?? SHIPPED_TAPS)
  const scenarios = evaluateControl(tappers)
  if (!flags.json) printControl(scenarios)
  const extras = evaluateExtra(tappers)
  if (!flags.json) printExtra(extras)
  const rivals = controlBaselines.map(({ system }) => system)
  return [...toRows('control', scenarios, rivals), ...toRows('control', extras, [WITHOUT_EXTRA])]
}

const parts: Readonly<Record<string, () => EvaluationRow[]>> = {
  place: evaluatePlace,
  control: evaluateTaps,
}

try {
  const wanted = flags.part === undefined ? Object.keys(parts) : [flags.part]
  const rows = wanted.flatMap((name) => {
    const run = parts[name]
    if (run === undefined) {
      throw new Error(`--part: expected ${Object.keys(parts).join(' or ')}, got “${name}”`)
    }
    return run()
  })
  if (flags.json) console.log(JSON.stringify(rows, null, 2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
