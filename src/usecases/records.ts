/** What is kept, and the questions that use cases ask of it. `store/` turns these into tables. */
import type { Card } from '../core/card.ts'
import type { CallService } from '../core/call-presence.ts'
import type { CaseState, Decision } from '../core/case.ts'
import type { Claims, Declared } from '../core/claim.ts'
import type { Evidence } from '../core/policy.ts'
import type { LinkState, RoundState, SessionState } from '../core/round.ts'
import type { Variant } from '../core/rhythm/plan.ts'
import type { ControlTrouble } from '../core/rhythm/trouble-words.ts'
import type { Signal, SignalName, Vantage } from '../core/signals.ts'
import type { LatenessCount } from '../core/usual-lateness.ts'
import type { Verdict } from '../core/verdict.ts'

/** Who acts: a person on a chat platform, a program with the API key, the candidate, or the product itself. */
export interface Actor {
  platform: 'console' | 'slack' | 'discord' | 'api' | 'candidate' | 'system'
  /** The platform's id of the person. */
  id: string
  /** For people. */
  name: string
}

/** A case. `claims` is null once forgotten. */
export interface CaseRecord {
  id: string
  state: CaseState
  claims: Claims | null
  opening: string | null
  /** Where the card lives. */
  platform: Actor['platform']
  channel: string
  requester: Actor
  /** For ever: a simulated case is never mistaken for a real one. */
  simulated: boolean
  createdAt: number
  updatedAt: number
  /** Since when nothing of it may be removed; null when it may. */
  heldAt: number | null
}

/** A round of a case. */
export interface RoundRecord {
  id: string
  caseId: string
  /** 1 for the first. */
  number: number
  state: RoundState
  startAt: number
  endAt: number
  /** The manager's zone, for showing times. */
  zone: string
  meetingUrl: string | null
  controlCheck: boolean
  declared: Declared
  /** Where the measuring server stands, for simulated rounds only; else the server's own. */
  simulatedVantage: Vantage | null
  createdAt: number
  boundAt: number | null
  joinedAt: number | null
  closedAt: number | null
}

/** A link, by the hash of its token. */
export interface LinkRecord {
  hash: string
  roundId: string
  state: LinkState
  createdAt: number
}

/** The browser bound to a round, by the hash of its cookie. */
export interface SessionRecord {
  id: string
  hash: string
  roundId: string
  state: SessionState
  /** Network of the address at binding (/24 or /64), as a keyed hash. */
  networkHash: string
  createdAt: number
  lastSeenAt: number
}

/** A GET or HEAD of a link that no click followed; kept apart from "opened". */
export interface PreviewRecord {
  roundId: string
  at: number
  method: 'GET' | 'HEAD'
  /** Whether it named itself a previewer or mail scanner. */
  previewer: boolean
}

/** A verdict at one moment. */
export interface VerdictRecord {
  roundId: string
  at: number
  verdict: Verdict
  evidence: readonly Evidence[]
}

/** What a person decided. */
export interface ReviewRecord {
  id: string
  caseId: string
  roundId: string
  by: Actor
  decision: Decision
  reason: string
  at: number
}

/** What a candidate asked of the manager. */
export interface RequestRecord {
  id: string
  roundId: string
  kind: 'another-way' | 'erase' | 'contest'
  text: string
  at: number
}

/** A tapping exercise that was sent: its plan follows from seed, variant and tempi. Answered at most once. */
export interface ControlCheckRecord {
  id: string
  roundId: string
  sessionId: string
  /** 32 bits. */
  seed: number
  /** The whole, or what is asked for besides where taps and reactions disagree. */
  part: 'whole' | 'extra'
  variant: Variant
  tempi: 2 | 3
  /** `done`: its answer was taken; `void`: it said nothing; `refused`: it cannot be of this plan. */
  state: 'issued' | 'done' | 'void' | 'refused' | 'superseded'
  /** Why it came to nothing. */
  trouble: ControlTrouble | null
  issuedAt: number
  endedAt: number | null
}

/** A mail to the candidate of a round. It holds the link in clear until it is sent, so that is encrypted. */
export interface MailRecord {
  id: string
  roundId: string
  kind: 'invitation' | 'reminder'
  /** `failed`: refused, or not taken in time. `dropped`: not needed any more. */
  state: 'waiting' | 'sent' | 'failed' | 'dropped'
  /** Null once it waits no more. */
  link: string | null
  /** What the mail server said last, when it did not take it. */
  why: string | null
  dueAt: number
  attempts: number
  /** When it was written; when its state was set. */
  createdAt: number
  at: number
}

/** Whose times in a call are noted for a round: an account of a service, and the channel that is meant. */
export interface CallRecord {
  roundId: string
  service: CallService
  /** Ids of the service. */
  server: string
  channel: string
  person: string
  /** Until when no change can have been missed; null before anybody looked. */
  heardAt: number | null
}

