/** Shows an evaluation to people. */
import type { State } from '../../src/core/verdict.ts'
import { baselines } from './baselines.ts'
import type { Outcome, Scenario } from './evaluate.ts'
import { clopperPearson } from './interval.ts'
import { cllr, detectionAt, FALSE_ALARMS } from './scores.ts'

const isFound = (state: State) => state === 'review' || state === 'contradicted'

/** Prints a table: shares of each state, the interval of what is found, and the baselines beside it. */
export function printPlace(scenarios: readonly Scenario[], lying: readonly string[]): void {
  const heads = ['scenario', 'n', 'consistent', 'unclear', 'review', 'contradicted', 'found (95 %)']
  const rows = scenarios.map(({ name, outcomes }) => [
    name,
    String(outcomes.length),
    ...(['consistent', 'unclear', 'review', 'contradicted'] as const).map((state) =>
      percent(share(outcomes, (outcome) => outcome.state === state)),
    ),
    found(outcomes),
  ])
  printTable([heads, ...rows])
  console.log('\nFound by others, on the same signals:')
  printTable([
    ['scenario', ...baselines.map(({ system }) => system), 'ours'],
    ...scenarios.map(({ name, outcomes }) => [
      name,
      ...baselines.map(({ system }) =>
        percent(share(outcomes, (outcome) => outcome.found.get(system) === true)),
      ),
      percent(share(outcomes, ({ state }) => isFound(state))),
    ]),
  ])
  printScores(scenarios)
  if (lying.length > 0)
    console.log(`\nLeft out, since physics puts them elsewhere: ${lying.join(', ')}.`)
}

/** Detection by the path alone whatever the line, and calibration, against the drawn people on home lines, who are enough for small rates. */
function printScores(scenarios: readonly Scenario[]): void {
  const honest = scenarios.find(({ name }) => name === 'honest: generated home line')?.outcomes
  if (honest === undefined) return
  const heads = FALSE_ALARMS.map((rate) => `at ${percent(rate)}`)
  console.log(
    '\nDetection by the path alone at other shares of false alarms, and calibration of the whole (Cllr: 0 perfect, 1 says nothing):',
  )
  printTable([
    ['scenario', ...heads.flatMap((head) => [`ours ${head}`, `height ${head}`]), 'Cllr'],
    ...scenarios
      .filter((scenario) => !scenario.honest)
      .map(({ name, outcomes }) => {
        const bans = (list: readonly Outcome[]) => list.map((outcome) => outcome.bans)
        const heights = (list: readonly Outcome[]) => list.map((outcome) => outcome.heightMs)
        const excess = (list: readonly Outcome[]) => list.map((outcome) => outcome.excessMs)
        const ours = detectionAt(excess(honest), excess(outcomes))
        const theirs = detectionAt(heights(honest), heights(outcomes))
        const rates = ours.flatMap((rate, i) => [percent(rate), percent(theirs[i] ?? 0)])
        return [name, ...rates, cllr(bans(honest), bans(outcomes)).toFixed(2)]
      }),
  ])
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
  return outcomes.filter(holds).length / outcomes.length
}

function found(outcomes: readonly Outcome[]): string {
  const count = outcomes.filter(({ state }) => isFound(state)).length
  const [low, high] = clopperPearson(count, outcomes.length)
  return `${percent(count / outcomes.length)} (${percent(low)}–${percent(high)})`
}

function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)} %`
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  for (const row of rows) {
    console.log(
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
  }
}
