/** A part to tap along with: the figure keeps the beat, and nothing shows that somebody tapped. */
import type { LoggedTaps } from '../../core/rhythm/log.ts'
import type { TapPlan } from '../../core/rhythm/plan.ts'
import type { Kit } from './kit.ts'

/** Stillness before the first beat, ms: at least, and up to so much more, so that nobody foresees it. */
const QUIET_MS = { least: 700, more: 700 } as const

/** Stillness before this part, ms. */
export function quietMs(): number {
  return QUIET_MS.least + QUIET_MS.more * Math.random()
}

/** Taps so long before the first beat are none of this part, ms. */
export const EARLY_MS = 100

/** Each long frame spoils a tap, so the part goes on for one beat more: for so many at most. */
const MORE_BEATS = 10

/** The figure rests after the last beat, and late taps are still heard, ms. */
export const LATE_MS = 800

/** Runs a part, a little longer where frames took long. Out: beats by the frames that showed them, and taps, ms of the page's clock. */
export async function runTapPart({ tempoMs, beats }: TapPlan, kit: Kit): Promise<LoggedTaps> {
  const quiet = quietMs()
  const before = kit.presses.length
  let more = 0
  let quietFrom: number | undefined
  let firstAt: number | undefined
  kit.stage.clear()
  kit.frameLog.cut()
  await kit.frames((at) => {
    quietFrom ??= at
    if (at - quietFrom < quiet) return false
    firstAt ??= at
    const since = at - firstAt
    const lastMs = (beats - 1 + more) * tempoMs
    // Not once it rests: a beat that comes back would surprise.
    if (since < lastMs) more = Math.min(MORE_BEATS, kit.frameLog.longSoFar())
    kit.stage.beat(since >= lastMs ? 0 : (since / tempoMs) % 1)
    return since >= lastMs + LATE_MS
  })
  const first = firstAt ?? 0
  return {
    kind: 'tap',
    tempoMs,
    beats: Array.from({ length: beats + more }, (_, i) => first + i * tempoMs),
    taps: kit.presses
      .slice(before)
      .map(({ at }) => at)
      .filter((at) => at >= first - EARLY_MS)
      .sort((a, b) => a - b),
    longFrames: kit.frameLog.cut(),
  }
}
