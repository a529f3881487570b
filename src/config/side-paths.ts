/** What the operator says of a candidate's other paths to us: addresses for UDP, and a host name for each kind of address. */
import { isIP } from 'node:net'
import { z } from 'zod'
import { variable } from './variable.ts'

/** An address and port. */
export interface Endpoint {
  address: string
  port: number
}

/** Where pages send to, and where that arrives on this machine. */
export interface UdpAddress {
  shown: Endpoint
  listen: Endpoint
}

/** Each adds a try to the page; beyond one per kind of address and way there is nothing to learn. */
const MOST = 4

/** "203.0.113.7:3478" or "[2001:db8::7]:3478". */
function readEndpoint(text: string): Endpoint | undefined {
  const [, six, four, digits] = /^(?:\[([^\]%]+)\]|([^:]+)):(\d{1,5})$/.exec(text.trim()) ?? []
  const address = six ?? four ?? ''
  const port = Number(digits)
  const isRight = isIP(address) === (six === undefined ? 4 : 6) && port <= 65_535
  return isRight ? { address, port } : undefined
}

function nameOf({ address, port }: Endpoint): string {
  return `${address} port ${String(port)}`
}

const WILDCARDS = new Set(['0.0.0.0', '::'])

const udpSchema = z.string().transform((text, context): UdpAddress[] => {
  const entries = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  if (entries.length === 0) context.addIssue('must name at least one address and port')
  if (entries.length > MOST) {
    context.addIssue(`must be at most ${String(MOST)} addresses, has ${String(entries.length)}`)
  }
  const list = entries.flatMap((entry): UdpAddress[] => {
    const [shown, listen = shown, ...rest] = entry.split(/\s+on\s+/).map(readEndpoint)
    if (shown === undefined || listen === undefined || rest.length > 0) {
      context.addIssue(
        `must be addresses with ports, like 203.0.113.7:3478 or [2001:db8::7]:3478, got “${entry}”`,
      )
      return []
    }
    if (WILDCARDS.has(shown.address) || WILDCARDS.has(listen.address)) {
      context.addIssue(
        `must name each address: “${entry}” would answer from another than was asked`,
      )
    }
    return [{ shown, listen }]
  })
  const taken = list.filter(({ listen }) => listen.port !== 0).map(({ listen }) => nameOf(listen))
  const twice = taken.find((name, at) => taken.indexOf(name) !== at)
  if (twice !== undefined) context.addIssue(`must not name ${twice} twice`)
  return list
})

/**
 * A host name, with a port where it is not the usual one → its origin; names of this machine without TLS.
 *
 * Addresses are no names: a content policy cannot name one of IPv6 (tried in Chromium 147, 2026-11-25).
 */
const hostSchema = z.string().transform((text, context): string => {
  const url = URL.canParse(`https://${text}`) ? new URL(`https://${text}`) : undefined
  const isHost =
    url !== undefined && /^[a-z0-9.-]+(:\d+)?$/i.test(text) && !/^[\d.]+$/.test(url.hostname)
  if (url === undefined || !isHost) {
    context.addIssue('must be a host name like ipv6.verify.example.com')
    return z.NEVER
  }
  return /(^|\.)localhost$/.test(url.hostname) ? new URL(`http://${text}`).origin : url.origin
})

/** The variables, all of which may be left out. */
export const sidePathVariables = {
  udpAddress: variable({
    name: 'UDP_ADDRESS',
    help: 'Public addresses and UDP ports of this server, to learn the address of a candidate’s direct connections; best one more that serves no pages. Where the machine has another one: “public on own” (docs/operating.md)',
    secret: false,
    example: '203.0.113.7:3478, 203.0.113.8:3478 on 10.0.0.8:3478',
    parse: udpSchema,
  }),
  ipv4Host: variable({
    name: 'IPV4_HOST',
    help: 'Host name of this server that has an IPv4 address only; https',
    secret: false,
    example: 'ipv4.verify.example.com',
    parse: hostSchema,
  }),
  ipv6Host: variable({
    name: 'IPV6_HOST',
    help: 'Host name of this server that has an IPv6 address only; https',
    secret: false,
    example: 'ipv6.verify.example.com',
    parse: hostSchema,
  }),
}
