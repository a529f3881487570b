/** What came of a tapping exercise. */
import type { ControlTrouble } from './trouble-words.ts'

/** Taken, or taken and one part more is asked for; not scored because of what was declared; or nothing, and why. */
export type ControlOutcome =
  | { kind: 'done' }
  | { kind: 'more' }
  | { kind: 'not-scored' }
  | { kind: 'trouble'; trouble: ControlTrouble }
