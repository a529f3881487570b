/** Fetching a list in all its parts. */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { rangeSet, type Range, type RangeSet } from '../range-set.ts'
import { readNetworks } from '../read-networks.ts'
import { assertReadable } from './assay.ts'
import { download } from './download.ts'
import { addressOf, type Origin, type Source, type SourcePart } from './sources.ts'

/** Where to fetch from, and what is known of the files there. */
export interface Shelf {
  origin: Origin
  /** For one file, ms. */
  timeoutMs: number
  /** SHA-256 by file name, where the origin has them. */
  sums: ReadonlyMap<string, string> | undefined
}

/** A list as it was fetched. */
export interface FetchedList {
  ranges: RangeSet
  /** Addresses of its parts, with a blank between. */
  source: string
  /** Of each part, hex. */
  sha256: string[]
}

/** Fetches a list. Fails: rejects when a part is not to be had whole, has another checksum or is no list. */
export async function fetchList(source: Source, shelf: Shelf): Promise<FetchedList> {
  const parts = []
  for (const part of source.parts) parts.push(await fetchPart(part, shelf))
  // Not spread as arguments: lists of hundreds of thousands would be too many.
  const ranges = parts.flatMap((part) => part.ranges)
  await setImmediate()
  return {
    ranges: rangeSet(ranges),
    source: source.parts.map((part) => addressOf(part, shelf.origin)).join(' '),
    sha256: parts.map(({ sha256 }) => sha256),
  }
}

async function fetchPart(
  part: SourcePart,
  { origin, timeoutMs, sums }: Shelf,
): Promise<{ ranges: Range[]; sha256: string }> {
  const bytes = await download(addressOf(part, origin), timeoutMs)
  if (bytes === null) throw new Error(`${part.file}: expected a file, got none (404)`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sum = sums?.get(part.file)
  if (sum !== undefined && sum !== sha256) {
    throw new Error(`${part.file}: expected SHA-256 ${sum}, got ${sha256}`)
  }
  const read = await readNetworks(bytes.toString('utf8'), part.form)
  assertReadable(part.file, read)
  return { ranges: read.ranges, sha256 }
}
