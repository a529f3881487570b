/** Timelines: all that happened is inside, too soon is seen to be too soon, and nothing written there is markup. */
import { describe, expect, test } from 'vitest'
import { drawTimeline } from '../../src/pictures/timeline-svg.ts'
import { elementsOf, extentOf, wordsOf } from './_svg.ts'
import { timelines } from './_views.ts'

const shapes = [
  { id: 'wide', width: 880, height: 170 },
  { id: 'narrow', width: 320, height: 150 },
]
const every = Object.entries(timelines).flatMap(([name, view]) =>
  shapes.map((shape) => ({ name, view, shape })),
)
const byClass = (svg: string, name: string) =>
  elementsOf(svg).filter(({ attributes }) => attributes['class'] === name)

function draw(name: string, shape = shapes[0]) {
  const view = timelines[name]
  if (view === undefined || shape === undefined) throw new Error(`no timeline ${name}`)
  return drawTimeline(view, shape)
}

describe.each(every)('$name, $shape.id', ({ view, shape }) => {
  const svg = drawTimeline(view, shape)
  const height = Number(elementsOf(svg)[0]?.attributes['height'])

  test('lies inside its edges', () => {
    for (const element of elementsOf(svg)) {
      const [left, top, right, bottom] = extentOf(element) ?? [0, 0, 0, 0]
      const what = `${element.name} ${element.attributes['class'] ?? ''} ${element.words}`
      expect(left, what).toBeGreaterThanOrEqual(0)
      expect(top, what).toBeGreaterThanOrEqual(0)
      expect(right, what).toBeLessThanOrEqual(shape.width)
      expect(bottom, what).toBeLessThanOrEqual(height)
    }
  })

  test('has a line for every moment and a panel for every server', () => {
    expect(byClass(svg, 'moment')).toHaveLength(view.marks.length)
    expect(wordsOf(svg).filter((text) => text.startsWith('ms to our server'))).toHaveLength(
      view.tracks.length,
    )
  })

  test('has no script, no style, no address of anything, and no number that is none', () => {
    expect(svg).not.toMatch(
      /<(script|style|image|foreignObject|a|b)\b| style=|href|NaN|Infinity|undefined/,
    )
  })
})

test('answers that come too soon lie below the least that the stated place allows', () => {
  const svg = draw('several servers, too soon for the stated place')
  const floor = extentOf(byClass(svg, 'floor')[0] ?? fail())?.[1] ?? 0
  const medians = byClass(svg, 'median').slice(0, 50)
  for (const { attributes } of medians) expect(Number(attributes['cy'])).toBeGreaterThan(floor)
  expect(wordsOf(svg)).toContain('least from the stated place: 85.3 ms')
})

test('a stall is cut and marked, and does not flatten the rest', () => {
  const svg = draw('an hour with stalls, in the background at times')
  expect(byClass(svg, 'stall').length).toBeGreaterThan(0)
  const rows = byClass(svg, 'median').map(({ attributes }) => Number(attributes['cy']))
  const axis = elementsOf(svg).find(({ words }) => words === '0')
  // Typical answers stand a third of the panel above the axis, and more.
  expect(Number(axis?.attributes['y']) - Math.max(...rows)).toBeGreaterThan(170 / 3)
})

test('many readings are drawn as few, fewer where there is less room', () => {
  const name = 'an hour with stalls, in the background at times'
  const count = (shape: (typeof shapes)[number] | undefined) =>
    byClass(draw(name, shape), 'median').length
  expect(count(shapes[0])).toBeLessThanOrEqual(824 / 5)
  expect(count(shapes[1])).toBeLessThanOrEqual(264 / 5)
  expect(count(shapes[1])).toBeGreaterThan(30)
})

test('six servers take hardly more room than two', () => {
  const view = timelines['one reading']
  const [track] = view?.tracks ?? []
  if (view === undefined || track === undefined || shapes[0] === undefined) throw new Error('none')
  const of = (count: number) => ({ ...view, tracks: Array.from({ length: count }, () => track) })
  const heightOf = (count: number) => {
    const [root] = elementsOf(drawTimeline(of(count), shapes[0] ?? fail()))
    return Number(root?.attributes['height'])
  }
  expect(heightOf(6)).toBeLessThan(1.6 * heightOf(2))
})

test('times are those of the zone, which is named', () => {
  const words = wordsOf(draw('an hour with stalls, in the background at times'))
  // 20:56 UTC is 02:41 in Kathmandu.
  expect(words).toContain('Continue 02:41')
  expect(words.join(' ')).toContain('Times: Asia/Kathmandu.')
})

test('when the page was in the background is striped, and the legend says so', () => {
  const svg = draw('an hour with stalls, in the background at times')
  const [span] = byClass(svg, 'hidden-span').map((element) => extentOf(element))
  expect(span?.[2]).toBeCloseTo(868, 0)
  expect(wordsOf(svg).join(' ')).toContain('Striped: the page was in the background.')
  expect(wordsOf(draw('one reading')).join(' ')).not.toContain('Striped')
})

function fail(): never {
  throw new Error('it is not drawn')
}
