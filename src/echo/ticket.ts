/** Tickets: the main server lets one page connect to one beacon, soon and once. */
import type { KeyObject } from 'node:crypto'
import { readSigned, signText } from './signed-text.ts'

/** How far the clocks of the main server and a beacon may be apart, ms. */
export const CLOCK_TOLERANCE_MS = 30_000

/** How long a page may take from getting a ticket to connecting, ms; with a slow clock at the beacon two minutes. */
export const TICKET_MS = 90_000

/** What the main server signs. A beacon learns nothing else of who comes. */
export interface Ticket {
  kind: 'ticket'
  /** The one beacon that takes it. */
  beacon: string
  /** Random; the main server alone knows whose it is. */
  nonce: string
  /** Epoch ms by the main server's clock. */
  expiresAt: number
}

/** Signs a ticket. In: the main server's key. */
export function signTicket(ticket: Omit<Ticket, 'kind'>, key: KeyObject): string {
  return signText({ kind: 'ticket', ...ticket } satisfies Ticket, key)
}

/**
 * Reads a ticket that a page brought.
 *
 * In: keys of the main server, of which one must fit: two while it changes its key.
 * Out: undefined for a forged or expired one, or one for another beacon.
 */
export function readTicket(
  text: string,
  expected: { keys: readonly KeyObject[]; beacon: string; now: number },
): Ticket | undefined {
  for (const key of expected.keys) {
    const ticket = readSigned(text, key)
    if (!isTicket(ticket)) continue
    const inTime = expected.now <= ticket.expiresAt + CLOCK_TOLERANCE_MS
    return inTime && ticket.beacon === expected.beacon ? ticket : undefined
  }
  return undefined
}

function isTicket(value: unknown): value is Ticket {
  if (typeof value !== 'object' || value === null) return false
  const { kind, beacon, nonce, expiresAt } = value as Partial<Record<keyof Ticket, unknown>>
  return (
    kind === 'ticket' &&
    typeof beacon === 'string' &&
    typeof nonce === 'string' &&
    typeof expiresAt === 'number'
  )
}
