/** What the lines of a map mean, and what a reader must know of it, below it. */
import { colours } from './colours.ts'
import { element } from './svg.ts'
import { textAt, wrapText } from './text.ts'

/** How the ring of a server is drawn. */
export const ringStroke = { class: 'ring', stroke: colours.server, 'stroke-width': 2.5 } as const

/** How the error that a database allows for is drawn. */
export const errorStroke = {
  class: 'error',
  stroke: colours.address,
  'stroke-width': 1.6,
  'stroke-dasharray': '5 4',
} as const

const strokes = { ring: ringStroke, error: errorStroke } as const

/** A line of the legend: the line that is drawn, or none, and what it means. */
export interface LegendItem {
  sign: keyof typeof strokes | null
  words: string
}

const SIZE = 12
const ROW = 18
/** Room for a sign. */
const SIGN = 32

/** A legend, laid out. */
export interface Legend {
  height: number
  svg: string
}

/** Draws a legend. In: where its upper left corner is, and how wide it may be. */
export function drawLegend(
  items: readonly LegendItem[],
  { x, y, width }: { x: number; y: number; width: number },
): Legend {
  let row = 0
  const written = items.map(({ sign, words }) => {
    const indent = sign === null ? 0 : SIGN
    const middle = y + row * ROW + ROW / 2
    const line =
      sign === null
        ? ''
        : element('path', { d: `M${x} ${middle}h${SIGN - 8}`, fill: 'none', ...strokes[sign] })
    const tone = sign === null ? 'quiet' : 'ink'
    const lines = wrapText(words, SIZE, width - indent).map((text) => {
      const at = { x: x + indent, y: y + row * ROW + ROW / 2 + SIZE * 0.36, size: SIZE }
      row += 1
      return textAt(text, at, { class: tone, fill: colours[tone] })
    })
    return line + lines.join('')
  })
  return { height: row * ROW, svg: written.join('') }
}
