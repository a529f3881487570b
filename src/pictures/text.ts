/** Text in pictures: what the shipped font can draw, and how wide it is. */
import { colours } from './colours.ts'
import { element, escapeXml, type Value } from './svg.ts'

/**
 * What DejaVu Sans draws, as ranges of code points; what is left out it draws as an empty box.
 *
 * Source: character map of DejaVuSans.ttf 2.37 (read 2026-11-25); a test holds every one of them to it.
 */
const DRAWN: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x2e9],
  [0x300, 0x34f],
  [0x370, 0x377],
  [0x37a, 0x37f],
  [0x384, 0x38a],
  [0x38e, 0x3a1],
  [0x3a3, 0x525],
  [0x531, 0x556],
  [0x561, 0x587],
  [0x5d0, 0x5ea],
  [0x621, 0x63a],
  [0x640, 0x655],
  [0x10d0, 0x10fc],
  [0x1e00, 0x1efb],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
]

function isDrawn(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return DRAWN.some(([from, to]) => code >= from && code <= to)
}

/**
 * A name as it can be drawn.
 *
 * Out: as written where the font has all of it; else what remains of it without the marks above and below its
 * letters; '' where nothing remains.
 */
export function drawable(name: string): string {
  const kept = [...name].map((character) => {
    if (isDrawn(character)) return character
    return [...character.normalize('NFKD')].filter((part) => /^[ -~]$/.test(part)).join('')
  })
  const text = kept.join('').replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(text) ? text : ''
}

/** Widths from space to tilde, in hundredths of an em, rounded up. Source: advance widths of DejaVuSans.ttf 2.37 (read 2026-11-25). */
const WIDTHS = [
  32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
  64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
  61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64,
  64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
]

/** Other letters are as wide as the one below their marks; what has none is mostly no wider than this. */
const OTHER_WIDTH = 85

/** How wide a text is drawn. In: font size. */
export function textWidth(text: string, size: number): number {
  let hundredths = 0
  for (const character of text) {
    const code = character.normalize('NFD').charCodeAt(0)
    if (!/\p{M}/u.test(character)) hundredths += WIDTHS[code - 0x20] ?? OTHER_WIDTH
  }
  return (hundredths / 100) * size
}

/** As much of a text as fits, with an ellipsis where that is not all. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let kept = [...text]
  while (kept.length > 1 && textWidth(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}

/** Splits a text at words into lines that fit; a word that is too long is cut. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(joined, size) <= width) lines.splice(-1, 1, joined)
    else lines.push(fitText(word, size, width))
  }
  return lines
}

/** A line of text. */
export function textAt(
  text: string,
  at: { x: number; y: number; size: number },
  attributes: Readonly<Record<string, Value>> = {},
): string {
  return element('text', { x: at.x, y: at.y, 'font-size': at.size, ...attributes }, escapeXml(text))
}

/** How high the paper under a small text is. */
export const PAPER_HEIGHT = 16

/** A small text on paper, so that lines below do not run through it. In: upper left corner of the paper. */
export function textOnPaper(
  text: string,
  { x, y, size }: { x: number; y: number; size: number },
  tone: 'ink' | 'claim',
): string {
  const width = textWidth(text, size) + 6
  const paper = { x, y, width, height: PAPER_HEIGHT, rx: 3, fill: colours.paper }
  return [
    element('rect', { class: 'label', ...paper, 'fill-opacity': 0.86 }),
    textAt(text, { x: x + 3, y: y + 12, size }, { class: tone, fill: colours[tone] }),
  ].join('')
}
