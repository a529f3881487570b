/** Readings of a session come in: kept, and the verdict looked at again. */
import type { Signal } from '../core/signals.ts'
import { isLive } from '../core/round.ts'
import { signalsOfAddress, signalsOfRequest, type Seen } from './begin-session.ts'
import { judgeRound } from './judge-round.ts'
import type { Ports } from './ports.ts'
import type { Tx } from './records.ts'
import { findSession, isCurrent, type SessionContext } from './sessions.ts'

/** Signals kept per round: an hour of echoes, events and changes is about 300; ten times that is a flood. */
export const SIGNALS_KEPT = 3000

/**
 * Readings of a page are kept while a round has no more than that, so that a page can leave our own measurements no
 * less room than 1,000: 12 hours of echoes are 720.
 */
export const PAGE_SIGNALS_KEPT = 2000

/**
 * Keeps readings of a session and judges its round again.
 *
 * Out: how many were kept; 0 once the session is over or another device took it.
 * Fails: `session-missing`.
 */
export async function recordSignals(
  ports: Ports,
  cookie: string,
  signals: readonly Signal[],
): Promise<number> {
  if (signals.length === 0) return 0
  const kept = await ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    return keepSignals(ports, tx, context, signals)
  })
  if (kept > 0) ports.wake()
  return kept
}

/** Keeps readings of a session that was found, and judges its round again. Out: how many; 0 once it is over or moved. */
export async function keepSignals(
  ports: Ports,
  tx: Tx,
  context: SessionContext,
  signals: readonly Signal[],
): Promise<number> {
  const { session, round, kase } = context
  if (!isCurrent(context) || !isLive(round.state)) return 0
  const before = await tx.signals.count(round.id)
  const some = signals.filter(
    ({ source }, i) => before + i < (source === 'page' ? PAGE_SIGNALS_KEPT : SIGNALS_KEPT),
  )
  await tx.signals.append(round.id, session.id, some)
  await tx.sessions.update(session.id, { lastSeenAt: ports.clock.now() })
  await judgeRound(ports, tx, kase, round)
  return some.length
}

/** A connection of a session came from an address: kept when it is another one than before. */
export async function recordAddress(ports: Ports, cookie: string, seen: Seen): Promise<void> {
  const known = await ports.store.transaction(async (tx) => {
    const { round, kase } = await findSession(ports, tx, cookie)
    if (kase.simulated !== seen.simulated) return true
    return isKnownAddress(await tx.signals.ofRound(round.id), seen.address)
  })
  if (!known) await recordSignals(ports, cookie, signalsOfAddress(ports, seen))
}

/** Whether an address was kept already, or that there is none. */
export function isKnownAddress(signals: readonly Signal[], address: string | null): boolean {
  return signals.some(
    (signal) => signal.name === 'address' && ('value' in signal ? signal.value : null) === address,
  )
}

/** A session moved to another browser: what that browser's request gives. */
export async function recordRequest(ports: Ports, cookie: string, seen: Seen): Promise<void> {
  await recordSignals(ports, cookie, signalsOfRequest(ports, seen))
}