/** A short-lived permission, by the hash of its token. */
export interface GrantRecord {
  hash: string
  kind: 'report' | 'move' | 'console' | 'beacon' | 'side' | 'calendar'
  /** Report, calendar: case id. Move, beacon, side: session id. Console: whose key it was. */
  subject: string
  /** Move: hash of the browser that asks to take over, once it did. Beacon: number of its last statement. Side: paths it came by. */
  state: string
  expiresAt: number
}

/** A message to bring somewhere: the living card of a round, or a note. Rows with one key are delivered one after another. */
export interface OutboxRecord {
  /** Made by the store, ascending. */
  id: number
  /** Names the message: "card:round_…" or "note:…". */
  key: string
  caseId: string | null
  platform: Actor['platform']
  channel: string
  /** A note carries its card; a living card is drawn when delivered, from what is then true. */
  card: Card | null
  roundId: string | null
  dueAt: number
  attempts: number
}

/** One line of the audit log. No personal data: names the case, never the person. */
export interface AuditEvent {
  at: number
  actor: { platform: Actor['platform']; id: string }
  event: string
  caseId: string | null
  detail: Readonly<Record<string, string | number | boolean | null>>
}

/** A line of the audit log as kept: each carries the hash of the one before. */
export interface AuditRecord extends AuditEvent {
  seq: number
  previous: string
  hash: string
}

/** A message in the console's channel. */
export interface ConsoleMessage {
  id: string
  key: string
  channel: string
  caseId: string | null
  card: Card
  at: number
  editedAt: number | null
  /** Removed messages stay as empty places, so that live consoles can be told. */
  removed: boolean
}

