/** Addresses of requests: where they came from. */
import { timingSafeEqual, createHash } from 'node:crypto'
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { networkOf } from '../core/network-of.ts'
import { plainAddress } from '../echo/plain-address.ts'
import type { Seen } from '../usecases/begin-session.ts'

/** Header by which our own simulated candidates state their address: the start's secret, a space, the address. */
export const SIMULATED_HEADER = 'x-simulated-address'

/** Client Hints that are sent unasked. Source: WICG, User-Agent Client Hints, low entropy hints (read 2026-11-25). */
const HINT_HEADERS = ['sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform']

/** What reading a request needs. */
export interface SeenOptions {
  /** Made anew at every start; known only to the simulator in this process. */
  simulationSecret: string
  /** Keyed hash of a network. */
  blindNetwork(network: string): string
  /** Whether a proxy that is not trusted hides the address, judged by what its header says. */
  isHidden(address: string, forwardedFor: string | undefined): boolean
}

/** Whether two secrets are the same, in constant time for any length. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** The address that a request is counted under: `request.ip` is the socket's, or found behind trusted proxies by Fastify. */
export function clientOf(request: FastifyRequest, options: SeenOptions): string {
  return statedBy(request, options) ?? plainAddress(request.ip)
}

/** What our server sees of a candidate's request. */
export function seenOf(request: FastifyRequest, options: SeenOptions): Seen {
  const stated = statedBy(request, options)
  const address = stated ?? plainAddress(request.ip)
  const isHidden = stated === undefined && options.isHidden(address, forwardedFor(request))
  return {
    address: isHidden ? null : address,
    networkHash: options.blindNetwork(networkOf(address)),
    userAgent: request.headers['user-agent'] ?? '',
    hints: hintsOf(request.headers),
    simulated: stated !== undefined,
  }
}

/** The Client Hints of a request; of a header that came several times, what Node joins of it. */
function hintsOf(headers: FastifyRequest['headers']): Seen['hints'] {
  const named = (name: string) => {
    const header = headers[name]
    return Array.isArray(header) ? header.join(', ') : header
  }
  return Object.fromEntries(HINT_HEADERS.map((name) => [name, named(name)]))
}

function forwardedFor({ headers }: FastifyRequest): string | undefined {
  const header = headers['x-forwarded-for']
  return Array.isArray(header) ? header.join(',') : header
}

function statedBy(request: FastifyRequest, options: SeenOptions): string | undefined {
  return readSimulated(request.headers[SIMULATED_HEADER], options.simulationSecret)
}

function readSimulated(header: string | string[] | undefined, secret: string): string | undefined {
  if (typeof header !== 'string') return undefined
  const [given = '', address = ''] = header.split(' ')
  return isSameSecret(given, secret) && isIP(address) !== 0 ? address : undefined
}
