/**
 * Readings that a page sends, by socket or by POST: believed only for what a page may state, stamped by our clock.
 * Of the paths that we measure it may say why it could not come by them.
 */
import { parseSignal, type Signal } from '../core/signals.ts'
import type { Ports } from '../usecases/ports.ts'
import { isSideName } from '../usecases/admit-to-side-path.ts'
import { recordSideAbsence } from '../usecases/record-side-address.ts'
import { recordSignals } from '../usecases/record-signals.ts'
import type { SessionState } from '../usecases/session-state.ts'
import type { Absence } from '../core/signals.ts'

/** What a page sends. */
export interface SentSignals {
  /** The device's clock, epoch ms. */
  now: number
  signals: readonly { name: string; value?: unknown; why?: Absence | undefined }[]
}

/** With a reading of the clock comes how far it is from ours; with other changes it would say nothing new. */
const CLOCKS = new Set(['browserZone', 'browserClock'])

/** Keeps what a page sent. Fails: `session-missing`. */
export async function receiveSignals(
  ports: Ports,
  cookie: string,
  sent: SentSignals,
): Promise<void> {
  const at = ports.clock.now()
  const readings = sent.signals.some(({ name }) => CLOCKS.has(name))
    ? [...sent.signals, { name: 'clockSkewMs', value: sent.now - at }]
    : sent.signals
  const signals = readings
    .map((reading) => parseSignal({ ...reading, at, source: 'page' }))
    .filter((signal): signal is Signal => signal !== undefined)
  await recordSignals(ports, cookie, signals)
  const absent = sent.signals.flatMap(({ name, why }) =>
    isSideName(name) && why !== undefined ? [{ name, why }] : [],
  )
  if (absent.length > 0) await recordSideAbsence(ports, cookie, absent)
}

/** What a page is told of its session. */
export function stateMessage(state: SessionState, asked: string | null) {
  const { progress, over, moved } = state
  return { t: 'state' as const, measured: progress, asked, over, moved }
}
