/** What a timeline shows, in words: beside the picture, and instead of it. */
import { markWords, type TimelineTrack, type TimelineView } from './timeline-view.ts'
import { timeWords } from './when-words.ts'

/** As many moments as a reader takes in; the audit trail and the findings have the rest. Source: our judgement, 2026-11-25. */
const MOST_MOMENTS = 8

/** Milliseconds as people write them: "36.4 ms", "128 ms". */
export function msWords(ms: number): string {
  return `${ms < 100 ? ms.toFixed(1) : Math.round(ms)} ms`
}

/** One line for each server, then what happened meanwhile. */
export function timelineLines(view: TimelineView): string[] {
  const { marks, hidden, zone } = view
  const clock = (at: number) => timeWords(at, zone)
  const moments = marks.map(({ at, kind }) => `${clock(at)} ${markWords[kind]}`)
  const spans = hidden.map(({ fromAt, toAt }) => `${clock(fromAt)}–${clock(toAt)}`)
  return [
    ...view.tracks.map(trackLine),
    ...(moments.length === 0 ? [] : [`Moments: ${shortened(moments)}`]),
    ...(spans.length === 0 ? [] : [`The page was in the background: ${shortened(spans)}`]),
  ]
}

function trackLine({ name, floorMs, readings }: TimelineTrack): string {
  const least = Math.min(...readings.map(({ minMs }) => minMs))
  const medians = readings.map(({ medianMs }) => medianMs).sort((a, b) => a - b)
  const typical = medians[Math.floor((medians.length - 1) / 2)] ?? least
  const from = name === null ? 'Round trips to our server' : `Round trips to our server in ${name}`
  const count = readings.length === 1 ? 'one reading' : `${readings.length} readings`
  const floor =
    floorMs === null
      ? ''
      : `; light in fibre needs ${msWords(floorMs)} to the stated place and back`
  return `${from}: fastest ${msWords(least)}, typically ${msWords(typical)} (${count})${floor}`
}

function shortened(list: readonly string[]): string {
  const shown = list.slice(0, MOST_MOMENTS).join(', ')
  return list.length > MOST_MOMENTS ? `${shown}, and ${list.length - MOST_MOMENTS} more` : shown
}
