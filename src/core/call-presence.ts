/**
 * When somebody was in a call, as the meeting service told it: stretches that are known, never guessed.
 *
 * A service tells of a change once, without its time. Heard as it happened, it is exact; learned later, after the line
 * to the service was cut, it is only known to have happened by then.
 */
import { SHARE_NEEDED } from './presence.ts'
import type { SignalValue, Signal } from './signals.ts'
import type { Window } from './round.ts'

const MINUTE_MS = 60_000

/** A service that tells who is in a call. */
export type CallService = SignalValue<'callPresence'>['platform']

/** What each service never tells of a call. Source: platform survey, part 6: "joins, leaves, camera on/off; no IP, RTT or client" (read 2026-11-25). */
export const NEVER_TOLD: Readonly<
  Record<CallService, readonly ('address' | 'device' | 'roundTrip')[]>
> = { discord: ['address', 'device', 'roundTrip'] }

/** A time in which somebody is known to have been in the call. */
export interface CallStretch {
  fromAt: number
  /** Whether joining was heard; else they were found there, and had come before. */
  isFromHeard: boolean
  /** Null while it lasts. */
  toAt: number | null
  /** Whether leaving was heard; else nothing is known of what followed. */
  isToHeard: boolean
  /** When they were found to be gone, where leaving was not heard. */
  goneBy: number | null
}

/** The stretches in a round, oldest first. In: its signals in any order. */
export function callStretchesOf(signals: readonly Signal[]): CallStretch[] {
  const stretches: CallStretch[] = []
  const ordered = signals
    .flatMap((signal) =>
      signal.name === 'callPresence' && 'value' in signal
        ? [{ at: signal.at, ...signal.value }]
        : [],
    )
    .sort((a, b) => a.at - b.at)
  for (const { at, event, exact } of ordered) {
    const last = stretches.at(-1)
    const open = last?.toAt === null ? last : undefined
    if (event === 'joined') {
      const fresh = { fromAt: at, isFromHeard: exact, toAt: null, isToHeard: false, goneBy: null }
      if (open === undefined) stretches.push(fresh)
    } else if (event === 'lost' || exact) {
      if (open) Object.assign(open, { toAt: at, isToHeard: event === 'left' })
    } else if (open) {
      // Nothing was heard since they came: no more than that moment is known.
      Object.assign(open, { toAt: open.fromAt, goneBy: at })
    } else if (last && !last.isToHeard) {
      last.goneBy ??= at
    }
  }
  return stretches
}

/** Minutes of a window that is over, and in how many of them somebody is known to have been in the call; undefined where nothing was told. */
export function callCoverOf(
  signals: readonly Signal[],
  { startAt, endAt }: Window,
): { windowMin: number; inCallMin: number } | undefined {
  const stretches = callStretchesOf(signals)
  if (stretches.length === 0 || !(endAt > startAt)) return undefined
  const inCallMs = stretches.reduce((sum, { fromAt, toAt }) => {
    const [from, to] = [Math.max(fromAt, startAt), Math.min(toAt ?? endAt, endAt)]
    return sum + Math.max(0, to - from)
  }, 0)
  return { windowMin: (endAt - startAt) / MINUTE_MS, inCallMin: inCallMs / MINUTE_MS }
}

/** Whether the call covers enough of the window. */
export function isMostlyInCall({
  windowMin,
  inCallMin,
}: {
  windowMin: number
  inCallMin: number
}): boolean {
  return inCallMin >= windowMin * SHARE_NEEDED
}
