/** What an operator's feed says of an address, in whichever of the usual shapes. */
import type { NetworkKind } from '../../core/signals.ts'

/** A feed's word on an address: what kind it is, or at least what it is not. */
export interface FeedWord {
  kind: NetworkKind | null
  operator: string | null
  denied: readonly NetworkKind[]
}

/** Keys that a feed sets to true, by kind, the most specific kind first; a proxy is a tunnel like a VPN. */
const FLAGS: readonly (readonly [NetworkKind, readonly string[], string | null])[] = [
  ['relay', ['is_relay', 'relay'], null],
  ['tor', ['is_tor_exit_node', 'is_tor', 'tor'], null],
  ['vpn', ['is_anonymous_vpn', 'is_vpn', 'vpn'], null],
  ['vpn', ['is_residential_proxy', 'is_res_proxy', 'res_proxy'], 'residential proxy'],
  ['vpn', ['is_public_proxy', 'is_proxy', 'proxy'], 'public proxy'],
  ['hosting', ['is_hosting_provider', 'is_hosting', 'hosting', 'is_datacenter'], null],
  ['satellite', ['is_satellite', 'satellite'], null],
  ['mobile', ['is_mobile', 'mobile'], null],
]

/** Words for a kind, by the key they stand under; lower case. */
const WORDS: readonly (readonly [readonly string[], Readonly<Record<string, NetworkKind>>])[] = [
  [
    ['connection_type'],
    {
      cellular: 'mobile',
      satellite: 'satellite',
      'cable/dsl': 'home',
      dialup: 'home',
      corporate: 'home',
    },
  ],
  [['infrastructure'], { datacenter: 'hosting', mobile: 'mobile', satellite: 'satellite' }],
  [
    ['user_type', 'type', 'usage_type'],
    {
      hosting: 'hosting',
      cellular: 'mobile',
      college: 'education',
      school: 'education',
      education: 'education',
    },
  ],
]

/** Objects of a record in which feeds put what is asked for here. */
const PARTS = ['traits', 'anonymous', 'anonymizer', 'privacy', 'asn', 'company'] as const

/** Types of a tunnel in Spur's records. */
const TUNNELS: Readonly<Record<string, NetworkKind>> = { tor: 'tor', vpn: 'vpn', proxy: 'vpn' }

/** Longest name that the signal takes. */
const MOST_NAME = 100

/**
 * Reads a record of MaxMind (Anonymous IP, Anonymous Plus, Connection Type, Enterprise), IPinfo (privacy, Plus),
 * ipapi.is or Spur.
 *
 * Out: undefined when it says nothing of the kind of a network. Fails: never.
 * Source: dev.maxmind.com/geoip/docs/databases/{anonymous-ip,anonymous-plus,connection-type,enterprise}; IPinfo,
 * response schema of privacy (read 2026-11-25).
 */
export function readFeedRecord(record: unknown): FeedWord | undefined {
  const parts = [record, ...PARTS.map((part) => at(record, part))].filter(isObject)
  const denied = FLAGS.filter(([kind]) => DENIABLE.has(kind))
    .filter(([, keys]) => flagOf(parts, keys) === false)
    .map(([kind]) => kind)
  for (const [kind, keys, operator] of FLAGS) {
    if (flagOf(parts, keys) === true)
      return { kind, operator: serviceOf(parts) ?? operator, denied }
  }
  const tunnel = tunnelOf(record)
  if (tunnel !== undefined) return { ...tunnel, denied }
  for (const [keys, kinds] of WORDS) {
    for (const word of parts.flatMap((part) => keys.map((key) => text(part[key])))) {
      const kind = word === null ? undefined : kinds[word.toLowerCase()]
      if (kind !== undefined) return { kind, operator: null, denied }
    }
  }
  return denied.length > 0 ? { kind: null, operator: null, denied } : undefined
}

/** Kinds that a feed's “no” takes away from shipped lists. Relays and gateways are named by those who run them. */
const DENIABLE: ReadonlySet<NetworkKind> = new Set(['tor', 'vpn', 'hosting'])

type Fields = Readonly<Record<string, unknown>>

/** True before false: a record that is both a VPN and no proxy is a VPN. Undefined where no key is set. */
function flagOf(parts: readonly Fields[], keys: readonly string[]): boolean | undefined {
  const values = parts.flatMap((part) => keys.map((key) => boolean(part[key])))
  if (values.includes(true)) return true
  return values.includes(false) ? false : undefined
}

/** Spur lists tunnels with their operator, and proxies that borrow a client's line. */
function tunnelOf(record: unknown): Pick<FeedWord, 'kind' | 'operator'> | undefined {
  const tunnels = at(record, 'tunnels')
  for (const tunnel of Array.isArray(tunnels) ? tunnels : []) {
    const kind = TUNNELS[text(at(tunnel, 'type'))?.toLowerCase() ?? '']
    if (kind !== undefined) return { kind, operator: text(at(tunnel, 'operator')) }
  }
  const proxies = at(at(record, 'client'), 'proxies')
  if (Array.isArray(proxies) && proxies.length > 0) {
    return { kind: 'vpn', operator: text(proxies[0]) ?? 'residential proxy' }
  }
  return undefined
}

/** Name of the service, where the feed knows it. */
function serviceOf(parts: readonly Fields[]): string | null {
  for (const part of parts) {
    const name =
      text(part['service']) ?? text(part['provider_name']) ?? text(at(part['vpn'], 'service'))
    if (name !== null) return name
  }
  return null
}

function at(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, MOST_NAME) : null
}

/** Feeds write true, "true" and 1; no and unknown both are "". */
function boolean(value: unknown): boolean | undefined {
  if (value === true || value === 1 || value === 'true' || value === '1') return true
  if (value === false || value === 0 || value === 'false' || value === '0') return false
  return undefined
}
