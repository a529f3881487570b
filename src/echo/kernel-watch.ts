/** The kernel's least round trip of one connection, kept for as long as the connection lives. */
import type { Socket } from 'node:net'
import type { ReadTcpInfo } from './tcp-info.ts'

/** What the kernel has said of a connection so far. */
export interface KernelWatch {
  /** Null where the kernel does not tell. */
  minMs: number | null
  /** The latest; null where the kernel does not tell. */
  sendMss: number | null
  /** Asks again; more often than every 300 s, because the kernel's own minimum forgets. */
  look(): void
}

/** Watches a connection; asks at once. */
export function watchKernel(socket: Socket, read: ReadTcpInfo): KernelWatch {
  return new Watch(socket, read)
}

/** A class, because a beacon holds 10,000: closures take more of each page. */
class Watch implements KernelWatch {
  minMs: number | null = null
  sendMss: number | null = null
  readonly #socket: Socket
  readonly #read: ReadTcpInfo

  constructor(socket: Socket, read: ReadTcpInfo) {
    this.#socket = socket
    this.#read = read
    this.look()
  }

  look(): void {
    const info = this.#read(this.#socket)
    if (info === undefined) return
    this.sendMss = info.sendMss
    if (info.minRttMs !== null) this.minMs = Math.min(this.minMs ?? Infinity, info.minRttMs)
  }
}
