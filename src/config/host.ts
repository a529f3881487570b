/** Where a server of ours listens, and what is wrong when it cannot. */
import { BlockList, isIP } from 'node:net'
import { z } from 'zod'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether an address is reached from this machine alone. */
export function isLoopback(address: string): boolean {
  return loopback.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
}

/** An address to listen on, in its shortest form. `::` is every address of both kinds. */
export const hostSchema = z.string().transform((text, context): string => {
  if (isIP(text) === 4) return text
  const isPlain = isIP(text) === 6 && !text.includes('%')
  const short = isPlain ? new URL(`http://[${text}]`).hostname.slice(1, -1) : ''
  if (!isPlain || short.startsWith('::ffff:')) {
    context.addIssue(
      isPlain
        ? 'must name IPv4 as IPv4, like 127.0.0.1'
        : 'must be an address like 127.0.0.1 or ::1, 0.0.0.0 for all of IPv4, or :: for all of IPv4 and IPv6',
    )
    return z.NEVER
  }
  return short
})

/** Names of the variables that say where a server listens. */
interface Names {
  host: string
  port: string
}

/** Why a server cannot listen, for its operator. Out: null for any other failure. */
export function listenFault(error: unknown, names: Names): string | null {
  const { code, port, address } = error as { code?: string; port?: number; address?: string }
  // Failures of anything else name no address; those of a free port (0) name no port.
  if (address === undefined) return null
  const faults: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${String(port)} is taken. Set ${names.port} to another one.`,
    EACCES: `Port ${String(port)} may not be used by this user. Set ${names.port} to one above 1023.`,
    EADDRNOTAVAIL: `${address} is no address of this machine. Set ${names.host} to one of its own, or to 0.0.0.0 or :: for all.`,
    EAFNOSUPPORT: `This machine has no IPv6, so nothing can listen on ${address}. Set ${names.host} to an IPv4 address, or to 0.0.0.0 for all.`,
  }
  return faults[code ?? ''] ?? null
}
