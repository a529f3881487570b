/**
 * How soon a client speaks once its connection is accepted, and how long its TLS handshake takes.
 *
 * A browser sends its ClientHello together with the last packet of the TCP handshake, from any distance. Behind a proxy
 * that tells its client first that it has connected, the gap is the round trip between the two.
 */
import type { Socket } from 'node:net'
import type { ReadTcpInfo, TcpInfo } from './tcp-info.ts'

/** One moment of a connection: by our clock, and what the kernel said then. */
export interface Moment {
  /** Monotonic ms. */
  at: number
  info: TcpInfo | undefined
}

/**
 * Two ticks of the kernel, ms: its two times are that coarse together, so a smaller difference says nothing.
 * A tick is 4 ms where CONFIG_HZ is 250, as in Debian; tried on Linux 6.18.44, 2026-11-25.
 */
const KERNEL_GRAIN_MS = 8

/**
 * Time from the accepted connection to its first bytes, ms.
 *
 * A busy process sees either moment late, and the kernel knows by how much: where it contradicts our clock, it is right.
 */
export function helloGapMs(accepted: Moment, first: Moment): number {
  const ours = first.at - accepted.at
  if (accepted.info === undefined || first.info === undefined) return ours
  const kernels = ours - first.info.lastDataRecvMs + accepted.info.lastAckRecvMs
  return Math.max(0, Math.abs(kernels - ours) <= KERNEL_GRAIN_MS ? ours : kernels)
}

/** Times of a connection's beginning. */
export interface Hello {
  gapMs: number
  /** Monotonic ms of the first bytes: the TLS handshake counts from here. */
  firstAt: number
}

/**
 * Waits for the first bytes of a connection that was just accepted, and gives them back to it.
 *
 * `then` gets the connection as if nothing had been read. A connection that says nothing is ended by `patienceMs`:
 * browsers keep some in reserve.
 */
export function awaitHello(
  socket: Socket,
  { read, patienceMs }: { read: ReadTcpInfo; patienceMs: number },
  then: (hello: Hello) => void,
): void {
  const moment = (): Moment => ({ at: performance.now(), info: read(socket) })
  const accepted = moment()
  // Whoever takes the connection over listens for its errors.
  socket.on('error', destroy)
  socket.setTimeout(patienceMs, destroy)
  socket.once('data', (chunk: Buffer) => {
    const first = moment()
    socket.setTimeout(0, destroy)
    socket.pause()
    socket.unshift(chunk)
    then({ gapMs: helloGapMs(accepted, first), firstAt: first.at })
  })
}

/** One for all, so that a connection that stays does not keep what was known at its beginning. */
function destroy(this: Socket): void {
  this.destroy()
}
