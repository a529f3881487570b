/** Join the interview: never withheld, whatever was skipped, failed or found. */
import { isLive, nextSessionState } from '../core/round.ts'
import { redrawCard } from './cards.ts'
import { canBegin, findLink, linkUnavailable } from './links.ts'
import type { Ports } from './ports.ts'
import { findSession, isCurrent } from './sessions.ts'

/**
 * A bound browser goes to the call.
 *
 * Out: the meeting's URL, or null when the manager gave none. Fails: `session-missing`.
 */
export async function joinInterview(ports: Ports, cookie: string): Promise<string | null> {
  const url = await ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    const { session, round, kase } = context
    // A moved session, or a window that is over, still leads to the call: only the record stops.
    if (!isCurrent(context) || !isLive(round.state)) return round.meetingUrl
    const now = ports.clock.now()
    await tx.sessions.update(session.id, { state: nextSessionState(session.state, 'join') })
    if (round.joinedAt === null) {
      await tx.rounds.update(round.id, { joinedAt: now })
      await tx.signals.append(round.id, session.id, [
        { name: 'joined', at: now, source: 'server', value: true },
      ])
      await tx.audit.append({
        at: now,
        actor: { platform: 'candidate', id: session.id },
        event: 'joined',
        caseId: kase.id,
        detail: { round: round.id },
      })
      await redrawCard(ports, tx, kase, round.id)
    }
    return round.meetingUrl
  })
  ports.wake()
  return url
}

/** A browser that skipped the check goes to the call. Fails: `link-unavailable`. */
export async function joinWithoutCheck(ports: Ports, token: string): Promise<string | null> {
  const url = await ports.store.transaction(async (tx) => {
    const target = await findLink(ports, tx, token)
    if (target === undefined || !canBegin(ports, target)) throw linkUnavailable()
    const { round, kase } = target
    if (round.joinedAt === null) {
      const now = ports.clock.now()
      await tx.rounds.update(round.id, { joinedAt: now })
      await tx.audit.append({
        at: now,
        actor: { platform: 'candidate', id: 'unbound' },
        event: 'joined-without-check',
        caseId: kase.id,
        detail: { round: round.id },
      })
      await redrawCard(ports, tx, kase, round.id)
    }
    return round.meetingUrl
  })
  ports.wake()
  return url
}
