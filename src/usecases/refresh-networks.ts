/** Keeping the lists of networks fresh, where the operator asked for it. */
import type { Ports } from './ports.ts'

/**
 * Fetches the lists that are due. Each process that shares the database does it for itself: a list is in its memory.
 *
 * Out: how many were replaced.
 * Fails: rejects, once all were tried, with every list whose last good one goes on, and why.
 */
export async function refreshNetworks(ports: Ports): Promise<number> {
  const results = await ports.lookups.ipNetwork.refresh(ports.clock.now())
  const failed = results.flatMap(({ list, fault }) => (fault === null ? [] : [`${list}: ${fault}`]))
  if (failed.length > 0) {
    throw new Error(`Not refreshed, the last good list goes on. ${failed.join(' · ')}`)
  }
  return results.length
}
