/** The kind of a network, by everything that says something of it. */
import type { AddressNetwork, NetworkKind, Reading } from '../../core/signals.ts'
import { addressWords } from '../address/address-words.ts'
import type { PublicAddress } from '../address/public-address.ts'
import type { AsnAbout, FindOwner } from './asn-table.ts'
import type { Feed } from './feed.ts'
import { isListed, type NetworkList } from './network-list.ts'
import type { FindSystemWord } from './systems/by-system.ts'

/** What is asked, a feed before a list and a list of addresses before a table of systems. */
export interface KnownNetworks {
  owners: { about: AsnAbout; find: FindOwner }
  bySystem: FindSystemWord
  lists: readonly NetworkList[]
  feeds: readonly Feed[]
}

/** From the most specific to the least: relays and gateways are in most lists of VPNs and hosting. */
const ORDER = [
  'relay',
  'gateway',
  'tor',
  'vpn',
  'hosting',
  'satellite',
  'mobile',
  'education',
] as const satisfies readonly NetworkKind[]

/** Kinds that hide where a person is: what a feed says of them goes before everything else. */
const HIDING: ReadonlySet<NetworkKind> = new Set(['relay', 'gateway', 'tor', 'vpn', 'hosting'])

/** Kinds of a last mile: a feed that calls a line an ordinary one excludes them. */
const LAST_MILE: readonly NetworkKind[] = ['satellite', 'mobile', 'education']

/** Says what kind of network an address belongs to. Out: `unknown` when nobody has the address. */
export function classify(
  address: PublicAddress,
  { owners, bySystem, lists, feeds }: KnownNetworks,
): Reading<AddressNetwork> {
  const words = addressWords(address)
  const owner = owners.find(address.family, words)
  const system = owner === undefined ? undefined : bySystem(owner)
  const head = { asn: owner?.asn ?? null, organisation: owner?.organisation ?? null }

  const said = feeds.flatMap((feed) => {
    const word = feed.ask(address)
    return word === undefined ? [] : [{ ...word, list: feed.name, builtOn: feed.builtOn }]
  })
  const fromFeed = (isWanted: (kind: NetworkKind) => boolean) => {
    for (const { kind, operator, list, builtOn } of said) {
      if (kind !== null && isWanted(kind)) return { kind, ...head, operator, list, builtOn }
    }
    return undefined
  }
  const hiding = fromFeed((kind) => HIDING.has(kind))
  if (hiding !== undefined) return { value: hiding }
  const ordinary = fromFeed((kind) => kind === 'home')
  const denied = new Set([
    ...said.flatMap((word) => word.denied),
    ...(ordinary === undefined ? [] : LAST_MILE),
  ])

  for (const kind of ORDER) {
    const word = fromFeed((one) => one === kind)
    if (word !== undefined) return { value: word }
    if (denied.has(kind)) continue
    const list = lists.find(
      (one) => one.about.kind === kind && isListed(one, address.family, words, head.asn),
    )
    if (list !== undefined) {
      const { operator, list: name, builtOn } = list.about
      return { value: { kind, ...head, operator, list: name, builtOn } }
    }
    if (system?.kind === kind) return { value: { ...head, ...system } }
  }
  if (ordinary !== undefined) return { value: ordinary }
  if (owner === undefined) return { why: 'unknown' }
  const { list, builtOn } = owners.about
  return { value: { kind: 'home', ...head, operator: null, list, builtOn } }
}
