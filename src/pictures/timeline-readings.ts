/** The readings of one server over time: from the fastest to the slowest tenth, with the middle one marked. */
import type { TimelineReading, TimelineTrack } from '../core/timeline-view.ts'
import { msWords } from '../core/timeline-words.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { colours } from './colours.ts'
import type { Box } from './labels.ts'
import { scaleOfMs, type Scale } from './scale.ts'
import { element, short } from './svg.ts'
import { fitText, PAPER_HEIGHT, textAt, textOnPaper, textWidth } from './text.ts'

const texts = managers.pictures.timeline

const SIZE = 11.5

/** A reading takes this much width; where there are more, neighbours are drawn as one. */
const ROOM = 5

/** Slower than this many times the typical answer is cut, so that one stall does not flatten the rest. Source: our judgement, 2026-11-25. */
const STALL = 2

/** Draws a panel. In: its box, above which its title stands, and where moments stand. */
export function drawReadings(
  { name, floorMs, readings }: TimelineTrack,
  box: Box,
  time: Scale,
): string {
  const bottom = box.y + box.height
  const scale = scaleOfMs(highest(readings, floorMs), bottom, box.y)
  const title = name === null ? texts.panel : fill(texts.namedPanel, { name })
  return [
    ...scale.ticks.map(({ value, label }) => {
      const y = scale.toPlace(value)
      const at = { x: box.x - 6, y: y + SIZE * 0.36, size: SIZE }
      return [
        element('path', {
          class: 'line',
          d: `M${short(box.x)} ${short(y)}h${short(box.width)}`,
          stroke: colours.line,
        }),
        textAt(label, at, { class: 'quiet', fill: colours.quiet, 'text-anchor': 'end' }),
      ].join('')
    }),
    ...gathered(readings, box.width).map((reading) => drawReading(reading, scale, time)),
    floorMs === null ? '' : drawFloor(floorMs, box, scale, readings),
    textOnPaper(
      fitText(title, SIZE, box.width),
      { x: box.x + 1, y: box.y - 18, size: SIZE },
      'ink',
    ),
  ].join('')
}

function highest(readings: readonly TimelineReading[], floorMs: number | null): number {
  const medians = readings.map(({ medianMs }) => medianMs).sort((a, b) => a - b)
  const typical = medians[Math.floor((medians.length - 1) / 2)] ?? 1
  const slowest = Math.max(...readings.map(({ p90Ms }) => p90Ms))
  return Math.max(Math.min(slowest, typical * STALL), floorMs ?? 0) * 1.15
}

/** Readings that would lie on each other, as one: the fastest, the middle of the middles, the slowest. */
function gathered(readings: readonly TimelineReading[], width: number): TimelineReading[] {
  const each = Math.max(1, Math.ceil((readings.length * ROOM) / width))
  const groups = Array.from({ length: Math.ceil(readings.length / each) }, (_, index) =>
    readings.slice(index * each, (index + 1) * each),
  )
  return groups.map((group) => {
    const medians = group.map(({ medianMs }) => medianMs).sort((a, b) => a - b)
    return {
      at: group.reduce((sum, { at }) => sum + at, 0) / group.length,
      minMs: Math.min(...group.map(({ minMs }) => minMs)),
      medianMs: medians[Math.floor((medians.length - 1) / 2)] ?? 0,
      p90Ms: Math.max(...group.map(({ p90Ms }) => p90Ms)),
    }
  })
}

function drawReading({ at, minMs, medianMs, p90Ms }: TimelineReading, scale: Scale, time: Scale) {
  const x = time.toPlace(at)
  const [low, high] = [scale.toPlace(minMs), scale.toPlace(p90Ms)]
  const isCut = p90Ms > scale.most
  return [
    element('path', {
      class: 'reading',
      d: `M${short(x)} ${short(low)}V${short(high)}`,
      stroke: colours.server,
      'stroke-width': 1.5,
      'stroke-opacity': 0.55,
    }),
    // An arrow where the slowest tenth lies beyond the picture.
    isCut
      ? element('path', {
          class: 'stall',
          d: `M${short(x - 3)} ${short(high + 4)}l3 -4l3 4z`,
          fill: colours.server,
        })
      : '',
    element('circle', {
      class: 'median',
      cx: x,
      cy: scale.toPlace(medianMs),
      r: 2.4,
      fill: colours.server,
    }),
  ].join('')
}

/** What light in fibre needs to the stated place and back; its words stand where the readings are not. */
function drawFloor(
  floorMs: number,
  box: Box,
  scale: Scale,
  readings: readonly TimelineReading[],
): string {
  const y = scale.toPlace(floorMs)
  const words = fill(texts.floor, { time: msWords(floorMs) })
  const text = fitText(words, SIZE, box.width - 12)
  const slower = readings.filter(({ medianMs }) => medianMs > floorMs).length
  const fitsBelow = y + PAPER_HEIGHT + 6 < box.y + box.height
  const isBelow = fitsBelow && (slower > readings.length / 2 || y - PAPER_HEIGHT - 3 < box.y)
  const line = {
    class: 'floor',
    d: `M${short(box.x)} ${short(y)}h${short(box.width)}`,
    stroke: colours.claim,
    'stroke-width': 2,
    'stroke-dasharray': '8 4',
  }
  const left = box.x + box.width - textWidth(text, SIZE) - 12
  const at = { x: left, y: isBelow ? y + 3 : y - PAPER_HEIGHT - 3 }
  return element('path', line) + textOnPaper(text, { ...at, size: SIZE }, 'claim')
}
