/** Which addresses a database can know. */
import { BlockList, isIP, SocketAddress } from 'node:net'

/**
 * Not on the public Internet, so that nobody can say where: private, shared (carrier NAT), loopback, link-local,
 * documentation, benchmarking, multicast, reserved.
 * Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its updates), RFC 5771 (multicast).
 */
const SPECIAL_4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Inside the public 2000::/3: protocol assignments with Teredo, documentation, 6to4. Source: as above. */
const SPECIAL_6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const special = new BlockList()
for (const [net, bits] of SPECIAL_4) special.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of SPECIAL_6) special.addSubnet(net, bits, 'ipv6')

const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** A public address and its family. */
export interface PublicAddress {
  text: string
  family: 4 | 6
}

/**
 * The public address a text states; an IPv4 address in IPv6 clothes (`::ffff:8.8.8.8`) is unwrapped.
 *
 * Out: undefined for a text that is no address and for addresses without a place.
 * Fails: never.
 */
export function publicAddress(text: string): PublicAddress | undefined {
  const family = isIP(text)
  if (family === 4) return publicV4(text)
  // A zone index ("%eth0") is part of link-local addresses only.
  if (family !== 6 || text.includes('%')) return undefined
  // SocketAddress writes the address in its shortest form, the mapped part always dotted.
  const short = new SocketAddress({ address: text, family: 'ipv6' }).address
  if (short.startsWith('::ffff:') && short.includes('.')) return publicV4(short.slice(7))
  const isPublic = global6.check(short, 'ipv6') && !special.check(short, 'ipv6')
  return isPublic ? { text: short, family: 6 } : undefined
}

function publicV4(text: string): PublicAddress | undefined {
  return special.check(text, 'ipv4') ? undefined : { text, family: 4 }
}
