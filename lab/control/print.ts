/** Shows an evaluation of the control check to people. */
import { percent, printTable } from '../print-table.ts'
import { printStates } from '../print-states.ts'
import { cllr, detectionAt, FALSE_ALARMS } from '../scores.ts'
import { controlBaselines } from './baselines.ts'
import type { ControlOutcome, ControlScenario } from './evaluate.ts'
import { neymanPearson } from './limit.ts'

/** Prints states, baselines, and detection at given rates of false alarms beside what is possible at all. */
export function printControl(scenarios: readonly ControlScenario[]): void {
  printStates(
    scenarios,
    controlBaselines.map(({ system }) => system),
  )
  const honest = scenarios.find((scenario) => scenario.honest)?.outcomes ?? []
  const late = (list: readonly ControlOutcome[]) => list.map(({ asynchronyMs }) => asynchronyMs)
  const bans = (list: readonly ControlOutcome[]) => list.map((outcome) => outcome.bans)
  console.log(
    '\nDetection by lateness at shares of false alarms, beside the Neyman–Pearson limit; Cllr (0 perfect, 1 says nothing):',
  )
  printTable([
    ['scenario', ...FALSE_ALARMS.flatMap((rate) => [`ours at ${percent(rate)}`, 'limit']), 'Cllr'],
    ...scenarios
      .filter((scenario) => !scenario.honest)
      .map(({ name, outcomes }) => {
        const ours = detectionAt(late(honest), late(outcomes))
        const limit = neymanPearson(late(honest), late(outcomes))
        const rates = ours.flatMap((rate, i) => [percent(rate), percent(limit[i] ?? 0)])
        return [name, ...rates, cllr(bans(honest), bans(outcomes)).toFixed(2)]
      }),
  ])
}
