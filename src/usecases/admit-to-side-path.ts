/** A page may show its other addresses: the nonces by which we know it when it comes by another path. */
import { AppError } from '../core/app-error.ts'
import { isLive } from '../core/round.ts'
import { parseSignal, type Signal } from '../core/signals.ts'
import type { Ports } from './ports.ts'
import { findSession, isCurrent } from './sessions.ts'

/** Signals of addresses beside the page's. */
export const sideNames = ['udpAddress', 'familyAddress'] as const

/** Name of a signal of an address beside the page's. */
export type SideName = (typeof sideNames)[number]

/** Whether a text names such a signal. */
export function isSideName(name: string): name is SideName {
  return (sideNames as readonly string[]).includes(name)
}

/** The signals that are measured here; none of simulated people, who have one path. */
export function measuredSides({ settings }: Ports, simulated: boolean): SideName[] {
  const { udp, families } = settings.sidePaths
  return sideNames.filter((name) => !simulated && (name === 'udpAddress' ? udp : families))
}

/** Readings of those that are not measured here. */
export function unmeasuredSides(ports: Ports, simulated: boolean): Signal[] {
  const measured = measuredSides(ports, simulated)
  const head = { at: ports.clock.now(), source: 'server', why: 'not-configured' } as const
  return sideNames.flatMap((name) =>
    measured.includes(name) ? [] : (parseSignal({ name, ...head }) ?? []),
  )
}

/** How long a page has, ms: it comes within seconds. */
export const SIDE_PATH_MS = 60_000

/**
 * Makes a nonce per signal. It says when it was made and nothing else; whose it is we alone know.
 *
 * Fails: `session-missing`; `illegal-transition` once the session is over, and for simulated ones, which have one path.
 */
export async function admitToSidePaths(
  ports: Ports,
  cookie: string,
): Promise<Record<SideName, string>> {
  return ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    if (!isCurrent(context) || !isLive(context.round.state) || context.kase.simulated) {
      throw new AppError('illegal-transition', 'This session is over.', {
        reason: 'session-over',
      })
    }
    const now = ports.clock.now()
    const admit = async (name: SideName) => {
      const nonce = `${now.toString(36)}-${ports.random.token()}`
      await tx.grants.insert({
        hash: sideGrantHash(ports, name, nonce),
        kind: 'side',
        subject: context.session.id,
        state: '',
        expiresAt: now + SIDE_PATH_MS,
      })
      return nonce
    }
    return { udpAddress: await admit('udpAddress'), familyAddress: await admit('familyAddress') }
  })
}

/** A nonce counts for its own signal only: the one of UDP is read by everybody on the way. */
export function sideGrantHash(ports: Ports, name: SideName, nonce: string): string {
  return ports.random.hash(`side ${name} ${nonce}`)
}
