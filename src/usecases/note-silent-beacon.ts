/** A page was let in at a beacon, and nothing came of it: said once a round. */
import type { Ports } from './ports.ts'
import { keepSignals } from './record-signals.ts'
import { findSession } from './sessions.ts'

/**
 * Keeps that readings from a beacon are absent, unless they came. Absence weighs nothing.
 *
 * Fails: `session-missing`.
 */
export async function noteSilentBeacon(
  ports: Ports,
  cookie: string,
  beaconId: string,
): Promise<void> {
  await ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    const signals = await tx.signals.ofRound(context.round.id)
    const isSettled = signals.some(
      (signal) =>
        (signal.name === 'echoes' && 'value' in signal && signal.value.vantage?.id === beaconId) ||
        (signal.name === 'layers' && 'why' in signal && signal.why === 'timeout'),
    )
    if (isSettled) return
    const at = ports.clock.now()
    const absent = { name: 'layers', at, source: 'server', why: 'timeout' } as const
    await keepSignals(ports, tx, context, [absent])
  })
}
