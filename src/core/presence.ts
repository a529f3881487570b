/** How much of a window the page was there to answer our server. */
import type { RoundContext } from './check.ts'
import type { Window } from './round.ts'
import type { Signal } from './signals.ts'

const MINUTE_MS = 60_000

/** Share of the window that has to be seen, by the page or in the call. Source: product design, "Coverage": half of the window's minutes. */
export const SHARE_NEEDED = 0.5

/** Minutes of a window, and how many of them were observed. */
type Presence = NonNullable<RoundContext['presence']>

/**
 * The minutes of a window in which echoes were answered.
 *
 * A reading at `at` covers `spanMs` before it, and nothing where the span is not known; overlapping ones count once,
 * and what lies outside the window does not count. Out: undefined for a window without length.
 */
export function presenceOf(
  signals: readonly Signal[],
  { startAt, endAt }: Window,
): Presence | undefined {
  if (!(endAt > startAt)) return undefined
  const spans = signals
    .flatMap((signal) =>
      signal.name === 'echoes' && 'value' in signal
        ? [{ from: signal.at - (signal.value.spanMs ?? 0), to: signal.at }]
        : [],
    )
    .sort((a, b) => a.from - b.from)
  let observedMs = 0
  let seenUntil = startAt
  for (const { from, to } of spans) {
    const end = Math.min(to, endAt)
    observedMs += Math.max(0, end - Math.max(from, seenUntil))
    seenUntil = Math.max(seenUntil, end)
  }
  return { windowMin: (endAt - startAt) / MINUTE_MS, observedMin: observedMs / MINUTE_MS }
}

/** Whether enough of the window was observed to say that it was the same browser throughout. */
export function isMostlyPresent({ windowMin, observedMin }: Presence): boolean {
  return observedMin >= windowMin * SHARE_NEEDED
}
