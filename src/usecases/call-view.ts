/** What a card and a report know of a round's call. */
import { callStretchesOf, NEVER_TOLD } from '../core/call-presence.ts'
import { parseCallLink } from '../core/call-link.ts'
import type { CallView } from '../core/call-words.ts'
import { isLive } from '../core/round.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, RoundRecord, Tx } from './records.ts'

/** Reads it. Out: null where the round's call is none whose times are told. */
export async function readCallView(
  { settings }: Pick<Ports, 'settings'>,
  tx: Tx,
  kase: CaseRecord,
  round: RoundRecord,
): Promise<CallView | null> {
  const call = await tx.calls.get(round.id)
  const isOver = !isLive(round.state)
  if (call === undefined) {
    const link = round.meetingUrl === null ? null : parseCallLink(round.meetingUrl)
    if (link === null || link.service !== kase.platform) return null
    const state = settings.calls[link.service]
    const view = { service: link.service, stretches: [], isOver }
    return { ...view, state: state === 'noted' ? 'unnamed' : state }
  }
  const { service } = call
  const stretches = callStretchesOf(await tx.signals.named(round.id, 'callPresence'))
  const view = { service, stretches, isOver }
  if (stretches.length > 0) return { ...view, state: 'noted' }
  if (round.boundAt !== null && (await tx.signals.count(round.id)) === 0) {
    return { ...view, state: 'gone' }
  }
  const heard = settings.calls[service]
  if (heard !== 'noted') return { ...view, state: heard }
  return { ...view, state: round.boundAt === null ? 'early' : 'noted' }
}

/** Whether times in the call are noted for a round, so that the candidate is told. */
export async function isCallNoted(
  { settings }: Pick<Ports, 'settings'>,
  tx: Tx,
  roundId: string,
): Promise<boolean> {
  const call = await tx.calls.get(roundId)
  return call !== undefined && settings.calls[call.service] === 'noted'
}

/** Whose times are noted, and what the service never tells, as it leaves the product. */
export interface CallExport {
  platform: CallView['service']
  /** The channel, and the server it is in. */
  meetingKey: string
  participantKey: string
  /** By what the account is taken for the candidate's: somebody of the hiring team named it. */
  boundBy: 'named-account'
  missing: { field: string; reason: 'platform-never' }[]
}

/** Reads it for the export. Out: null where no account was named. */
export async function readCallExport(tx: Tx, roundId: string): Promise<CallExport | null> {
  const call = await tx.calls.get(roundId)
  if (call === undefined) return null
  return {
    platform: call.service,
    meetingKey: `${call.server}/${call.channel}`,
    participantKey: call.person,
    boundBy: 'named-account',
    missing: NEVER_TOLD[call.service].map((field) => ({ field, reason: 'platform-never' })),
  }
}
