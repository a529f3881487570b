/** What the kernel knows of a TCP connection: its own round-trip times, below anything that a program delays. Linux only. */
import type { Socket } from 'node:net'

/** Times in ms. */
export interface TcpInfo {
  /** Least round trip of the last 300 s (net.ipv4.tcp_min_rtt_wlen); null before the first. */
  minRttMs: number | null
  /** Smoothed round trip. */
  rttMs: number
  /** Largest segment that the kernel sends here: the other side's MSS without options. */
  sendMss: number
  /** Since data came last; in steps of the kernel's tick, 4 ms at HZ=250. */
  lastDataRecvMs: number
  /** Since an acknowledgement came last; same steps. */
  lastAckRecvMs: number
}

/** Reads a connection. Out: undefined where the kernel does not tell, or once the socket is closed. */
export type ReadTcpInfo = (socket: Socket) => TcpInfo | undefined

/** `IPPROTO_TCP` and `TCP_INFO` of Linux. Source: include/uapi/linux/in.h and tcp.h of 6.1.187 (read 2026-11-25). */
const IPPROTO_TCP = 6
const TCP_INFO = 11

/**
 * Where the fields of `struct tcp_info` lie, bytes; all are `__u32`. The struct only grows at its end, so these hold
 * for every kernel that has the last of them: `tcpi_min_rtt` came with Linux 4.6.
 * Source: include/uapi/linux/tcp.h of Linux 6.1.187 (read 2026-11-25); tried on 6.18.44, x64, Node 20.20.
 */
const OFFSET = { sndMss: 16, lastDataRecv: 52, lastAckRecv: 56, rtt: 68, minRtt: 148 } as const
const NEEDED_BYTES = OFFSET.minRtt + 4
/** Room for what newer kernels add. */
const STRUCT_BYTES = 512
const WORD_BYTES = 4

/** `tcpi_min_rtt` before the first sample: ~0U. */
const NO_SAMPLE = 0xffff_ffff
/** Round trips are in µs. */
const US_PER_MS = 1000

const cannot: ReadTcpInfo = () => undefined

/**
 * Opens the way to the kernel: `getsockopt` through koffi, loaded now and not before.
 *
 * Out: a reader; on other systems one that never reads anything. A reading costs about 1 µs.
 */
export async function openTcpInfo(): Promise<ReadTcpInfo> {
  if (process.platform !== 'linux') return cannot
  const { default: koffi } = await import('koffi')
  const getsockopt = koffi
    .load(null)
    .func(
      'int getsockopt(int fd, int level, int name, _Out_ uint32_t *value, _Inout_ uint32_t *length)',
    )
  const words = new Uint32Array(STRUCT_BYTES / WORD_BYTES)
  const length = new Uint32Array(1)
  return (socket) => {
    const fd = descriptorOf(socket)
    if (fd === undefined) return undefined
    length[0] = STRUCT_BYTES
    const failed: unknown = getsockopt(fd, IPPROTO_TCP, TCP_INFO, words, length)
    // A kernel too old for the last field fills less of the struct.
    if (failed !== 0 || (length[0] ?? 0) < NEEDED_BYTES) return undefined
    return decodeTcpInfo(words)
  }
}

/** Reads the struct. In: its words, in this machine's byte order. */
export function decodeTcpInfo(words: Uint32Array): TcpInfo {
  const field = (offset: number) => words[offset / WORD_BYTES] ?? 0
  const minRtt = field(OFFSET.minRtt)
  return {
    minRttMs: minRtt === NO_SAMPLE ? null : minRtt / US_PER_MS,
    rttMs: field(OFFSET.rtt) / US_PER_MS,
    sendMss: field(OFFSET.sndMss),
    lastDataRecvMs: field(OFFSET.lastDataRecv),
    lastAckRecvMs: field(OFFSET.lastAckRecv),
  }
}

/**
 * The socket's file descriptor, asked of its handle each time: a number kept could belong to another connection by now.
 *
 * Node does not document it; a handle that is closed gives a negative one. Tried with plain and TLS sockets.
 */
function descriptorOf(socket: Socket): number | undefined {
  const handle: unknown = Reflect.get(socket, '_handle')
  if (typeof handle !== 'object' || handle === null) return undefined
  const fd: unknown = Reflect.get(handle, 'fd')
  return typeof fd === 'number' && fd >= 0 ? fd : undefined
}
