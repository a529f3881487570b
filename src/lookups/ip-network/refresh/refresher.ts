/** Keeps lists fresh: fetches what is due, holds it against the last good one, takes it over. */
import { createHash } from 'node:crypto'
import type { NetworkRefresh } from '../../../usecases/lookups.ts'
import { knownList } from '../known-lists.ts'
import type { ListsInUse } from '../lists-in-use.ts'
import type { NetworkList } from '../network-list.ts'
import { rangeSet, without, type Range } from '../range-set.ts'
import { readNetworks } from '../read-networks.ts'
import { assertPlausible, assertReadable } from './assay.ts'
import { readSums } from './checksums.ts'
import { download } from './download.ts'
import { keep, readKept } from './kept-lists.ts'
import { addressOf, sources, type Origin, type Source } from './sources.ts'

const DAY_MS = 86_400_000

/** Age at which a list is fetched anew. */
const DUE_DAYS = 7

/** After a failure a list is left alone for so long. */
const PAUSE_MS = 20 * 3_600_000

/** Time for one file: 15 MB over a slow line. */
const TIMEOUT_MS = 60_000

/** Where lists come from and are kept. */
export interface RefreshOptions {
  origin: Origin
  /** Folder of the last good lists; made when it is missing. */
  folder: string
  timeoutMs?: number
}

/** Fresh lists. */
export interface Refresher {
  /** Takes over the lists kept by an earlier process. Out: what was wrong with any; the list that ships then stays. */
  load(): Promise<string[]>
  refresh(nowMs: number): Promise<NetworkRefresh[]>
}

/** Makes the refresher of the lists in use. */
export function createRefresher(
  { origin, folder, timeoutMs = TIMEOUT_MS }: RefreshOptions,
  lists: ListsInUse,
): Refresher {
  /** Taken out of lists of VPNs and hosting, even after their own lists have let go of them. */
  const innocent = lists.all().filter(isInnocent)
  const fetched = new Set<string>()
  const triedAt = new Map<string, number>()

  async function adopt(id: string): Promise<void> {
    const kept = await readKept(folder, id)
    const usedDay = lists.get(id)?.about.builtOn ?? ''
    if (kept === undefined || kept.about.builtOn < usedDay) return
    lists.replace(kept)
    fetched.add(id)
  }

  function isDue(id: string, nowMs: number): boolean {
    const used = fetched.has(id) ? lists.get(id) : undefined
    return used === undefined || nowMs - Date.parse(used.about.builtOn) >= DUE_DAYS * DAY_MS
  }

  async function fetchList(
    source: Source,
    nowMs: number,
    sums: ReadonlyMap<string, string> | undefined,
  ): Promise<NetworkList> {
    const ranges: Range[] = []
    const sha256: string[] = []
    for (const part of source.parts) {
      const bytes = await download(addressOf(part, origin), timeoutMs)
      if (bytes === null) throw new Error(`${part.file}: expected a file, got none (404)`)
      const hash = createHash('sha256').update(bytes).digest('hex')
      const sum = sums?.get(part.file)
      if (sum !== undefined && sum !== hash) {
        throw new Error(`${part.file}: expected SHA-256 ${sum}, got ${hash}`)
      }
      const read = await readNetworks(bytes.toString('utf8'), part.form)
      assertReadable(part.file, read)
      ranges.push(...read.ranges)
      sha256.push(hash)
    }
    const about = {
      ...knownList(source.id),
      builtOn: new Date(nowMs).toISOString().slice(0, 10),
      source: source.parts.map((part) => addressOf(part, origin)).join(' '),
      sha256,
    }
    const before = lists.get(source.id)
    const fresh = { about, ranges: rangeSet(ranges), asns: before?.asns ?? new Uint32Array() }
    if (isInnocent(fresh)) return fresh
    const taken = [...innocent, ...lists.all().filter(isInnocent)]
    return {
      ...fresh,
      ranges: without(
        fresh.ranges,
        taken.map((list) => list.ranges),
      ),
    }
  }

  return {
    async load() {
      const faults: string[] = []
      for (const { id } of sources) {
        await adopt(id).catch((error: unknown) => faults.push(faultOf(error)))
      }
      return faults
    },

    async refresh(nowMs) {
      const results: NetworkRefresh[] = []
      let sums: Promise<ReadonlyMap<string, string> | undefined> | undefined
      for (const source of sources) {
        const { id } = source
        if (!isDue(id, nowMs) || nowMs - (triedAt.get(id) ?? -Infinity) < PAUSE_MS) continue
        triedAt.set(id, nowMs)
        const { list } = knownList(id)
        try {
          // Another process on this machine may have fetched it a moment ago.
          await adopt(id).catch(() => undefined)
          if (!isDue(id, nowMs)) continue
          sums ??= readSums(origin, timeoutMs)
          const fresh = await fetchList(source, nowMs, await sums)
          assertPlausible(fresh, source.leastRanges, lists.get(id))
          await keep(folder, fresh)
          lists.replace(fresh)
          fetched.add(id)
          results.push({ list, fault: null })
        } catch (error) {
          results.push({ list, fault: faultOf(error) })
        }
      }
      return results
    },
  }
}

function isInnocent({ about: { kind } }: NetworkList): boolean {
  return kind === 'relay' || kind === 'gateway'
}

/** `fetch` says “fetch failed” and gives the reason as its cause. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause, message } = error
  return cause instanceof Error && !message.includes(cause.message)
    ? `${message}: ${cause.message}`
    : message
}
