/** Shows who was found and who was accused, by us and by others on the same signals. */
import type { State } from '../src/core/verdict.ts'
import type { Judged } from './evaluation-row.ts'
import { clopperPearson } from './interval.ts'
import { percent, printTable } from './print-table.ts'

type Outcomes = Judged['outcomes']

const isFound = (state: State) => state === 'review' || state === 'contradicted'

/** Prints shares of each state, the interval of what is found, and the baselines beside it. */
export function printStates(scenarios: readonly Judged[], systems: readonly string[]): void {
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
    ['scenario', ...systems, 'ours'],
    ...scenarios.map(({ name, outcomes }) => [
      name,
      ...systems.map((system) =>
        percent(share(outcomes, (outcome) => outcome.found.get(system) === true)),
      ),
      percent(share(outcomes, ({ state }) => isFound(state))),
    ]),
  ])
}

function share(outcomes: Outcomes, holds: (outcome: Outcomes[number]) => boolean): number {
  return outcomes.filter(holds).length / outcomes.length
}

function found(outcomes: Outcomes): string {
  const count = outcomes.filter(({ state }) => isFound(state)).length
  const [low, high] = clopperPearson(count, outcomes.length)
  return `${percent(count / outcomes.length)} (${percent(low)}–${percent(high)})`
}
