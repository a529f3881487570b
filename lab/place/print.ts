/** Shows an evaluation of places to people. */
import { percent, printTable } from '../print-table.ts'
import { printStates } from '../print-states.ts'
import { cllr, detectionAt, FALSE_ALARMS } from '../scores.ts'
import { baselines } from './baselines.ts'
import type { Outcome, Scenario } from './evaluate.ts'

/** Prints a table of states, the baselines beside it, and what other lines would find. */
export function printPlace(scenarios: readonly Scenario[], lying: readonly string[]): void {
  printStates(
    scenarios,
    baselines.map(({ system }) => system),
  )
  printScores(scenarios)
  if (lying.length > 0) {
    console.log(`\nLeft out, since physics puts them elsewhere: ${lying.join(', ')}.`)
  }
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
