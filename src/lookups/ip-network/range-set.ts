/** Sets of addresses of both families, as merged ranges. */
import type { Boundaries } from './boundaries.ts'

/** Addresses from the first to the last, both included. */
export interface Range {
  family: 4 | 6
  first: bigint
  last: bigint
}

/** Sorted, disjoint ranges: by turns the first address of one and the first after it. */
export interface RangeSet {
  four: Boundaries
  six: Boundaries
}

const BITS = { 4: 32n, 6: 128n } as const
const WORD_BITS = 32n

/** Merges ranges, in any order, that may touch and overlap. */
export function rangeSet(ranges: readonly Range[]): RangeSet {
  const of = (family: 4 | 6) =>
    toWords(merge(ranges.filter((range) => range.family === family)), family)
  return { four: of(4), six: of(6) }
}

/** The ranges of a set, ascending. */
export function rangesOf({ four, six }: RangeSet): Range[] {
  return [...fromWords(four, 4), ...fromWords(six, 6)]
}

/** How many ranges a set has, and how many IPv4 addresses are in them. */
export function sizeOf({ four, six }: RangeSet): { ranges: number; addresses: number } {
  const bounds = four.words.length / four.width + six.words.length / six.width
  let addresses = 0
  four.words.forEach((bound, i) => {
    addresses += i % 2 === 0 ? -bound : bound
  })
  if (four.words.length % 2 === 1) addresses += 2 ** 32
  return { ranges: Math.ceil(bounds / 2), addresses }
}

/** Everything that is in any of the sets. */
export function union(sets: readonly RangeSet[]): RangeSet {
  return rangeSet(sets.flatMap(rangesOf))
}

/** The part of a set that is not in the other. */
export function without(set: RangeSet, other: RangeSet): RangeSet {
  const taken = rangesOf(other)
  let next = 0
  const left = rangesOf(set).flatMap(({ family, first, last }) => {
    const parts: Range[] = []
    let from = first
    while (isBefore(taken[next], family, first)) next += 1
    for (let i = next; from <= last; i++) {
      const hole = taken[i]
      if (hole?.family !== family || hole.first > last) break
      if (hole.first > from) parts.push({ family, first: from, last: hole.first - 1n })
      from = hole.last + 1n
    }
    if (from <= last) parts.push({ family, first: from, last })
    return parts
  })
  return rangeSet(left)
}

/** Whether a range ends before an address; all of IPv4 is before IPv6. */
function isBefore(range: Range | undefined, family: 4 | 6, first: bigint): boolean {
  if (range === undefined || range.family > family) return false
  return range.family < family || range.last < first
}

/** Ranges in ascending order, IPv4 first, that neither touch nor overlap. */
export function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const range of [...ranges].sort(byFirst)) {
    const before = merged.at(-1)
    const touches = before?.family === range.family && range.first <= before.last + 1n
    if (!touches) merged.push({ ...range })
    else if (range.last > before.last) before.last = range.last
  }
  return merged
}

function byFirst(a: Range, b: Range): number {
  if (a.family !== b.family) return a.family - b.family
  if (a.first === b.first) return 0
  return a.first < b.first ? -1 : 1
}

function toWords(ranges: readonly Range[], family: 4 | 6): Boundaries {
  const end = 1n << BITS[family]
  const bounds = ranges.flatMap(({ first, last }) => [first, last + 1n]).filter((at) => at < end)
  const width = family === 4 ? 1 : 4
  const words = new Uint32Array(bounds.length * width)
  bounds.forEach((bound, i) => {
    for (let word = 0; word < width; word++) {
      const shift = WORD_BITS * BigInt(width - 1 - word)
      words[i * width + word] = Number((bound >> shift) & 0xffff_ffffn)
    }
  })
  return { width, words }
}

function fromWords({ width, words }: Boundaries, family: 4 | 6): Range[] {
  const bounds: bigint[] = []
  for (let at = 0; at < words.length; at += width) {
    let bound = 0n
    for (let word = 0; word < width; word++) {
      bound = (bound << WORD_BITS) | BigInt(words[at + word] ?? 0)
    }
    bounds.push(bound)
  }
  const ranges: Range[] = []
  for (let i = 0; i < bounds.length; i += 2) {
    const end = bounds[i + 1] ?? 1n << BITS[family]
    ranges.push({ family, first: bounds[i] ?? 0n, last: end - 1n })
  }
  return ranges
}
