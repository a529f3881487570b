/** What the timeline of a round shows: round trips over time, and what happened meanwhile. */
import { managers } from '../texts/managers.ts'
import { distanceKm, type Point } from './geo.ts'
import { leastRoundTripMs } from './latency.ts'
import type { Signal } from './signals.ts'

/** One summary of echoes. */
export interface TimelineReading {
  at: number
  minMs: number
  medianMs: number
  p90Ms: number
}

/** All readings from one server. */
export interface TimelineTrack {
  /** Null where the server's place is not known. */
  name: string | null
  /** No answer from the stated place can be quicker; null where either place is not known. */
  floorMs: number | null
  readings: readonly TimelineReading[]
}

/** What was told of a call: heard as it happened, or found at that moment. */
type CallMark = 'callJoined' | 'callFound' | 'callLeft' | 'callGone' | 'callLost'

/** Something that happened at one moment. */
export interface TimelineMark {
  at: number
  kind: 'continue' | 'join' | 'address' | 'close' | CallMark
}

/** A round over time. */
export interface TimelineView {
  /** IANA zone of the times that are shown. */
  zone: string
  startAt: number
  endAt: number
  tracks: readonly TimelineTrack[]
  marks: readonly TimelineMark[]
  /** When the page was not in front. */
  hidden: readonly { fromAt: number; toAt: number }[]
}

/** For people: what a mark means. */
export const markWords: Readonly<Record<TimelineMark['kind'], string>> =
  managers.words.timeline.marks

/** What is known of the round besides its signals. */
export interface TimelineRound {
  zone: string
  boundAt: number | null
  joinedAt: number | null
  closedAt: number | null
  claim: Point | null
}

const CALL_MARKS = {
  joined: ['callJoined', 'callFound'],
  left: ['callLeft', 'callGone'],
  lost: ['callLost', 'callLost'],
} as const

/** A picture of less than this is all noise, ms. */
const SHORTEST_MS = 60_000

/** The timeline of a round. In: signals in any order. Out: null where no round trip was measured. */
export function timelineViewOf(
  round: TimelineRound,
  signals: readonly Signal[],
): TimelineView | null {
  const ordered = [...signals].sort((a, b) => a.at - b.at)
  const tracks = tracksOf(ordered, round.claim)
  if (tracks.length === 0) return null
  const marks = marksOf(round, ordered)
  const moments = [...tracks.flatMap(({ readings }) => readings), ...marks].map(({ at }) => at)
  const startAt = Math.min(...moments)
  const endAt = Math.max(startAt + SHORTEST_MS, ...moments)
  return {
    zone: round.zone,
    startAt,
    endAt,
    tracks,
    marks,
    hidden: hiddenOf(ordered, startAt, endAt),
  }
}

function tracksOf(signals: readonly Signal[], claim: Point | null): TimelineTrack[] {
  const tracks = new Map<string, { track: TimelineTrack; readings: TimelineReading[] }>()
  for (const signal of signals) {
    if (signal.name !== 'echoes' || !('value' in signal)) continue
    const { vantage, minMs, medianMs, p90Ms } = signal.value
    const key = vantage?.id ?? ''
    const known = tracks.get(key)
    const readings = known?.readings ?? []
    readings.push({ at: signal.at, minMs, medianMs, p90Ms })
    if (known !== undefined) continue
    const floorMs =
      vantage === null || claim === null ? null : leastRoundTripMs(distanceKm(vantage, claim))
    tracks.set(key, { readings, track: { name: vantage?.name ?? null, floorMs, readings } })
  }
  return [...tracks.values()].map(({ track }) => track)
}

function marksOf(round: TimelineRound, signals: readonly Signal[]): TimelineMark[] {
  const known = new Set<string>()
  const marks: TimelineMark[] = []
  const add = (at: number | null, kind: TimelineMark['kind']) => {
    if (at !== null) marks.push({ at, kind })
  }
  add(round.boundAt, 'continue')
  add(round.joinedAt, 'join')
  for (const signal of signals) {
    if (signal.name !== 'address' || !('value' in signal) || known.has(signal.value)) continue
    if (known.size > 0) add(signal.at, 'address')
    known.add(signal.value)
  }
  for (const signal of signals) {
    if (signal.name === 'callPresence' && 'value' in signal) {
      const { event, exact } = signal.value
      add(signal.at, CALL_MARKS[event][exact ? 0 : 1])
    }
  }
  add(round.closedAt, 'close')
  return marks.sort((a, b) => a.at - b.at)
}

function hiddenOf(
  signals: readonly Signal[],
  startAt: number,
  endAt: number,
): { fromAt: number; toAt: number }[] {
  const spans: { fromAt: number; toAt: number }[] = []
  let fromAt: number | null = null
  for (const signal of signals) {
    if (signal.name !== 'visibility' || !('value' in signal)) continue
    if (signal.value === 'hidden') fromAt ??= Math.max(startAt, signal.at)
    else if (fromAt !== null) {
      spans.push({ fromAt, toAt: signal.at })
      fromAt = null
    }
  }
  if (fromAt !== null) spans.push({ fromAt, toAt: endAt })
  return spans.filter(({ fromAt: from, toAt }) => toAt > from && from < endAt)
}
