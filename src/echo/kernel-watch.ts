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
  const watch: KernelWatch = {
    minMs: null,
    sendMss: null,
    look() {
      const info = read(socket)
      if (info === undefined) return
      watch.sendMss = info.sendMss
      if (info.minRttMs !== null) watch.minMs = Math.min(watch.minMs ?? Infinity, info.minRttMs)
    },
  }
  watch.look()
  return watch
}
