/**
 * The tables, as Kysely sees them on either engine.
 *
 * Times are integer ms, booleans 0 or 1, JSON text. `Sealed` columns hold what `cipher.ts` made; null once erased.
 */
import type { Generated, Kysely, Transaction } from 'kysely'
import type { CaseState, Decision } from '../core/case.ts'
import type { LinkState, RoundState, SessionState } from '../core/round.ts'
import type { SignalName } from '../core/signals.ts'
import type { Source } from '../core/signal-definition.ts'
import type { TapInput } from '../core/usual-lateness.ts'
import type { State } from '../core/verdict.ts'
import type {
  Actor,
  CallRecord,
  ControlCheckRecord,
  GrantRecord,
  MailRecord,
  PreviewRecord,
  RequestRecord,
} from '../usecases/records.ts'

/** An encrypted column. */
export type Sealed = string | null

interface CaseRow {
  id: string
  state: CaseState
  claims: Sealed
  opening: Sealed
  email_hash: string | null
  phone_hash: string | null
  platform: Actor['platform']
  channel: string
  requester_platform: Actor['platform']
  requester_id: string
  requester_name: Sealed
  simulated: number
  created_at: number
  updated_at: number
  held_at: number | null
}

interface RoundRow {
  id: string
  case_id: string
  number: number
  state: RoundState
  start_at: number
  end_at: number
  zone: Sealed
  meeting_url: Sealed
  control_check: number
  declared: Sealed
  simulated_vantage: string | null
  created_at: number
  bound_at: number | null
  joined_at: number | null
  closed_at: number | null
}

interface LinkRow {
  hash: string
  round_id: string
  state: LinkState
  created_at: number
}

interface SessionRow {
  id: string
  hash: string
  round_id: string
  state: SessionState
  network_hash: string
  created_at: number
  last_seen_at: number
}

interface PreviewRow {
  seq: Generated<number>
  round_id: string
  at: number
  method: PreviewRecord['method']
  previewer: number
}

interface SignalRow {
  seq: Generated<number>
  id: string
  round_id: string
  session_id: string | null
  name: SignalName
  source: Source
  at: number
  reading: Sealed
}

interface ControlCheckRow {
  id: string
  round_id: string
  session_id: string
  seed: number
  part: ControlCheckRecord['part']
  variant: ControlCheckRecord['variant']
  tempi: ControlCheckRecord['tempi']
  state: ControlCheckRecord['state']
  trouble: Sealed
  issued_at: number
  ended_at: number | null
}

interface CountedLatenessRow {
  case_id: string
  round_id: string
  counted: Sealed
}

interface UsualLatenessRow {
  input: TapInput
  late_ms: number
  people: number
}

interface VerdictRow {
  seq: Generated<number>
  id: string
  round_id: string
  at: number
  overall: State
  /** Without the lines of `coverage`. */
  verdict: string
  evidence: Sealed
  coverage: Sealed
}

interface ReviewRow {
  seq: Generated<number>
  id: string
  case_id: string
  round_id: string
  by_platform: Actor['platform']
  by_id: string
  by_name: Sealed
  decision: Decision
  reason: Sealed
  at: number
}

interface RequestRow {
  seq: Generated<number>
  id: string
  round_id: string
  kind: RequestRecord['kind']
  text: Sealed
  at: number
}

interface GrantRow {
  hash: string
  kind: GrantRecord['kind']
  subject: string
  state: string
  expires_at: number
}

interface OutboxRow {
  seq: Generated<number>
  key: string
  /** Unique: what another wish under this key falls into. A note's for ever; a living card's while nobody delivers it. */
  slot: string | null
  living: number
  case_id: string | null
  round_id: string | null
  platform: Actor['platform']
  channel: string
  card: Sealed
  due_at: number
  attempts: number
  /** While later than now, somebody delivers this; 0 when nobody does. */
  hidden_until: number
  /** Only notes stay when done, so that their key stays taken. */
  done: number
  last_error: Sealed
}

interface MailRow {
  id: string
  round_id: string
  kind: MailRecord['kind']
  state: MailRecord['state']
  link: Sealed
  why: Sealed
  due_at: number
  attempts: number
  created_at: number
  at: number
}

interface CallRow {
  round_id: string
  service: CallRecord['service']
  subject: Sealed
  person_hash: string | null
  server_hash: string | null
  heard_at: number | null
}

interface RefRow {
  key: string
  case_id: string | null
  ref: string
}

interface AuditRow {
  seq: number
  at: number
  platform: Actor['platform']
  actor_id: string
  event: string
  case_id: string | null
  detail: string
  previous: string
  hash: string
}

interface OnceRow {
  key: string
  result: Sealed
  at: number
}

interface SettingRow {
  key: string
  value: Sealed
}

interface ConsoleRow {
  seq: Generated<number>
  id: string
  key: string
  channel: string
  case_id: string | null
  card: Sealed
  at: number
  edited_at: number | null
  removed: number
}

/** Every table. */
export interface Database {
  cases: CaseRow
  rounds: RoundRow
  links: LinkRow
  sessions: SessionRow
  previews: PreviewRow
  signals: SignalRow
  control_checks: ControlCheckRow
  counted_lateness: CountedLatenessRow
  usual_lateness: UsualLatenessRow
  verdicts: VerdictRow
  reviews: ReviewRow
  requests: RequestRow
  grants: GrantRow
  outbox: OutboxRow
  mails: MailRow
  calls: CallRow
  refs: RefRow
  audit: AuditRow
  once: OnceRow
  settings: SettingRow
  console_messages: ConsoleRow
  /** Ids of the keys that columns were encrypted with. */
  key_ids: { id: string }
  migrations: { name: string }
}

/** The database outside a transaction. */
export type Db = Kysely<Database>

/** One transaction. */
export type Trx = Transaction<Database>

/** Where encrypted text is: every column, and the column whose value is the row's id in its ciphertexts. */
export const sealedColumns = {
  cases: { id: 'id', columns: ['claims', 'opening', 'requester_name'] },
  rounds: { id: 'id', columns: ['zone', 'meeting_url', 'declared'] },
  signals: { id: 'id', columns: ['reading'] },
  control_checks: { id: 'id', columns: ['trouble'] },
  counted_lateness: { id: 'case_id', columns: ['counted'] },
  verdicts: { id: 'id', columns: ['evidence', 'coverage'] },
  reviews: { id: 'id', columns: ['by_name', 'reason'] },
  requests: { id: 'id', columns: ['text'] },
  outbox: { id: 'key', columns: ['card', 'last_error'] },
  mails: { id: 'id', columns: ['link', 'why'] },
  calls: { id: 'round_id', columns: ['subject'] },
  once: { id: 'key', columns: ['result'] },
  settings: { id: 'key', columns: ['value'] },
  console_messages: { id: 'id', columns: ['card'] },
} as const

/** A table with encrypted columns. */
export type SealedTable = keyof typeof sealedColumns

/** An encrypted column of a table. */
export type SealedColumn<T extends SealedTable> = (typeof sealedColumns)[T]['columns'][number]
