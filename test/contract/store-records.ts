/** Records for the store's tests: one of each kind, full of personal text. */
import { textCard } from '../../src/core/card.ts'
import type { Evidence } from '../../src/core/policy.ts'
import type { Signal } from '../../src/core/signals.ts'
import type { AxisVerdict, Verdict } from '../../src/core/verdict.ts'
import type {
  Actor,
  AuditEvent,
  CallRecord,
  CaseRecord,
  ConsoleMessage,
  ControlCheckRecord,
  GrantRecord,
  LinkRecord,
  MailRecord,
  OutboxRecord,
  RequestRecord,
  ReviewRecord,
  RoundRecord,
  SessionRecord,
  Tx,
  VerdictRecord,
} from '../../src/usecases/records.ts'

/** A Monday in November 2026. */
export const NOW = Date.UTC(2026, 10, 23, 15)

/** Every text below that must never be readable in the database. */
export const PERSONAL = [
  'Zoë Quandt',
  'zoe.quandt@example.com',
  '+1 512 555 0142',
  'Austin',
  'America/Chicago',
  'meet.example.com',
  'Marek Recruiter',
  'Senior gardener',
  '203.0.113.77',
  'Zoë explained the detour',
  'Please use the phone instead',
  'posted about Zoë',
  'the channel refused Zoë',
  'link-with-secret-token',
  'i/secret-token',
  'the server refused Zoë',
  'not-steady',
  '1100110011001100110',
  '2200220022002200220',
  '3300330033003300330',
]

const requester: Actor = { platform: 'console', id: 'user_1', name: 'Marek Recruiter' }

/** A case. */
export function aCase(id = 'case_1', changes: Partial<CaseRecord> = {}): CaseRecord {
  return {
    id,
    state: 'open',
    claims: {
      name: 'Zoë Quandt',
      email: 'zoe.quandt@example.com',
      phone: '+1 512 555 0142',
      place: {
        label: 'Austin, Texas, United States',
        country: 'US',
        lat: 30.27,
        lon: -97.74,
        zone: 'America/Chicago',
      },
    },
    opening: 'Senior gardener',
    platform: 'console',
    channel: 'hiring',
    requester,
    simulated: false,
    createdAt: NOW,
    updatedAt: NOW,
    heldAt: null,
    ...changes,
  }
}

/** A round of `case_1`. */
export function aRound(id = 'round_1', changes: Partial<RoundRecord> = {}): RoundRecord {
  return {
    id,
    caseId: 'case_1',
    number: 1,
    state: 'waiting',
    startAt: NOW,
    endAt: NOW + 2_700_000,
    zone: 'America/Chicago',
    meetingUrl: 'https://meet.example.com/zoe',
    controlCheck: true,
    declared: { travel: false, vpn: true, remoteDesktop: false, assistive: true },
    simulatedVantage: { id: 'fra', name: 'Frankfurt', lat: 50.1, lon: 8.7 },
    createdAt: NOW,
    boundAt: null,
    joinedAt: null,
    closedAt: null,
    ...changes,
  }
}

/** A link of `round_1`. */
export function aLink(hash = 'link_1', changes: Partial<LinkRecord> = {}): LinkRecord {
  return { hash, roundId: 'round_1', state: 'live', createdAt: NOW, ...changes }
}

/** A session of `round_1`. */
export function aSession(id = 'session_1', changes: Partial<SessionRecord> = {}): SessionRecord {
  return {
    id,
    hash: `hash of ${id}`,
    roundId: 'round_1',
    state: 'bound',
    networkHash: 'network_1',
    createdAt: NOW,
    lastSeenAt: NOW,
    ...changes,
  }
}

/** Readings. */
export const readings: readonly Signal[] = [
  { name: 'address', source: 'server', at: NOW, value: '203.0.113.77' },
  { name: 'browserZone', source: 'page', at: NOW, value: 'America/Chicago' },
  { name: 'webdriver', source: 'page', at: NOW + 1, why: 'blocked' },
]

const axis: AxisVerdict = {
  state: 'review',
  bans: 0.6,
  coverage: { met: true, missing: [] },
  groups: [{ group: 'address', bans: 0.6, basis: 'argued' }],
}

/** A verdict. */
export const verdict: Verdict = {
  overall: 'review',
  axes: {
    // What it lacks can repeat what a person declared.
    place: { ...axis, coverage: { met: true, missing: ['Zoë declared travel'] } },
    control: axis,
    continuity: axis,
    record: axis,
  },
  asked: ['place'],
  policyVersion: '2026-11-22',
}

const evidence: Evidence = {
  check: 'country-vs-address',
  title: 'Stated country against the country of the IP address',
  axis: 'place',
  group: 'address',
  outcome: 'contradictory',
  level: 'one-database',
  claimed: 'Austin, Texas',
  expected: 'an address in the United States',
  observed: '203.0.113.77 in Germany',
  facts: { distanceKm: 8600 },
  innocent: ['travel'],
  next: 'Ask.',
  forbiddenAtVantages: 0,
  why: null,
  measuredByUs: true,
  bans: 0.6,
  basis: 'argued',
  weightSource: 'measured',
}

