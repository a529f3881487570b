/** Fields of messages, of the log, and of what keeps the program going. */
import type { Database } from '../schema.ts'
import { field, type FieldsOf } from './field.ts'

type Tables =
  | 'outbox'
  | 'mails'
  | 'refs'
  | 'console_messages'
  | 'audit'
  | 'once'
  | 'settings'
  | 'key_ids'
  | 'migrations'

/** What each column is for. */
export const recordFields: { readonly [T in Tables]: FieldsOf<Database[T]> } = {
  outbox: {
    seq: field('plain', 'record', 'whereabouts', 'operator', 'their order'),
    key: field(
      'plain',
      'record',
      'whereabouts',
      'operator',
      'names the message, so that none is posted twice',
    ),
    slot: field(
      'plain',
      'record',
      'whereabouts',
      'operator',
      'lets several wishes for one card become one',
    ),
    living: field(
      'plain',
      'record',
      'whereabouts',
      'operator',
      'whether it is drawn when delivered',
    ),
    case_id: field('plain', 'record', 'whereabouts', 'operator', 'the case it is about'),
    round_id: field('plain', 'record', 'whereabouts', 'operator', 'the round it is about'),
    platform: field('plain', 'record', 'chat platform', 'operator', 'where it goes'),
    channel: field('plain', 'record', 'chat platform', 'operator', 'where it goes'),
    card: field(
      'encrypted',
      'delivery',
      'whereabouts',
      'hiring',
      'a note that waits: name, what happened, what the candidate wrote',
    ),
    due_at: field('plain', 'record', 'whereabouts', 'operator', 'when to deliver'),
    attempts: field('plain', 'record', 'whereabouts', 'operator', 'how often it was tried'),
    hidden_until: field('plain', 'record', 'whereabouts', 'operator', 'who delivers it now'),
    done: field('plain', 'record', 'whereabouts', 'operator', 'whether it is delivered'),
    last_error: field('encrypted', 'delivery', 'chat platform', 'operator', 'why it failed last'),
  },
  mails: {
    id: field(
      'plain',
      'readings',
      'whereabouts',
      'operator',
      'names the mail, to mail servers as well, so that one sent twice is known for the same',
    ),
    round_id: field('plain', 'readings', 'whereabouts', 'operator', 'the round it invites to'),
    kind: field('plain', 'readings', 'whereabouts', 'operator', 'invitation or reminder'),
    state: field(
      'plain',
      'readings',
      'whereabouts',
      'hiring',
      'waiting, sent, failed or dropped; shown on the card',
    ),
    link: field(
      'encrypted',
      'delivery',
      'whereabouts',
      'candidate',
      'the link that it brings, until it is sent or not needed any more',
    ),
    why: field(
      'encrypted',
      'readings',
      'mail server',
      'hiring',
      'what the mail server said when it did not take it',
    ),
    due_at: field('plain', 'readings', 'whereabouts', 'operator', 'when to send it'),
    attempts: field('plain', 'readings', 'whereabouts', 'operator', 'how often it was tried'),
    created_at: field('plain', 'readings', 'whereabouts', 'operator', 'the date that it bears'),
    at: field('plain', 'readings', 'whereabouts', 'hiring', 'when it was sent, or failed'),
  },
  refs: {
    key: field('plain', 'record', 'whereabouts', 'operator', 'names the message'),
    case_id: field('plain', 'record', 'whereabouts', 'operator', 'the case it is about'),
    ref: field(
      'plain',
      'record',
      'chat platform',
      'operator',
      'where it stands, so that it can be edited and removed',
    ),
  },
  console_messages: {
    seq: field('plain', 'record', 'whereabouts', 'operator', 'their order'),
    id: field('plain', 'record', 'whereabouts', 'hiring', 'names the message'),
    key: field('plain', 'record', 'whereabouts', 'operator', 'finds the message to edit'),
    channel: field('plain', 'record', 'whereabouts', 'hiring', 'the console’s channel'),
    case_id: field('plain', 'record', 'whereabouts', 'operator', 'the case it is about'),
    card: field(
      'encrypted',
      'case',
      'whereabouts',
      'hiring',
      'the card as shown: name, place, verdict, findings, decision',
    ),
    at: field('plain', 'record', 'whereabouts', 'hiring', 'when it was posted'),
    edited_at: field('plain', 'record', 'whereabouts', 'hiring', 'when it last changed'),
    removed: field('plain', 'record', 'whereabouts', 'hiring', 'whether it was taken away'),
  },
  audit: {
    seq: field('plain', 'log', 'whereabouts', 'hiring', 'number of the line'),
    at: field('plain', 'log', 'whereabouts', 'hiring', 'when'),
    platform: field('plain', 'log', 'chat platform', 'hiring', 'who acted: from where'),
    actor_id: field(
      'plain',
      'log',
      'chat platform',
      'hiring',
      'who acted: account on the platform, or the id of a session',
    ),
    event: field('plain', 'log', 'whereabouts', 'hiring', 'what happened'),
    case_id: field('plain', 'log', 'whereabouts', 'hiring', 'which case'),
    detail: field(
      'plain',
      'log',
      'whereabouts',
      'hiring',
      'round, verdict word, decision, workspace; no reading, no claim, no declaration',
    ),
    previous: field('plain', 'log', 'whereabouts', 'hiring', 'hash of the line before'),
    hash: field(
      'plain',
      'log',
      'whereabouts',
      'hiring',
      'hash of the line, so that a changed past shows',
    ),
  },
  once: {
    key: field(
      'plain',
      'retry',
      'chat platform',
      'operator',
      'names a submission: the account, and the platform’s or the API caller’s id of it (`Idempotency-Key`)',
    ),
    result: field(
      'encrypted',
      'retry',
      'whereabouts',
      'operator',
      'ids of what it made, so that a second one makes nothing',
    ),
    at: field('plain', 'retry', 'whereabouts', 'operator', 'when'),
  },
  settings: {
    key: field('plain', 'setting', 'chat platform', 'operator', 'which workspace'),
    value: field(
      'encrypted',
      'setting',
      'admin',
      'operator',
      'who may do what (accounts), and the installation of a workspace with its token',
    ),
  },
  key_ids: {
    id: field(
      'plain',
      'program',
      'whereabouts',
      'operator',
      'which keys the database was written with; not the keys',
    ),
  },
  migrations: {
    name: field('plain', 'program', 'whereabouts', 'operator', 'which version made the tables'),
  },
}
