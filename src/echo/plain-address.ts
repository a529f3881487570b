/** Addresses as they are meant, whatever kind of socket or header they came by. */
import { isIP, SocketAddress } from 'node:net'

/** What stands before an IPv4 address that an IPv6 socket shows. Source: RFC 4291, 2.5.5.2 (read 2026-11-25). */
const MAPPED = '::ffff:'

/** An IPv4 address in IPv6 clothes, such as `::ffff:192.0.2.1`, as itself, however it is written; any other text unchanged. */
export function plainAddress(address: string): string {
  if (!/ffff:/i.test(address) || isIP(address) !== 6) return address
  // SocketAddress writes the address in its shortest form, the mapped part always dotted.
  const { address: short } = new SocketAddress({ address, family: 'ipv6' })
  const rest = short.startsWith(MAPPED) ? short.slice(MAPPED.length) : ''
  return isIP(rest) === 4 ? rest : address
}
