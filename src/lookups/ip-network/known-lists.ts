/** The published lists that are used, and what is said of them. */
import type { ListAbout } from './network-list.ts'

/** A list, apart from when and where it was got. */
export type KnownList = Pick<ListAbout, 'id' | 'kind' | 'operator' | 'list' | 'licence'>

/** A cloud's own list of its addresses. */
function cloud(id: string, operator: string): KnownList {
  const list = `list of addresses of ${operator}`
  return { id, kind: 'hosting', operator, list, licence: 'CC0-1.0 (MISP warninglists)' }
}

/** The lists, the more specific ones first. */
export const knownLists: readonly KnownList[] = [
  {
    id: 'icloud-private-relay',
    kind: 'relay',
    operator: 'iCloud Private Relay',
    list: 'Apple’s list of Private Relay',
    licence: 'CC0-1.0 (MISP warninglists)',
  },
  {
    id: 'zscaler',
    kind: 'gateway',
    operator: 'Zscaler',
    list: 'Zscaler’s list of its gateways',
    licence: 'CC0-1.0 (MISP warninglists)',
  },
  {
    id: 'tor-exits',
    kind: 'tor',
    operator: 'Tor',
    list: 'Tor Project’s list of exits',
    licence: 'as the Tor Project publishes it',
  },
  {
    id: 'x4b-vpn',
    kind: 'vpn',
    operator: null,
    list: 'X4B list of VPN networks',
    licence: 'MIT',
  },
  cloud('amazon-aws', 'Amazon Web Services'),
  cloud('google-gcp', 'Google Cloud'),
  cloud('microsoft-azure', 'Microsoft Azure'),
  cloud('oracle-oci', 'Oracle Cloud'),
  {
    id: 'x4b-datacenter',
    kind: 'hosting',
    operator: null,
    list: 'X4B list of data centres',
    licence: 'MIT',
  },
]

/** What is said of a list. Fails: throws for one that is not known. */
export function knownList(id: string): KnownList {
  const found = knownLists.find((list) => list.id === id)
  if (found === undefined) throw new Error(`expected a known list of networks, got ${id}`)
  return found
}
