/** The interview as a calendar file for the manager, behind a link that lives for a quarter of an hour. */
import { AppError } from '../core/app-error.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, Tx } from './records.ts'
import { findLatestRound } from './rounds.ts'

/** How long a link to a calendar file lives: it stands in an answer that only its reader sees, and is pressed at once. */
const CALENDAR_LINK_MS = 15 * 60_000

/** Makes a link to the file of a case's latest round. */
export async function makeCalendarLink(ports: Ports, caseId: string): Promise<string> {
  const token = ports.random.token()
  await ports.store.transaction((tx) =>
    tx.grants.insert({
      hash: ports.random.hash(token),
      kind: 'calendar',
      subject: caseId,
      state: 'open',
      expiresAt: ports.clock.now() + CALENDAR_LINK_MS,
    }),
  )
  return `${ports.settings.publicUrl}/calendar/${token}`
}

/** The file behind a link. Fails: `not-found` for an unknown or expired one. */
export async function readCalendarLink(ports: Ports, token: string): Promise<string> {
  return ports.store.transaction(async (tx) => {
    const grant = await tx.grants.get(ports.random.hash(token))
    const isOpen = grant?.kind === 'calendar' && grant.expiresAt >= ports.clock.now()
    const kase = isOpen ? await tx.cases.get(grant.subject) : undefined
    if (kase === undefined) throw new AppError('not-found', managers.commands.calendar.over)
    return fileOf(ports, tx, kase)
  })
}

/** The file of a case. Fails: `not-found`. */
export async function readCalendar(ports: Ports, caseId: string): Promise<string> {
  return ports.store.transaction(async (tx) => {
    const { kase } = await findLatestRound(tx, caseId)
    return fileOf(ports, tx, kase)
  })
}

async function fileOf(ports: Ports, tx: Tx, kase: CaseRecord): Promise<string> {
  const { round } = await findLatestRound(tx, kase.id)
  return ports.calendarFile({
    id: round.id,
    title: fill(managers.commands.calendar.title, {
      who: kase.claims?.name ?? managers.commands.case.aCandidate,
    }),
    window: { startAt: round.startAt, endAt: round.endAt },
    meetingUrl: round.meetingUrl,
    at: ports.clock.now(),
  })
}
