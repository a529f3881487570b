/** Fields of tapping exercises, and of how late local people tap. */
import type { Database } from '../schema.ts'
import { field, type FieldsOf } from './field.ts'

type Tables = 'control_checks' | 'counted_lateness' | 'usual_lateness'

/** What each column is for. */
export const controlFields: { readonly [T in Tables]: FieldsOf<Database[T]> } = {
  control_checks: {
    id: field('plain', 'readings', 'whereabouts', 'operator', 'names an exercise that was sent'),
    round_id: field('plain', 'readings', 'whereabouts', 'hiring', 'the round it is part of'),
    session_id: field(
      'plain',
      'readings',
      'whereabouts',
      'operator',
      'the session it was sent to: no other may answer',
    ),
    seed: field(
      'plain',
      'readings',
      'whereabouts',
      'operator',
      'what its waits were made from, to hold the answer against',
    ),
    part: field(
      'plain',
      'readings',
      'whereabouts',
      'operator',
      'the whole exercise, or the part that is asked for where taps and reactions disagree',
    ),
    variant: field('plain', 'readings', 'candidate', 'operator', 'as usual, calm, or slower'),
    tempi: field('plain', 'readings', 'whereabouts', 'operator', 'how many tempi it has'),
    state: field(
      'plain',
      'readings',
      'whereabouts',
      'operator',
      'sent, answered, void, refused or superseded: answered once',
    ),
    trouble: field(
      'encrypted',
      'readings',
      'whereabouts',
      'both',
      'why it could not be used, one word; never a tap',
    ),
    issued_at: field(
      'plain',
      'readings',
      'our server',
      'operator',
      'when it was sent: no answer can have taken longer than that',
    ),
    ended_at: field('plain', 'readings', 'our server', 'operator', 'when it was answered'),
  },
  counted_lateness: {
    case_id: field(
      'plain',
      'case',
      'whereabouts',
      'operator',
      'a case that is counted among local people: once each',
    ),
    round_id: field('plain', 'case', 'whereabouts', 'operator', 'the round that looked fine'),
    counted: field(
      'encrypted',
      'case',
      'whereabouts',
      'operator',
      'as what it was counted, so that it can be taken out when the decision changes',
    ),
  },
  usual_lateness: {
    input: field('plain', 'count', 'whereabouts', 'operator', 'key, mouse or touch'),
    late_ms: field('plain', 'count', 'whereabouts', 'operator', 'lateness, in steps of 5 ms'),
    people: field(
      'plain',
      'count',
      'whereabouts',
      'operator',
      'how many people whose round looked fine tapped so late: what is usual here',
    ),
  },
}
