/** What a timeline shows, in words: beside the picture, and instead of it. */
import { fill } from '../texts/fill.ts'
import { managersLocale } from '../texts/managers-language.ts'
import { managers } from '../texts/managers.ts'
import { counted } from '../texts/plural.ts'
import { markWords, type TimelineTrack, type TimelineView } from './timeline-view.ts'
import { timeWords } from './when-words.ts'

/** As many moments as a reader takes in; the audit trail and the findings have the rest. Source: our judgement, 2026-11-25. */
const MOST_MOMENTS = 8

const texts = managers.words.timeline

/** Milliseconds as people write them: "36.4 ms", "128 ms". */
export function msWords(ms: number): string {
  return fill(texts.milliseconds, { number: ms < 100 ? ms.toFixed(1) : Math.round(ms) })
}

/** One line for each server, then what happened meanwhile. */
export function timelineLines(view: TimelineView): string[] {
  const { marks, hidden, zone } = view
  const clock = (at: number) => timeWords(at, zone)
  const moments = marks.map(({ at, kind }) => `${clock(at)} ${markWords[kind]}`)
  const spans = hidden.map(({ fromAt, toAt }) => `${clock(fromAt)}–${clock(toAt)}`)
  return [
    ...view.tracks.map(trackLine),
    ...(moments.length === 0 ? [] : [fill(texts.moments, { moments: shortened(moments) })]),
    ...(spans.length === 0 ? [] : [fill(texts.background, { spans: shortened(spans) })]),
  ]
}

function trackLine({ name, floorMs, readings }: TimelineTrack): string {
  const least = Math.min(...readings.map(({ minMs }) => minMs))
  const medians = readings.map(({ medianMs }) => medianMs).sort((a, b) => a - b)
  const typical = medians[Math.floor((medians.length - 1) / 2)] ?? least
  const parts = {
    server: name === null ? texts.server : fill(texts.namedServer, { name }),
    least: msWords(least),
    typical: msWords(typical),
    readings: counted(managersLocale, texts.readings, readings.length),
  }
  return floorMs === null
    ? fill(texts.track, parts)
    : fill(texts.trackWithFloor, { ...parts, floor: msWords(floorMs) })
}

function shortened(list: readonly string[]): string {
  const moments = list.slice(0, MOST_MOMENTS).join(', ')
  const more = list.length - MOST_MOMENTS
  return more > 0 ? fill(texts.more, { moments, count: more }) : moments
}
