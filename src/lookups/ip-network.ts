/** What kind of network an address belongs to. */
import type { IpNetwork } from '../usecases/lookups.ts'
import { publicAddress } from './address/public-address.ts'
import { classify } from './ip-network/classify.ts'
import { openFeed } from './ip-network/feed.ts'
import { readShippedTables } from './ip-network/shipped-tables.ts'
import { createBySystem } from './ip-network/systems/by-system.ts'

/**
 * Opens the tables that ship and the operator's feeds.
 *
 * In: paths of feeds, MMDB files; the folder of the tables, ending in a slash, the shipped one unless told.
 * Out: when a table that ships is missing or damaged, a lookup that answers `error` to everything: half of it would call
 * a VPN somebody's home.
 * Fails: rejects when a feed is missing, damaged or not about networks.
 */
export default async function create(
  options: { feeds?: readonly string[]; folder?: URL } = {},
): Promise<IpNetwork> {
  const feeds = await Promise.all((options.feeds ?? []).map(openFeed))
  const shipped = await readShippedTables(options.folder).catch((error: unknown) => faultOf(error))
  if (typeof shipped === 'string') {
    return Object.assign(() => ({ why: 'error' as const }), { faults: () => [shipped] })
  }
  const bySystem = createBySystem()
  const look = (text: string) => {
    const address = publicAddress(text)
    if (address === undefined) return { why: 'unknown' as const }
    return classify(address, { ...shipped, bySystem, feeds })
  }
  return Object.assign(look, { faults: () => [] })
}

function faultOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
