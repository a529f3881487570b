/** Sorted addresses of one family, searched by halving. */

/** Ascending addresses, each of `width` words of 32 bits, highest first. */
export interface Boundaries {
  /** 1 for IPv4, 4 for IPv6. */
  width: 1 | 4
  words: Uint32Array
}

/** How many of the addresses are at most this one. In: as many words as `width`. */
export function countUpTo({ width, words }: Boundaries, address: readonly number[]): number {
  let low = 0
  let high = words.length / width
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isAtMost(words, middle * width, width, address)) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Whether an address is inside, where the addresses are by turns the first of a range and the first after it.
 *
 * A range up to the highest address has no first after it.
 */
export function isInside(boundaries: Boundaries, address: readonly number[]): boolean {
  return countUpTo(boundaries, address) % 2 === 1
}

function isAtMost(
  words: Uint32Array,
  offset: number,
  width: number,
  address: readonly number[],
): boolean {
  for (let i = 0; i < width; i++) {
    const here = words[offset + i] ?? 0
    const there = address[i] ?? 0
    if (here !== there) return here < there
  }
  return true
}