/** A tapping exercise of `round_1` that waits for its answer. */
export function aControlCheck(
  id = 'check_1',
  changes: Partial<ControlCheckRecord> = {},
): ControlCheckRecord {
  return {
    id,
    roundId: 'round_1',
    sessionId: 'session_1',
    seed: 3_000_000_000,
    part: 'whole',
    variant: 'usual',
    tempi: 2,
    state: 'issued',
    trouble: null,
    issuedAt: NOW,
    endedAt: null,
    ...changes,
  }
}

/** A mail of `round_1` that waits. */
export function aMailRecord(id = 'mail_1', changes: Partial<MailRecord> = {}): MailRecord {
  return {
    id,
    roundId: 'round_1',
    kind: 'invitation',
    state: 'waiting',
    link: 'https://verify.example.com/i/secret-token',
    why: null,
    dueAt: NOW,
    attempts: 0,
    createdAt: NOW,
    at: NOW,
    ...changes,
  }
}

/** An account whose times in a call are noted for `round_1`. */
export function aCall(changes: Partial<CallRecord> = {}): CallRecord {
  return {
    roundId: 'round_1',
    service: 'discord',
    server: '1100110011001100110',
    channel: '2200220022002200220',
    person: '3300330033003300330',
    heardAt: null,
    ...changes,
  }
}

/** A verdict on `round_1`. */
export function aVerdict(changes: Partial<VerdictRecord> = {}): VerdictRecord {
  return { roundId: 'round_1', at: NOW, verdict, evidence: [evidence], ...changes }
}

/** A decision on `case_1`. */
export function aReview(id = 'review_1', changes: Partial<ReviewRecord> = {}): ReviewRecord {
  return {
    id,
    caseId: 'case_1',
    roundId: 'round_1',
    by: requester,
    decision: 'dismiss',
    reason: 'Zoë explained the detour',
    at: NOW,
    ...changes,
  }
}

/** A candidate's request in `round_1`. */
export function aRequest(id = 'request_1', changes: Partial<RequestRecord> = {}): RequestRecord {
  return {
    id,
    roundId: 'round_1',
    kind: 'another-way',
    text: 'Please use the phone instead',
    at: NOW,
    ...changes,
  }
}

/** A permission. */
export function aGrant(hash = 'grant_1', changes: Partial<GrantRecord> = {}): GrantRecord {
  return { hash, kind: 'report', subject: 'case_1', state: '', expiresAt: NOW, ...changes }
}

/** The wish that the living card of `round_1` follows. */
export function aWish(changes: Partial<OutboxRecord> = {}): Omit<OutboxRecord, 'id' | 'attempts'> {
  return {
    key: 'card:round_1',
    caseId: 'case_1',
    platform: 'console',
    channel: 'hiring',
    card: null,
    roundId: 'round_1',
    dueAt: NOW,
    ...changes,
  }
}

/** A note of `case_1`. */
export function aNote(
  key = 'note:1',
  changes: Partial<OutboxRecord> = {},
): Omit<OutboxRecord, 'id' | 'attempts'> {
  return aWish({ key, card: textCard('Note', ['posted about Zoë']), roundId: null, ...changes })
}

/** A line for the audit log. */
export function anEvent(event = 'case-opened', changes: Partial<AuditEvent> = {}): AuditEvent {
  return {
    at: NOW,
    actor: { platform: 'console', id: 'user_1' },
    event,
    caseId: 'case_1',
    detail: { round: 1, again: false, state: 'open', note: null },
    ...changes,
  }
}

/** A message in the console's channel. */
export function aMessage(id = 'message_1', changes: Partial<ConsoleMessage> = {}): ConsoleMessage {
  return {
    id,
    key: 'card:round_1',
    channel: 'hiring',
    caseId: 'case_1',
    card: textCard('Zoë Quandt', ['posted about Zoë']),
    at: NOW,
    editedAt: null,
    removed: false,
    ...changes,
  }
}

/** Puts one of everything about `case_1` into the store. */
export async function insertEverything(tx: Tx): Promise<void> {
  await tx.cases.insert(aCase())
  await tx.rounds.insert(aRound())
  await tx.links.insert(aLink())
  await tx.sessions.insert(aSession())
  await tx.previews.append({ roundId: 'round_1', at: NOW, method: 'GET', previewer: true })
  await tx.signals.append('round_1', 'session_1', readings)
  await tx.controlChecks.insert(aControlCheck('check_1', { state: 'void', trouble: 'not-steady' }))
  await tx.mails.insert(aMailRecord('mail_1', { why: 'the server refused Zoë' }))
  await tx.calls.insert(aCall({ heardAt: NOW }))
  await tx.usualLateness.count('case_1', 'round_1', { input: 'key', lateMs: 35 })
  await tx.verdicts.append(aVerdict())
  await tx.reviews.append(aReview())
  await tx.requests.append(aRequest())
  await tx.grants.insert(aGrant())
  await tx.grants.insert(aGrant('grant_2', { kind: 'move', subject: 'session_1' }))
  await tx.outbox.put(aWish())
  await tx.outbox.put(aNote())
  const [wish] = await tx.outbox.claim(NOW, NOW + 1, 1)
  await tx.outbox.retry(wish?.id ?? 0, NOW, 'the channel refused Zoë')
  await tx.refs.set('card:round_1', 'case_1', 'message_1')
  await tx.audit.append(anEvent())
  await tx.once.set('post:1', '{"link":"link-with-secret-token"}', NOW)
  await tx.console.upsert(aMessage())
}
