/** Lists that say what kind some networks are. */
import { z } from 'zod'
import { networkKinds } from '../../core/signals.ts'
import { countUpTo, isInside } from './boundaries.ts'
import { interleave, split } from './columns.ts'
import type { Table } from './packed-file.ts'
import type { RangeSet } from './range-set.ts'

const aboutSchema = z.object({
  /** File name of the list, without ending: "x4b-vpn". */
  id: z.string(),
  kind: z.enum(networkKinds),
  /** Who runs every network of the list; null where it names nobody. */
  operator: z.string().nullable(),
  /** For people. */
  list: z.string(),
  /** Day the list was made or, where it does not say, fetched: YYYY-MM-DD. */
  builtOn: z.string(),
  source: z.string(),
  licence: z.string(),
  /** Of the text it was read from, hex; more than one where a list is published in parts. */
  sha256: z.array(z.string()),
})

/** What is said of a list. */
export type ListAbout = z.infer<typeof aboutSchema>

/** A list: networks by address, and by the number of their autonomous system (ascending). */
export interface NetworkList {
  about: ListAbout
  ranges: RangeSet
  asns: Uint32Array
}

/** Columns per list: one of IPv4, four of IPv6, one of autonomous systems. */
const COLUMNS = 6

/** Lists as they are kept in a file. */
export function packLists(lists: readonly NetworkList[]): Table {
  return {
    about: lists.map(({ about }) => about),
    columns: lists.flatMap(({ ranges, asns }) => [
      ...split(ranges.four),
      ...split(ranges.six),
      asns,
    ]),
    text: Buffer.alloc(0),
  }
}

/** The lists of a file. Fails: throws when the file holds something else. */
export function openLists({ about, columns }: Table): NetworkList[] {
  const abouts = z.array(aboutSchema).parse(about)
  if (columns.length !== abouts.length * COLUMNS) {
    throw new Error(
      `expected ${String(abouts.length * COLUMNS)} columns, got ${String(columns.length)}`,
    )
  }
  return abouts.map((one, i) => {
    const own = columns.slice(i * COLUMNS, (i + 1) * COLUMNS)
    const ranges = { four: interleave(own.slice(0, 1)), six: interleave(own.slice(1, 5)) }
    return { about: one, ranges, asns: own[5] ?? new Uint32Array() }
  })
}

/** Whether a list names an address, by itself or by who announces it. In: the address in words. */
export function isListed(
  { ranges, asns }: NetworkList,
  family: 4 | 6,
  address: readonly number[],
  asn: number | null,
): boolean {
  if (isInside(family === 4 ? ranges.four : ranges.six, address)) return true
  return asn !== null && asns[countUpTo({ width: 1, words: asns }, [asn]) - 1] === asn
}
