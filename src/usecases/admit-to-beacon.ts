/** A page may connect to a beacon: the nonce by which its statements will be told apart. */
import { AppError } from '../core/app-error.ts'
import { isLive } from '../core/round.ts'
import type { Ports } from './ports.ts'
import { findSession, isCurrent } from './sessions.ts'

/** Statements are taken this long after the window, ms: a beacon that cannot reach us keeps them for ten minutes. */
const AFTER_WINDOW_MS = 15 * 60_000

/**
 * Makes a nonce for one page and one beacon. It says when it was made and nothing else; whose it is we alone know.
 *
 * Fails: `session-missing`; `illegal-transition` once the session is over, and for simulated ones, which no beacon meets.
 */
export async function admitToBeacon(
  ports: Ports,
  cookie: string,
  beaconId: string,
): Promise<{ nonce: string; at: number }> {
  return ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    const { session, round, kase } = context
    if (!isCurrent(context) || !isLive(round.state) || kase.simulated) {
      throw new AppError('illegal-transition', 'This session is over.', {
        reason: 'session-over',
      })
    }
    const at = ports.clock.now()
    const nonce = `${at.toString(36)}-${ports.random.token()}`
    await tx.grants.insert({
      hash: beaconGrantHash(ports, beaconId, nonce),
      kind: 'beacon',
      subject: session.id,
      state: '0',
      expiresAt: round.endAt + AFTER_WINDOW_MS,
    })
    return { nonce, at }
  })
}

/** When a nonce was made; the hash of its grant covers it. */
export function madeAt(nonce: string): number {
  return Number.parseInt(nonce.split('-')[0] ?? '', 36)
}

/** A nonce counts at its own beacon only. */
export function beaconGrantHash(ports: Ports, beaconId: string, nonce: string): string {
  return ports.random.hash(`beacon ${beaconId} ${nonce}`)
}
