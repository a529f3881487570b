/** One page's stay at this beacon: what its connections showed, and the statements about it. */
import type { Socket } from 'node:net'
import { summariseEchoes } from '../echo/echo-summary.ts'
import { watchKernel, type KernelWatch } from '../echo/kernel-watch.ts'
import { plainAddress } from '../echo/plain-address.ts'
import type { EchoStatement, LayerReading } from '../echo/statement.ts'
import type { ReadTcpInfo } from '../echo/tcp-info.ts'
import type { Ticket } from '../echo/ticket.ts'
import type { Arrival } from './doorway.ts'

/** A statement before it is signed. */
export type Unsigned = Omit<EchoStatement, 'kind' | 'beacon' | 'sentAt'>

/** A page's stay. */
export interface Visit {
  ticket: Ticket
  /** The connection that carries the echoes. */
  kernel: KernelWatch
  /** The page's second connection, which is only there to have begun. */
  second(socket: Socket, arrival: Arrival): boolean
  /** An echo came now. */
  answered(): void
  /** Sums samples up. Out: undefined without samples. */
  state(samplesMs: readonly number[], spanMs: number): Unsigned | undefined
}

/** A connection that the least of gap and flight is taken over. */
interface Begun extends Arrival {
  kernel: KernelWatch
}

/** Connections counted per ticket: two in which the first bytes came late are rare, where one is not. */
const CONNECTIONS = 2

/** Begins a stay. */
export function createVisit(
  ticket: Ticket,
  socket: Socket,
  arrival: Arrival,
  read: ReadTcpInfo,
): Visit {
  return new Stay(ticket, socket, arrival, read)
}

/** A class, because a beacon holds 10,000: closures take more of each page. */
class Stay implements Visit {
  readonly ticket: Ticket
  readonly kernel: KernelWatch
  readonly #read: ReadTcpInfo
  readonly #address: string
  readonly #openedAt = Date.now()
  readonly #begun: Begun[]
  #answeredAt = this.#openedAt
  #echoMinMs = Infinity
  #sequence = 0

  constructor(
    ticket: Ticket,
    socket: Socket,
    { helloGapMs, flightMs }: Arrival,
    read: ReadTcpInfo,
  ) {
    this.ticket = ticket
    this.kernel = watchKernel(socket, read)
    this.#read = read
    this.#address = plainAddress(socket.remoteAddress ?? '')
    this.#begun = [{ helloGapMs, flightMs, kernel: this.kernel }]
  }

  second(socket: Socket, { helloGapMs, flightMs }: Arrival): boolean {
    if (this.#begun.length >= CONNECTIONS) return false
    this.#begun.push({ helloGapMs, flightMs, kernel: watchKernel(socket, this.#read) })
    return true
  }

  answered(): void {
    this.#answeredAt = Date.now()
    this.kernel.look()
  }

  state(samplesMs: readonly number[], spanMs: number): Unsigned | undefined {
    const summary = summariseEchoes(samplesMs)
    if (summary === undefined) return undefined
    this.#echoMinMs = Math.min(this.#echoMinMs, summary.minMs)
    this.#sequence += 1
    return {
      nonce: this.ticket.nonce,
      sequence: this.#sequence,
      openedAt: this.#openedAt,
      at: this.#answeredAt,
      address: this.#address,
      echoes: {
        minMs: round(summary.minMs),
        medianMs: round(summary.medianMs),
        p90Ms: round(summary.p90Ms),
        jitterMs: round(summary.jitterMs),
        count: summary.count,
        spanMs: round(spanMs),
      },
      layers: this.#layers(),
    }
  }

  #layers(): LayerReading {
    return {
      echoMinMs: round(this.#echoMinMs),
      kernelMinMs: this.kernel.minMs === null ? null : round(this.kernel.minMs),
      helloGapMs: least(this.#begun.map(({ helloGapMs }) => helloGapMs)),
      flightExtraMs: least(this.#begun.map(flightExtraMs)),
      sendMss: this.kernel.sendMss,
      connections: this.#begun.length,
    }
  }
}

/** What the TLS handshake took beyond the one round trip that it needs. */
function flightExtraMs({ flightMs, kernel }: Begun): number | null {
  if (flightMs === null || kernel.minMs === null) return null
  return Math.max(0, flightMs - kernel.minMs)
}

function least(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : round(Math.min(...known))
}

/** µs are enough. */
function round(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
