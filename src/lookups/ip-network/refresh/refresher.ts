/** Keeps lists fresh: fetches what is due, holds it against the last good one, takes it over. */
import { setImmediate } from 'node:timers/promises'
import type { NetworkRefresh } from '../../../usecases/lookups.ts'
import { knownList } from '../known-lists.ts'
import type { ListsInUse } from '../lists-in-use.ts'
import type { NetworkList } from '../network-list.ts'
import { union, without, type RangeSet } from '../range-set.ts'
import { assertPlausible } from './assay.ts'
import { readSums } from './checksums.ts'
import { fetchList, type Shelf } from './fetch-list.ts'
import { keep, readKept } from './kept-lists.ts'
import { sources as allSources, type Origin, type Source } from './sources.ts'

const DAY_MS = 86_400_000

/** Age at which a list is fetched anew. */
const DUE_MS = 7 * DAY_MS

/** After a failure a list is left alone for so long: it is asked for once a day. */
const PAUSE_MS = 20 * 3_600_000

/** Time for one file, ms: 15 MB over a slow line. */
const TIMEOUT_MS = 60_000

/** Where lists come from and are kept. */
export interface RefreshOptions {
  origin: Origin
  /** Folder of the last good lists; made when it is missing. */
  folder: string
  timeoutMs?: number
  /** What is fetched; every list that can be, unless told. */
  sources?: readonly Source[]
}

/** Fresh lists. */
export interface Refresher {
  /** Takes over the lists that an earlier process kept. Out: what was wrong with any; the list that ships then stays. */
  load(): Promise<string[]>
  /** Fetches what is due. Out: what became of it. Fails: never. */
  refresh(nowMs: number): Promise<NetworkRefresh[]>
}

/** Makes the refresher of the lists in use, which are those that ship. */
export function createRefresher(
  { origin, folder, timeoutMs = TIMEOUT_MS, sources = allSources }: RefreshOptions,
  lists: ListsInUse,
): Refresher {
  const shippedInnocent = lists.all().filter(isInnocent)
  const fetched = new Set<string>()
  const triedAt = new Map<string, number>()

  async function adopt(id: string): Promise<void> {
    const kept = await readKept(folder, id)
    if (kept === undefined || kept.about.builtOn < (lists.get(id)?.about.builtOn ?? '')) return
    lists.replace(kept)
    fetched.add(id)
  }

  function isDue(id: string, nowMs: number): boolean {
    const used = fetched.has(id) ? lists.get(id) : undefined
    return used === undefined || nowMs - Date.parse(used.about.builtOn) >= DUE_MS
  }

  /** What no list of VPNs or hosting may name, even after its own list has let go of it. */
  function innocentRanges(): RangeSet {
    return union([...shippedInnocent, ...lists.all().filter(isInnocent)].map((one) => one.ranges))
  }

  async function takeFresh(source: Source, shelf: Shelf, nowMs: number): Promise<void> {
    const { id } = source
    const before = lists.get(id)
    const got = await fetchList(source, shelf)
    const builtOn = new Date(nowMs).toISOString().slice(0, 10)
    const about = { ...knownList(id), builtOn, source: got.source, sha256: got.sha256 }
    await setImmediate()
    const ranges = isInnocent({ about }) ? got.ranges : without(got.ranges, innocentRanges())
    const fresh = { about, ranges, asns: before?.asns ?? new Uint32Array() }
    assertPlausible(fresh, source.leastRanges, before)
    await setImmediate()
    await keep(folder, fresh)
    lists.replace(fresh)
    fetched.add(id)
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
      let sums: Promise<Shelf['sums']> | undefined
      for (const source of sources) {
        const { id } = source
        if (!isDue(id, nowMs) || nowMs - (triedAt.get(id) ?? -Infinity) < PAUSE_MS) continue
        triedAt.set(id, nowMs)
        // Another process on this machine may have fetched it a moment ago. A damaged file is replaced below.
        await adopt(id).catch(() => undefined)
        if (!isDue(id, nowMs)) continue
        const { list } = knownList(id)
        try {
          sums ??= readSums(origin, timeoutMs)
          await takeFresh(source, { origin, timeoutMs, sums: await sums }, nowMs)
          results.push({ list, fault: null })
        } catch (error) {
          results.push({ list, fault: faultOf(error) })
        }
      }
      return results
    },
  }
}

function isInnocent({ about: { kind } }: Pick<NetworkList, 'about'>): boolean {
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
