/** What was recorded of a candidate, for themselves. */
import type { Signal } from '../core/signals.ts'
import type { Ports } from './ports.ts'
import { findSession, type SessionContext } from './sessions.ts'
import { statedSignals } from './stated-signals.ts'

/** Lists what was stated for the candidate's own round, then every reading of it. Fails: `session-missing`. */
export async function readRecorded(
  ports: Ports,
  cookie: string,
): Promise<SessionContext & { signals: Signal[] }> {
  return ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    const { round, kase } = context
    const signals = [...statedSignals(ports, kase, round), ...(await tx.signals.ofRound(round.id))]
    return { ...context, signals }
  })
}
