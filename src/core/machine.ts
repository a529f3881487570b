/** State machines as tables: state → event → next state. */
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { AppError } from './app-error.ts'

/** Which events may happen in which state, and where they lead. */
export type Machine<S extends string, E extends string> = Readonly<
  Record<S, Readonly<Partial<Record<E, S>>>>
>

/** The next state. Fails: `illegal-transition`, naming both, when the table has no such step. */
export function transition<S extends string, E extends string>(
  what: string,
  machine: Machine<S, E>,
  state: S,
  event: E,
): S {
  const next = machine[state][event]
  if (next === undefined) {
    throw new AppError(
      'illegal-transition',
      fill(managers.commands.case.illegal, { what, state, event }),
    )
  }
  return next
}
