/**
 * Joining and leaving a call, as a service tells it of everybody in it: kept for accounts that were named for a round in
 * which readings are taken. Of all others nothing is kept, nor logged.
 */
import { callStretchesOf, type CallService } from '../core/call-presence.ts'
import { parseSignal, type SignalValue } from '../core/signals.ts'
import { redrawCard } from './cards.ts'
import type { Ports } from './ports.ts'
import type { CallRecord, RoundRecord, Tx } from './records.ts'
import { SIGNALS_KEPT } from './record-signals.ts'

/** How long before the window times are kept: people come early. Source: our judgement, 2026-11-25. */
const CALL_LEAD_MS = 15 * 60_000

/** Changes kept per round: a bad line rejoins every few minutes; ten times that is a flood. */
const CHANGES_KEPT = 200

/** Where somebody is now, as a service tells it. */
export interface CallMove {
  service: CallService
  server: string
  person: string
  /** The channel that they are in now; null for none. */
  channel: string | null
  /** When it was heard, by our clock. */
  at: number
  /**
   * How it was learned: heard as it happened; by a look, which says nothing where a change was heard meanwhile; or after
   * a time in which this process heard nothing.
   */
  how: 'heard' | 'looked' | { deafSince: number }
}

/** Somebody came, went or moved: another channel than the one that is meant is none. Out: in how many rounds it was kept. */
export async function recordCallMove(ports: Ports, move: CallMove): Promise<number> {
  const { service, server, person } = move
  return keep(ports, async (tx) => {
    let kept = 0
    for (const call of await tx.calls.ofPerson(service, server, person)) {
      if (move.how === 'looked' && call.heardAt !== null) continue
      kept += await note(ports, tx, call, { ...move, isThere: move.channel === call.channel })
    }
    return kept
  })
}

/** Everybody who is in a channel of a server now: what was missed shows by that. Out: in how many rounds it was kept. */
export async function reconcileCalls(
  ports: Ports,
  { service, server, at, how }: Pick<CallMove, 'service' | 'server' | 'at' | 'how'>,
  channelOf: ReadonlyMap<string, string>,
): Promise<number> {
  return keep(ports, async (tx) => {
    let kept = 0
    for (const call of await tx.calls.ofServer(service, server)) {
      const isThere = channelOf.get(call.person) === call.channel
      kept += await note(ports, tx, call, { at, how, isThere })
    }
    return kept
  })
}

/**
 * The window of a round ends: what is open in it counts until the last moment at which a change would have been heard.
 *
 * Without it, a line that was down at the end would leave somebody in the call whom nobody saw there.
 */
export async function settleCall(tx: Tx, round: RoundRecord): Promise<void> {
  const call = await tx.calls.get(round.id)
  if (call === undefined) return
  const before = await readStretches(tx, round.id)
  if (isOpen(before) && isDoubtful(call, before, round.endAt)) await noteLoss(tx, call, before)
}

async function keep(ports: Ports, work: (tx: Tx) => Promise<number>): Promise<number> {
  const kept = await ports.store.transaction(work)
  if (kept > 0) ports.wake()
  return kept
}

type Told = Pick<CallMove, 'at' | 'how'> & { isThere: boolean }

type Before = Awaited<ReturnType<typeof readStretches>>

/** What is known of a call so far. */
async function readStretches(tx: Tx, roundId: string) {
  const signals = await tx.signals.named(roundId, 'callPresence')
  return { stretches: callStretchesOf(signals), count: signals.length, lastAt: signals.at(-1)?.at }
}

function isOpen({ stretches }: Before): boolean {
  return stretches.at(-1)?.toAt === null
}

/** Keeps a change of somebody who is meant. Out: 1 when it was one. */
async function note(ports: Ports, tx: Tx, call: CallRecord, told: Told): Promise<number> {
  const round = await tx.rounds.get(call.roundId)
  const kase = round && (await tx.cases.get(round.caseId))
  if (round === undefined || kase === undefined || !isInTime(round, told.at)) return 0
  // Another process that shares the database heard it all meanwhile.
  if (typeof told.how === 'object' && (call.heardAt ?? 0) > told.how.deafSince) return 0
  const exact = told.how === 'heard'
  const before = await readStretches(tx, round.id)
  const hasRoom = before.count < CHANGES_KEPT && (await tx.signals.count(round.id)) < SIGNALS_KEPT
  if (!hasRoom) return 0
  const wasThere = isOpen(before)
  // Whoever was there and still is may have gone and come again where something can have been missed.
  const isCut = !exact && (!told.isThere || isDoubtful(call, before, told.at))
  const lost = wasThere && isCut ? await noteLoss(tx, call, before) : null
  if (typeof told.how === 'string') await tx.calls.hear(round.id, told.at)
  const isNews = told.isThere !== (wasThere && lost === null) || lost !== null
  if (!isNews) return 0
  const event = told.isThere ? 'joined' : 'left'
  // A millisecond later at least, so that their order stands.
  const at = Math.max(told.at, (lost ?? before.lastAt ?? 0) + 1)
  await append(tx, round.id, at, { platform: call.service, event, exact })
  await redrawCard(ports, tx, kase, round.id)
  return 1
}

/** Whether times of a moment are kept: once Continue was pressed, from a while before the window to its end. */
export function isInTime({ startAt, endAt, boundAt }: RoundRecord, at: number): boolean {
  return boundAt !== null && at >= boundAt && at >= startAt - CALL_LEAD_MS && at < endAt
}

/** How old the last moment of certainty may be, ms: it is renewed every 15 s, and a busy machine may skip one. */
const CERTAIN_MS = 45_000

function certainUntil(call: CallRecord, { lastAt = 0 }: Before): number {
  return Math.max(call.heardAt ?? 0, lastAt)
}

function isDoubtful(call: CallRecord, before: Before, at: number): boolean {
  return at - certainUntil(call, before) > CERTAIN_MS
}

/** Ends what is open at the last moment at which it was certain. Out: that moment. */
async function noteLoss(tx: Tx, call: CallRecord, before: Before): Promise<number> {
  const lostAt = Math.max(certainUntil(call, before), (before.lastAt ?? 0) + 1)
  await append(tx, call.roundId, lostAt, { platform: call.service, event: 'lost', exact: true })
  return lostAt
}

async function append(tx: Tx, roundId: string, at: number, value: SignalValue<'callPresence'>) {
  const signal = parseSignal({ name: 'callPresence', at, source: 'platform', value })
  if (signal !== undefined) await tx.signals.append(roundId, null, [signal])
}
