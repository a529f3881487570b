/** Whether a fetched list can be what it claims to be. */
import type { NetworkList } from '../network-list.ts'
import { sizeOf } from '../range-set.ts'

/** Share of entries that may be no networks: a comment in a new style, not a page of HTML. */
const MOST_STRANGERS = 0.01

/** How much a list may shrink or grow against the last good one. Lists change by a few per cent a week. */
const LEAST_RATIO = 0.5
const MOST_RATIO = 2

/** Refuses a part of a list that is mostly something else. Fails: throws with what was found. */
export function assertReadable(
  file: string,
  { entries, strangers }: { entries: number; strangers: number },
): void {
  if (entries === 0) throw new Error(`${file}: expected networks, got none`)
  if (strangers <= entries * MOST_STRANGERS) return
  throw new Error(
    `${file}: expected networks, got ${String(strangers)} other entries of ${String(entries)}`,
  )
}

/**
 * Refuses a list that is too short, or that differs too much from the last good one in ranges or in IPv4 addresses.
 *
 * Fails: throws with what was found and expected.
 */
export function assertPlausible(
  fresh: NetworkList,
  leastRanges: number,
  before: NetworkList | undefined,
): void {
  const now = sizeOf(fresh.ranges)
  if (now.ranges < leastRanges) {
    throw new Error(`expected at least ${String(leastRanges)} ranges, got ${String(now.ranges)}`)
  }
  if (before === undefined) return
  const then = sizeOf(before.ranges)
  for (const what of ['ranges', 'addresses'] as const) {
    const least = Math.ceil(then[what] * LEAST_RATIO)
    const most = Math.floor(then[what] * MOST_RATIO)
    if (now[what] >= least && now[what] <= most) continue
    const expected = `expected ${String(least)} to ${String(most)} ${what}`
    throw new Error(`${expected}, half to twice the last good list, got ${String(now[what])}`)
  }
}
