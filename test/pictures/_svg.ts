/** Reading pictures: their elements, and what they cover. */
import { textWidth } from '../../src/pictures/text.ts'

/** An element with its attributes and, for a text, its words. */
export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  words: string
}

const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** Every element of a picture. Fails: when its tags do not close in order. */
export function elementsOf(svg: string): Element[] {
  const found: Element[] = []
  const open: string[] = []
  for (const [, closing, name = '', rest = '', alone, words = ''] of svg.matchAll(
    /<(\/?)([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>([^<]*)/g,
  )) {
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
      continue
    }
    const pairs = [...rest.matchAll(/ ([\w:-]+)="([^"]*)"/g)]
    const attributes = Object.fromEntries(
      pairs.map(([, key = '', value = '']) => [key, unescape(value)]),
    )
    found.push({ name, attributes, words: unescape(words) })
    if (alone !== '/') open.push(name)
  }
  if (open.length > 0) throw new Error(`<${open.join('> <')}> is left open`)
  return found
}

/** All words of a picture that are seen. */
export function wordsOf(svg: string): string[] {
  return elementsOf(svg).flatMap(({ name, words }) => (name === 'text' ? [words] : []))
}

/** Left, top, right, bottom. */
export type Extent = readonly [number, number, number, number]

/** What an element covers; null for one that draws nothing. */
export function extentOf({ name, attributes, words }: Element): Extent | null {
  const number = (key: string) => Number(attributes[key] ?? 0)
  switch (name) {
    case 'rect':
      return [
        number('x'),
        number('y'),
        number('x') + number('width'),
        number('y') + number('height'),
      ]
    case 'circle':
      return [
        number('cx') - number('r'),
        number('cy') - number('r'),
        number('cx') + number('r'),
        number('cy') + number('r'),
      ]
    case 'text': {
      const width = textWidth(words, number('font-size'))
      const shift = { middle: width / 2, end: width }[attributes['text-anchor'] ?? ''] ?? 0
      const left = number('x') - shift
      return [left, number('y') - number('font-size'), left + width, number('y') + 3]
    }
    case 'path':
      return pathExtent(attributes['d'] ?? '')
    default:
      return null
  }
}

/** Corners of a path of straight lines. Fails: on any other command. */
function pathExtent(d: string): Extent | null {
  let [x, y] = [0, 0]
  const xs: number[] = []
  const ys: number[] = []
  for (const [, command = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = [...rest.matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text))
    if (!/^[MLHVZmlhvz]$/.test(command)) throw new Error(`a path with ${command}`)
    const step = /[HVhv]/.test(command) ? 1 : 2
    for (let at = 0; at + step <= numbers.length; at += step) {
      const [a = 0, b = 0] = numbers.slice(at, at + step)
      if (command === 'H') x = a
      else if (command === 'h') x += a
      else if (command === 'V') y = a
      else if (command === 'v') y += a
      else if (command === 'l' || command === 'm') [x, y] = [x + a, y + b]
      else [x, y] = [a, b]
      xs.push(x)
      ys.push(y)
    }
  }
  if (xs.length === 0) return null
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
