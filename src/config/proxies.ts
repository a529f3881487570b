/** What the operator says of the proxies in front. */
import { BlockList, isIP } from 'node:net'
import { z } from 'zod'
import { variable } from './variable.ts'

/**
 * A network this wide holds public addresses of strangers, whose word must not be taken: /7 and wider.
 * Only fc00::/7 is private as a whole. Source: RFC 4193, RFC 6890 (read 2026-11-25).
 */
const TOO_WIDE = 7
const privateWide = new BlockList()
privateWide.addSubnet('fc00::', 7, 'ipv6')

function proxyFault(entry: string): string | null {
  const [address = '', prefix, ...rest] = entry.split('/')
  const family = isIP(address)
  const bits = family === 4 ? 32 : 128
  const isNetwork = prefix !== undefined
  const fits =
    rest.length === 0 && (!isNetwork || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
  if (family === 0 || !fits) return `must be addresses or networks, got “${entry}”`
  // Written this way, a network counts its bits in one family and its address in the other.
  if (isNetwork && /^::ffff:/i.test(address)) return `must name IPv4 as IPv4, got “${entry}”`
  const isPrivate =
    family === 6 && Number(prefix) === TOO_WIDE && privateWide.check(address, 'ipv6')
  if (isNetwork && Number(prefix) <= TOO_WIDE && !isPrivate) {
    return `must be your own proxies only: “${entry}” holds addresses of strangers, who could then state any address`
  }
  return null
}

const proxiesSchema = z.string().transform((text, context): string[] => {
  const list = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  for (const entry of list) {
    const fault = proxyFault(entry)
    if (fault !== null) context.addIssue(fault)
  }
  return list
})

/** A header in which the outermost proxy says its own round trip to the browser. */
export interface EdgeRttHeader {
  /** In lower case. */
  name: string
  unit: 'ms' | 'us'
}

const edgeRttSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9-]{1,64} (ms|us)$/,
    'must be a header and the unit of its value, like “x-edge-rtt us”',
  )
  .transform((text): EdgeRttHeader => {
    const [name = '', unit] = text.split(' ')
    return { name: name.toLowerCase(), unit: unit === 'us' ? 'us' : 'ms' }
  })

/** The variables, all of which may be left out. */
export const proxyVariables = {
  trustedProxies: variable({
    name: 'TRUSTED_PROXIES',
    help: 'Addresses or networks of your own proxies, whose X-Forwarded-For is believed; all of them, where there are several',
    secret: false,
    example: '10.0.0.0/8,::1',
    parse: proxiesSchema,
  }),
  edgeRttHeader: variable({
    name: 'EDGE_RTT_HEADER',
    help: 'Header in which the one proxy in front says the round-trip time of its connection to the browser, and the unit of it, ms or us. The proxy must replace what the browser sends (docs/operating.md)',
    secret: false,
    example: 'x-edge-rtt us',
    parse: edgeRttSchema,
  }),
}

/** Faults of these variables together. */
export function proxyFaults(env: Readonly<Record<string, string | undefined>>): string[] {
  if (!env['EDGE_RTT_HEADER'] || env['TRUSTED_PROXIES']) return []
  return ['TRUSTED_PROXIES must be set where EDGE_RTT_HEADER is: nobody else’s header is believed']
}
