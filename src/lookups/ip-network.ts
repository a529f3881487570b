/** What kind of network an address belongs to. */
import { networkKinds, type AddressNetwork, type NetworkKind } from '../core/signals.ts'
import type { IpNetwork } from '../usecases/lookups.ts'
import { addressWords } from './address/address-words.ts'
import { publicAddress } from './address/public-address.ts'
import type { Owner } from './ip-network/asn-table.ts'
import { isListed } from './ip-network/network-list.ts'
import { readShippedTables } from './ip-network/shipped-tables.ts'
import { findSystem } from './ip-network/system-table.ts'
import { satellite } from './ip-network/systems/satellite.ts'

/** From the most specific to the least: a relay is in every list of hosting, a campus in no list of homes. */
const order: readonly NetworkKind[] = networkKinds.toReversed()

const systemTables = [satellite]

/**
 * Opens the tables.
 *
 * In: the folder of the tables, ending in a slash; the shipped one unless told.
 * Out: when a table is missing or damaged, a lookup that answers `error` to everything and says why in `faults`.
 */
export default async function create(options: { folder?: URL } = {}): Promise<IpNetwork> {
  const tables = await readShippedTables(options.folder)
  const { about, find } = tables.owners
  return (text) => {
    const address = publicAddress(text)
    if (address === undefined) return { why: 'unknown' }
    const words = addressWords(address)
    const owner = find(address.family, words)
    const head = { asn: owner?.asn ?? null, organisation: owner?.organisation ?? null }
    for (const kind of order) {
      const list = tables.lists.find(
        (one) => one.about.kind === kind && isListed(one, address.family, words, head.asn),
      )
      if (list !== undefined) {
        const { operator, list: name, builtOn } = list.about
        return { value: { kind, ...head, operator, list: name, builtOn } }
      }
      const value = owner === undefined ? undefined : bySystem(kind, owner, head)
      if (value !== undefined) return { value }
    }
    if (owner === undefined) return { why: 'unknown' }
    return {
      value: { kind: 'home', ...head, operator: null, list: about.list, builtOn: about.builtOn },
    }
  }
}

function bySystem(
  kind: NetworkKind,
  owner: Owner,
  head: Pick<AddressNetwork, 'asn' | 'organisation'>,
): AddressNetwork | undefined {
  for (const table of systemTables) {
    const found = table.kind === kind ? findSystem(table, owner) : undefined
    if (found === undefined) continue
    return { kind, ...head, operator: found.operator, list: table.list, builtOn: table.builtOn }
  }
  return undefined
}
