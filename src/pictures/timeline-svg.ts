/** The round trips of a round over time as SVG. */
import { markWords, type TimelineView } from '../core/timeline-view.ts'
import { timelineLines } from '../core/timeline-words.ts'
import { timeWords } from '../core/when-words.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { colours } from './colours.ts'
import { drawLegend, type LegendItem } from './legend.ts'
import { scaleOfTime, type Scale } from './scale.ts'
import { element, picture, short, type Shape } from './svg.ts'
import { textAt, textOnPaper, textWidth } from './text.ts'
import { drawReadings } from './timeline-readings.ts'

const texts = managers.pictures.timeline

const SIZE = 11.5
const LEFT = 44
const RIGHT = 12
/** Between panels: the title of the next stands there. */
const GAP = 26
const MARK_ROW = 16
const MARK_ROWS = 3
const CLOCK_HEIGHT = 20

/** Width that the label of a clock time needs. */
const TICK_ROOM = 78

/** As many panels have their full height; more share it, so that a timeline fits on a printed page. */
const FULL_PANELS = 2
const LEAST_PANEL = 70

/** Draws a timeline: one panel per server. In: the height of one panel. Out: an `svg` element without style and script. */
export function drawTimeline(view: TimelineView, { id, width, height }: Shape): string {
  const right = width - RIGHT
  const time = scaleOfTime(view, LEFT, right, Math.max(2, Math.floor((right - LEFT) / TICK_ROOM)))
  const labels = placeMarks(view, time, right)
  const top = GAP + 4 + MARK_ROW * Math.max(0, ...labels.map(({ row }) => row + 1))
  const count = view.tracks.length
  const panel =
    count <= FULL_PANELS ? height : Math.max(LEAST_PANEL, (height * FULL_PANELS) / count)
  const panels = view.tracks.map((track, index) => {
    const y = top + index * (panel + GAP)
    const box = { x: LEFT, y, width: right - LEFT, height: panel }
    return drawReadings(track, box, time)
  })
  const bottom = top + count * (panel + GAP) - GAP
  const legend = drawLegend(legendOf(view), {
    x: 12,
    y: bottom + CLOCK_HEIGHT + 6,
    width: width - 24,
  })
  const total = Math.ceil(bottom + CLOCK_HEIGHT + legend.height + 14)
  return picture(
    {
      id,
      width,
      height: total,
      title: texts.title,
      description: `${timelineLines(view).join('. ')}.`,
    },
    element('rect', { class: 'paper', width, height: total, fill: colours.paper }),
    ...view.hidden.map(({ fromAt, toAt }) => {
      const x = time.toPlace(fromAt)
      const span = { x, y: top, width: time.toPlace(toAt) - x, height: bottom - top }
      return drawHidden(span)
    }),
    ...labels.map((label) => drawMarkLine(label, bottom)),
    ...panels,
    ...labels.map(({ text, left, row }) =>
      text === null ? '' : textOnPaper(text, { x: left, y: 4 + MARK_ROW * row, size: SIZE }, 'ink'),
    ),
    ...time.ticks.map(({ value, label }) => drawTick(time.toPlace(value), label, bottom, width)),
    legend.svg,
  )
}

/** Grey, and striped so that it shows without colour too. */
function drawHidden(span: { x: number; y: number; width: number; height: number }): string {
  const stripes: string[] = []
  for (let x = span.x; x < span.x + span.width; x += 6) {
    stripes.push(`M${short(x)} ${short(span.y)}v${short(span.height)}`)
  }
  return [
    element('rect', { class: 'hidden-span', ...span, fill: colours.land, 'fill-opacity': 0.7 }),
    element('path', {
      class: 'border',
      d: stripes.join(''),
      stroke: colours.border,
      'stroke-width': 0.8,
    }),
  ].join('')
}

interface MarkLabel {
  x: number
  /** Null where there is no room for words. */
  text: string | null
  left: number
  row: number
}

/** Words of marks in rows, so that they do not lie on each other; where all rows are full a line stands alone. */
function placeMarks({ marks, zone }: TimelineView, time: Scale, right: number): MarkLabel[] {
  const ends = Array.from({ length: MARK_ROWS }, () => 0)
  return marks.map(({ at, kind }) => {
    const x = time.toPlace(at)
    const text = fill(texts.mark, { what: markWords[kind], time: timeWords(at, zone) })
    const width = textWidth(text, SIZE) + 6
    const left = Math.max(4, Math.min(x - width / 2, right - width))
    const row = ends.findIndex((end) => end <= left)
    if (row < 0) return { x, text: null, left, row: MARK_ROWS - 1 }
    ends[row] = left + width + 8
    return { x, text, left, row }
  })
}

function drawMarkLine({ x, row }: MarkLabel, bottom: number): string {
  return element('path', {
    class: 'moment',
    d: `M${short(x)} ${short(4 + MARK_ROW * (row + 1))}V${short(bottom)}`,
    stroke: colours.ink,
    'stroke-width': 1,
    'stroke-dasharray': '2 2',
  })
}

function drawTick(x: number, label: string, bottom: number, width: number): string {
  const half = textWidth(label, SIZE) / 2
  const at = { x: Math.max(half + 2, Math.min(x, width - half - 2)), y: bottom + 16, size: SIZE }
  return [
    element('path', {
      class: 'border',
      d: `M${short(x)} ${short(bottom)}v4`,
      stroke: colours.quiet,
    }),
    textAt(label, at, { class: 'quiet', fill: colours.quiet, 'text-anchor': 'middle' }),
  ].join('')
}

function legendOf({ hidden, zone, tracks }: TimelineView): LegendItem[] {
  const notes = [
    texts.lines,
    ...(tracks.some(({ floorMs }) => floorMs !== null) ? [texts.dashed] : []),
    ...(hidden.length === 0 ? [] : [texts.striped]),
    fill(texts.zone, { zone }),
  ]
  return [{ sign: null, words: notes.join(' ') }]
}
