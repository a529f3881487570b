/** Shows what the part besides changes for slow people and for operators who lead the beat. */
import type { State } from '../../src/core/verdict.ts'
import { clopperPearson } from '../interval.ts'
import { percent, printTable } from '../print-table.ts'
import { isFound, type ExtraOutcome, type ExtraScenario } from './evaluate-extra.ts'

/** Prints, per kind of person: who is asked, what comes of it, and what is said with it and without. */
export function printExtra(scenarios: readonly ExtraScenario[]): void {
  console.log('\nThe part besides, asked for where taps are on the beat and reactions late:')
  const heads = ['scenario', 'n', 'asked', 'usable', 'time to stop, ms', 'jump made good']
  printTable([
    [...heads, 'consistent without', 'with', 'found without', 'with (95 %)'],
    ...scenarios.map(({ name, outcomes }) => {
      const asked = outcomes.filter((outcome) => outcome.asked)
      const usable = asked.flatMap(({ estimate }) => estimate ?? [])
      const jumps = usable.flatMap((estimate) => estimate.jumps ?? [])
      return [
        ...[name, String(outcomes.length), percent(asked.length / outcomes.length)],
        percent(usable.length / Math.max(1, asked.length)),
        String(Math.round(mean(usable.map((one) => one.asynchronyMs + one.ssd50Ms)))),
        mean(jumps.map(({ lag1 }) => lag1)).toFixed(2),
        percent(shareOf(outcomes, ({ without }) => without === 'consistent')),
        percent(shareOf(outcomes, ({ state }) => state === 'consistent')),
        percent(shareOf(outcomes, ({ without }) => isFound(without))),
        found(outcomes.map(({ state }) => state)),
      ]
    }),
  ])
}

function found(states: readonly State[]): string {
  const count = states.filter(isFound).length
  const [low, high] = clopperPearson(count, states.length)
  return `${percent(count / states.length)} (${percent(low)}–${percent(high)})`
}

function shareOf(outcomes: readonly ExtraOutcome[], holds: (one: ExtraOutcome) => boolean): number {
  return outcomes.filter(holds).length / outcomes.length
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