/** One transaction's view of everything kept. Lists are oldest first unless said otherwise. */
export interface Tx {
  cases: {
    insert(record: CaseRecord): Promise<void>
    get(id: string): Promise<CaseRecord | undefined>
    update(
      id: string,
      patch: Partial<Pick<CaseRecord, 'state' | 'claims' | 'updatedAt' | 'heldAt'>>,
    ): Promise<void>
    /** Newest first. `states` and `requesterId` narrow it. */
    list(filter: { states?: readonly CaseState[]; limit: number }): Promise<CaseRecord[]>
    /** Other cases with the same e-mail or phone, found without reading them. */
    withSameContact(claims: Pick<Claims, 'email' | 'phone'>, exceptId: string): Promise<string[]>
    /** Ids of cases created before, not yet forgotten and not held. */
    createdBefore(at: number, limit: number): Promise<string[]>
  }
  rounds: {
    insert(record: RoundRecord): Promise<void>
    get(id: string): Promise<RoundRecord | undefined>
    update(
      id: string,
      patch: Partial<
        Pick<RoundRecord, 'state' | 'declared' | 'boundAt' | 'joinedAt' | 'closedAt' | 'meetingUrl'>
      >,
    ): Promise<void>
    ofCase(caseId: string): Promise<RoundRecord[]>
    /** Live rounds whose window is over. */
    over(now: number, limit: number): Promise<RoundRecord[]>
    /** Rounds opened before an instant that have no verdict yet. */
    unjudged(boundBefore: number, limit: number): Promise<RoundRecord[]>
  }
  links: {
    insert(record: LinkRecord): Promise<void>
    get(hash: string): Promise<LinkRecord | undefined>
    /** Sets the state only if it is still the expected one; false when another was quicker. */
    move(hash: string, from: LinkState, to: LinkState): Promise<boolean>
    supersedeAll(roundId: string): Promise<void>
  }
  sessions: {
    insert(record: SessionRecord): Promise<void>
    get(id: string): Promise<SessionRecord | undefined>
    byHash(hash: string): Promise<SessionRecord | undefined>
    /** The one that is bound or joined. */
    currentOf(roundId: string): Promise<SessionRecord | undefined>
    ofRound(roundId: string): Promise<SessionRecord[]>
    update(id: string, patch: Partial<Pick<SessionRecord, 'state' | 'lastSeenAt'>>): Promise<void>
  }
  previews: {
    append(record: PreviewRecord): Promise<void>
    count(roundId: string): Promise<number>
    ofRound(roundId: string): Promise<PreviewRecord[]>
  }
  signals: {
    append(roundId: string, sessionId: string | null, signals: readonly Signal[]): Promise<void>
    ofRound(roundId: string): Promise<Signal[]>
    /** Those of one name. */
    named(roundId: string, name: SignalName): Promise<Signal[]>
    count(roundId: string): Promise<number>
  }
  controlChecks: {
    insert(record: ControlCheckRecord): Promise<void>
    get(id: string): Promise<ControlCheckRecord | undefined>
    ofRound(roundId: string): Promise<ControlCheckRecord[]>
    /** Ends one that waits for its answer; false when it does not wait any more. */
    end(
      id: string,
      how: { state: 'done' | 'void' | 'refused' } & Pick<ControlCheckRecord, 'trouble' | 'endedAt'>,
    ): Promise<boolean>
    supersedeAll(roundId: string, at: number): Promise<void>
  }
  /** How late local people tap, each case once. */
  usualLateness: {
    counts(): Promise<LatenessCount[]>
    /** Counts a case; false when it is counted already. */
    count(caseId: string, roundId: string, counted: Omit<LatenessCount, 'people'>): Promise<boolean>
    /** Takes a case out that was counted for this round; false when it was not. */
    uncount(caseId: string, roundId: string): Promise<boolean>
  }
  verdicts: {
    append(record: VerdictRecord): Promise<void>
    latest(roundId: string): Promise<VerdictRecord | undefined>
    ofRound(roundId: string): Promise<VerdictRecord[]>
  }
  reviews: {
    append(record: ReviewRecord): Promise<void>
    ofCase(caseId: string): Promise<ReviewRecord[]>
  }
  requests: {
    append(record: RequestRecord): Promise<void>
    ofRound(roundId: string): Promise<RequestRecord[]>
  }
  grants: {
    insert(record: GrantRecord): Promise<void>
    get(hash: string): Promise<GrantRecord | undefined>
    /** Sets the state only if it is still the expected one; false when another was quicker. */
    move(hash: string, from: string, to: string): Promise<boolean>
    purge(expiredBefore: number): Promise<void>
  }
  outbox: {
    /** Adds a message; one that waits already under this key and has no card of its own is enough. */
    put(record: Omit<OutboxRecord, 'id' | 'attempts'>): Promise<void>
    /** Due rows, at most one per key, oldest first, hidden from others until `hiddenUntil`. */
    claim(now: number, hiddenUntil: number, limit: number): Promise<OutboxRecord[]>
    done(id: number): Promise<void>
    /** Makes rows that a dead process claimed due again; only for a process that delivers alone. */
    release(): Promise<void>
    retry(id: number, dueAt: number, error: string): Promise<void>
    count(): Promise<number>
  }
  /** Mails to candidates: an outbox of their own, so that no card waits for a mail server. */
  mails: {
    insert(record: MailRecord): Promise<void>
    get(id: string): Promise<MailRecord | undefined>
    ofRound(roundId: string): Promise<MailRecord[]>
    /** Due ones, soonest first, each counted as tried and not due again before `againAt`. */
    claim(now: number, againAt: number, limit: number): Promise<MailRecord[]>
    retry(id: string, dueAt: number, why: string): Promise<void>
    /** Ends one that waits, and with it what it holds; false when it does not wait any more. */
    end(
      id: string,
      how: { state: 'sent' | 'failed' | 'dropped' } & Pick<MailRecord, 'why' | 'at'>,
    ): Promise<boolean>
    /** Drops all of a round that wait. */
    dropAll(roundId: string, at: number): Promise<void>
  }
  /** Whose times in a call are noted; lists hold only rounds in which readings are taken. */
  calls: {
    insert(record: CallRecord): Promise<void>
    get(roundId: string): Promise<CallRecord | undefined>
    /** Found without reading, by the account in a server. */
    ofPerson(service: CallService, server: string, person: string): Promise<CallRecord[]>
    /** Found without reading, by the server. */
    ofServer(service: CallService, server: string): Promise<CallRecord[]>
    all(service: CallService): Promise<CallRecord[]>
    hear(roundId: string, at: number): Promise<void>
  }
  /** Where each living message is. */
  refs: {
    get(key: string): Promise<string | undefined>
    set(key: string, caseId: string | null, ref: string): Promise<void>
  }
  audit: {
    append(event: AuditEvent): Promise<void>
    ofCase(caseId: string): Promise<AuditRecord[]>
    /** A page of the whole log, for `verify-audit`. */
    after(seq: number, limit: number): Promise<AuditRecord[]>
  }
  /** Results of work that must happen once though it is asked for twice. */
  once: {
    get(key: string): Promise<string | undefined>
    set(key: string, result: string, at: number): Promise<void>
    purge(before: number): Promise<void>
  }
  /** What admins set, and what platforms entrust to us. Values are encrypted. */
  settings: {
    get(key: string): Promise<string | undefined>
    set(key: string, value: string): Promise<void>
    remove(key: string): Promise<void>
  }
  console: {
    upsert(message: ConsoleMessage): Promise<void>
    get(id: string): Promise<ConsoleMessage | undefined>
    byKey(channel: string, key: string): Promise<ConsoleMessage | undefined>
    /** The newest messages of a channel, oldest of them first. */
    latest(channel: string, limit: number): Promise<ConsoleMessage[]>
  }
  /** Erases everything personal of a case: claims, readings, evidence, reasons, messages, links. The audit log stays. */
  erase(caseId: string, at: number): Promise<void>
  /** Removes readings of rounds that ended before, with what only served to take them; not of held cases. Out: how many readings. */
  letGoOfReadings(endedBefore: number): Promise<number>
  /** Removes what is left of erased cases that were opened before. Out: how many cases. */
  letGoOfRecords(createdBefore: number, limit: number): Promise<number>
  counts(): Promise<{ cases: number; liveRounds: number; outbox: number; signals: number }>
}
