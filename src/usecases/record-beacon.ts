/** What a beacon measured of a page: kept once, for the session that its nonce was made for. */
import { isNewOfLayers } from '../core/layers.ts'
import { isLive } from '../core/round.ts'
import { parseSignal, type Signal, type SignalValue, type Vantage } from '../core/signals.ts'
import { beaconGrantHash, madeAt } from './admit-to-beacon.ts'
import { signalsOfAddress } from './begin-session.ts'
import type { Ports } from './ports.ts'
import { isKnownAddress, keepSignals } from './record-signals.ts'
import { findSessionById, isCurrent } from './sessions.ts'

/** A statement whose signature was checked; times are by our own clock. */
export interface BeaconStatement {
  nonce: string
  sequence: number
  /** When the page connected. */
  openedAt: number
  at: number
  /** The address that the beacon saw; null where it says nothing of the candidate. */
  address: string | null
  echoes: Omit<SignalValue<'echoes'>, 'vantage'>
  layers: Omit<SignalValue<'layers'>, 'vantage' | 'kernelMinMs'> & { kernelMinMs: number | null }
}

/** Why a statement is not kept. */
export const statementRefusals = [
  'unknown-nonce', // not one that we made, or made for another beacon
  'expired-ticket', // the page connected long after we let it
  'repeated', // said before, or older than what was said since
  'round-over', // the session is over or moved, the round is decided or cancelled
  'outside-window', // measured before Continue or after the window
  'full', // the round holds as many readings as are kept
] as const

/** Why a statement is not kept. */
export type StatementRefusal = (typeof statementRefusals)[number]

/** How times are taken. */
export interface StatementLimits {
  /** How long after it was made a nonce lets a page in, ms. */
  ticketMs: number
  /** How far the beacon's clock may be off, ms. */
  clockMs: number
}

/**
 * Keeps what a beacon measured: echoes, layers, and an address that the round does not know.
 *
 * In: where the beacon stands, by our own configuration. Out: null when kept, else why not. Of the same statement sent twice, at whatever server of ours, one is kept.
 */
export async function recordBeacon(
  ports: Ports,
  vantage: Vantage,
  statement: BeaconStatement,
  { ticketMs, clockMs }: StatementLimits,
): Promise<StatementRefusal | null> {
  const refusal = await ports.store.transaction(async (tx): Promise<StatementRefusal | null> => {
    const { nonce, sequence, openedAt, at } = statement
    const hash = beaconGrantHash(ports, vantage.id, nonce)
    const grant = await tx.grants.get(hash)
    if (grant?.kind !== 'beacon') return 'unknown-nonce'
    if (openedAt > madeAt(nonce) + ticketMs + clockMs) return 'expired-ticket'
    if (sequence <= Number(grant.state)) return 'repeated'
    const context = await findSessionById(tx, grant.subject)
    if (context === undefined || !isCurrent(context) || !isLive(context.round.state)) {
      return 'round-over'
    }
    const { boundAt, endAt } = context.round
    if (boundAt === null || at < boundAt - clockMs || at > endAt + clockMs) return 'outside-window'
    if (!(await tx.grants.move(hash, grant.state, String(sequence)))) return 'repeated'
    const known = await tx.signals.ofRound(context.round.id)
    const signals = signalsOf(ports, vantage, statement, known)
    return (await keepSignals(ports, tx, context, signals)) === 0 ? 'full' : null
  })
  if (refusal === null) ports.wake()
  return refusal
}

function signalsOf(
  ports: Ports,
  vantage: Vantage,
  statement: BeaconStatement,
  known: readonly Signal[],
): Signal[] {
  const { at, address, echoes } = statement
  const signals = [
    parseSignal({ name: 'echoes', at, source: 'server', value: { vantage, ...echoes } }),
    layersOf(vantage, statement, known),
  ].filter((signal) => signal !== undefined)
  if (address === null || isKnownAddress(known, address)) return signals
  return [...signals, ...signalsOfAddress(ports, { address, simulated: false })]
}

/** The layers, where they say something new. */
function layersOf(
  vantage: Vantage,
  { at, layers }: BeaconStatement,
  known: readonly Signal[],
): Signal | undefined {
  const head = { name: 'layers', at, source: 'server' } as const
  const earlier = known.filter((signal) => signal.name === 'layers')
  const { kernelMinMs } = layers
  if (kernelMinMs === null) {
    const isSaid = earlier.some((signal) => 'why' in signal && signal.why === 'unsupported')
    return isSaid ? undefined : { ...head, why: 'unsupported' }
  }
  const last = earlier.findLast(
    (signal) => 'value' in signal && signal.value.vantage?.id === vantage.id,
  )
  const before = last !== undefined && 'value' in last ? last.value : undefined
  const value = { vantage, ...layers, kernelMinMs }
  return isNewOfLayers(before, value) ? parseSignal({ ...head, value }) : undefined
}
