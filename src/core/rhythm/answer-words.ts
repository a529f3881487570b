/** What came of a tapping exercise, for the person who did it. */
import { troubleAdvice, troubleWords, type ControlTrouble } from './trouble-words.ts'

/** What came of it: taken; not scored because of what was declared; or nothing, and why. */
export type ControlOutcome =
  { kind: 'done' } | { kind: 'not-scored' } | { kind: 'trouble'; trouble: ControlTrouble }

/** For the candidate: one sentence each. */
export function answerWords(outcome: ControlOutcome): string[] {
  switch (outcome.kind) {
    case 'done':
      return ['Thank you, that was all of it.', 'Only averages were kept.']
    case 'not-scored':
      return ['Thank you. With what you told us it is not scored, and nothing of it was kept.']
    case 'trouble':
      return [
        `That could not be used: ${troubleWords[outcome.trouble]}.`,
        troubleAdvice[outcome.trouble],
        'It does not count against you. You can do it again, or skip it.',
      ]
  }
}
