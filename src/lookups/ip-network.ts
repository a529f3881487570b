/** What kind of network an address belongs to. */
import type { IpNetwork } from '../usecases/lookups.ts'
import { DamagedRecord } from './address/mmdb-file.ts'
import { publicAddress } from './address/public-address.ts'
import { classify } from './ip-network/classify.ts'
import { openFeed } from './ip-network/feed.ts'
import { createListsInUse } from './ip-network/lists-in-use.ts'
import { createRefresher, type RefreshOptions } from './ip-network/refresh/refresher.ts'
import { readShippedTables } from './ip-network/shipped-tables.ts'
import { createBySystem } from './ip-network/systems/by-system.ts'

/**
 * Opens the tables that ship, the operator's feeds, and the lists fetched before.
 *
 * In: paths of feeds, MMDB files; where fresh lists come from and are kept, null for nowhere; the folder of the tables,
 * ending in a slash, the shipped one unless told.
 * Out: when a table that ships is missing or damaged, a lookup that answers `error` to everything: half of it would call
 * a VPN somebody's home.
 * Fails: rejects when a feed is missing, damaged or not about networks.
 */
export default async function create(
  options: { feeds?: readonly string[]; refresh?: RefreshOptions | null; folder?: URL } = {},
): Promise<IpNetwork> {
  const feeds = await Promise.all((options.feeds ?? []).map(openFeed))
  const shipped = await readShippedTables(options.folder).catch(faultOf)
  if (typeof shipped === 'string') return notThere(shipped)

  const { owners } = shipped
  const lists = createListsInUse(shipped.lists)
  const refresher = options.refresh ? createRefresher(options.refresh, lists) : null
  const faults = (await refresher?.load()) ?? []
  const bySystem = createBySystem()
  const look: (address: string) => ReturnType<IpNetwork> = (text) => {
    const address = publicAddress(text)
    if (address === undefined) return { why: 'unknown' }
    try {
      return classify(address, { owners, bySystem, lists: lists.all(), feeds })
    } catch (error) {
      if (error instanceof DamagedRecord) return { why: 'error' }
      throw error
    }
  }
  return Object.assign(look, {
    faults: () => faults,
    refresh: async (nowMs: number) => (await refresher?.refresh(nowMs)) ?? [],
  })
}

function notThere(fault: string): IpNetwork {
  return Object.assign(() => ({ why: 'error' as const }), {
    faults: () => [fault],
    refresh: () => Promise.resolve([]),
  })
}

function faultOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
