/** The stable form of what `npm run evaluate -- --json` prints. */
import type { State } from '../src/core/verdict.ts'

/** One line of the result: how often each state came out. */
export interface EvaluationRow {
  part: 'place' | 'control'
  scenario: string
  /** Whether the people of the scenario tell the truth. */
  honest: boolean
  /** `ours`, or the name of a baseline. */
  system: string
  n: number
  consistent: number
  unclear: number
  review: number
  contradicted: number
}

/** What of a scenario becomes rows. */
export interface Judged {
  name: string
  honest: boolean
  outcomes: readonly { state: State; found: ReadonlyMap<string, boolean> }[]
}

/** Scenarios as rows: ours, then each baseline, whose finds count as `review`. */
export function toRows(
  part: EvaluationRow['part'],
  scenarios: readonly Judged[],
  systems: readonly string[],
): EvaluationRow[] {
  return scenarios.flatMap(({ name, honest, outcomes }) => {
    const head = { part, scenario: name, honest }
    const n = outcomes.length
    const count = (state: State) => outcomes.filter((outcome) => outcome.state === state).length
    const ours = {
      ...{ ...head, system: 'ours', n },
      ...{ consistent: count('consistent'), unclear: count('unclear') },
      ...{ review: count('review'), contradicted: count('contradicted') },
    }
    const rivals = systems.map((system) => {
      const review = outcomes.filter(({ found }) => found.get(system) === true).length
      return { ...head, system, n, consistent: n - review, unclear: 0, review, contradicted: 0 }
    })
    return [ours, ...rivals]
  })
}
