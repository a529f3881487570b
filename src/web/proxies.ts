/** Our own proxies: whether a connection comes from one, and what one says of the connection behind it. */
import { BlockList, isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { plainAddress } from '../echo/plain-address.ts'

/** What the operator says of them. */
export interface ProxyOptions {
  trusted: readonly string[]
  /** In which header the one proxy in front says its round trip to the browser, name in lower case. */
  edgeRttHeader: { name: string; unit: 'ms' | 'us' } | null
}

/** Between the browser and us. */
export type Hops =
  /** Nothing that we know of. */
  | { kind: 'direct' }
  /** One trusted proxy that says its own round trip to the browser. */
  | { kind: 'edge'; edgeMs: number }
  /** Proxies that do not say, or that are not ours: our kernel's connection is not the browser's. */
  | { kind: 'proxied' }

/** Headers that only proxies add. Source: RFC 9110, 7.6.3 and RFC 7239 (read 2026-11-25). */
const PROXY_HEADERS = ['x-forwarded-for', 'forwarded', 'via'] as const

/** Longer is no round trip, ms. */
const LONGEST_MS = 60_000

/** Makes a reader of what is between a browser and us. */
export function createProxies({ trusted, edgeRttHeader }: ProxyOptions) {
  const list = new BlockList()
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')

  return (request: FastifyRequest): Hops => {
    const peer = plainAddress(request.socket.remoteAddress ?? '')
    if (!isTrusted(peer)) {
      const isProxied = PROXY_HEADERS.some((name) => request.headers[name] !== undefined)
      return { kind: isProxied ? 'proxied' : 'direct' }
    }
    // The proxy's address and the browser's: with more of them a leg in between is not told.
    const isOne = (request.ips ?? []).length <= 2
    const edgeMs = edgeRttHeader === null ? undefined : readEdge(request, edgeRttHeader)
    return edgeMs === undefined || !isOne ? { kind: 'proxied' } : { kind: 'edge', edgeMs }
  }
}

function readEdge(
  request: FastifyRequest,
  { name, unit }: NonNullable<ProxyOptions['edgeRttHeader']>,
): number | undefined {
  const header = request.headers[name]
  if (typeof header !== 'string' || !/^\d{1,9}(\.\d{1,6})?$/.test(header)) return undefined
  const ms = Number(header) / (unit === 'us' ? 1000 : 1)
  return ms > 0 && ms <= LONGEST_MS ? ms : undefined
}
