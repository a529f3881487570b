/** One page's stay at this beacon: what its connections showed, and the statements about it. */
import type { Socket } from 'node:net'
import { summariseEchoes } from '../echo/echo-summary.ts'
import { watchKernel, type KernelWatch } from '../echo/kernel-watch.ts'
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
  const openedAt = Date.now()
  const address = plainAddress(socket.remoteAddress ?? '')
  const kernel = watchKernel(socket, read)
  const begun: Begun[] = [{ ...arrival, kernel }]
  let echoMinMs = Infinity
  let sequence = 0
  let answeredAt = openedAt

  function layers(): LayerReading {
    return {
      echoMinMs: round(echoMinMs),
      kernelMinMs: kernel.minMs === null ? null : round(kernel.minMs),
      helloGapMs: least(begun.map(({ helloGapMs }) => helloGapMs)),
      flightExtraMs: least(begun.map(flightExtraMs)),
      sendMss: kernel.sendMss,
      connections: begun.length,
    }
  }

  return {
    ticket,
    kernel,
    second(other, otherArrival) {
      if (begun.length >= CONNECTIONS) return false
      begun.push({ ...otherArrival, kernel: watchKernel(other, read) })
      return true
    },
    answered() {
      answeredAt = Date.now()
      kernel.look()
    },
    state(samplesMs, spanMs) {
      const summary = summariseEchoes(samplesMs)
      if (summary === undefined) return undefined
      echoMinMs = Math.min(echoMinMs, summary.minMs)
      sequence += 1
      return {
        nonce: ticket.nonce,
        sequence,
        openedAt,
        at: answeredAt,
        address,
        echoes: {
          minMs: round(summary.minMs),
          medianMs: round(summary.medianMs),
          p90Ms: round(summary.p90Ms),
          jitterMs: round(summary.jitterMs),
          count: summary.count,
          spanMs: round(spanMs),
        },
        layers: layers(),
      }
    },
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

/** An IPv4 address that an IPv6 socket shows as ::ffff:a.b.c.d, as itself. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
