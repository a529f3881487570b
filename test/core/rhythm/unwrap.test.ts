/** Taps are known only up to whole beats; two tempi tell how late they are. */
import { describe, expect, test } from 'vitest'
import { commonDelay, estimateTempo, wrap, type TapBlock } from '../../../src/core/rhythm/unwrap.ts'
import { chanceOf, normal } from './_logs.ts'

/** Twenty taps over a real remote desktop, two of them wrapped. Source: own laboratory, VNC over 200 ms (measured 2026-11-20). */
const REMOTE_MS = [
  184, -229, 269, 258, 272, 243, 108, 216, 169, 227, 225, 224, 155, 145, 183, 188, 212, 200, 220,
  -282,
]

/** Taps so late along with a tempo, as a page sees them. */
function block(tempoMs: number, lateMs: number, count = 20, seed = 1): TapBlock {
  const chance = chanceOf(seed)
  const offsets = Array.from({ length: count }, () => lateMs + 28 * normal(chance))
  return { tempoMs, offsetsMs: offsets.map((offset) => wrap(offset, tempoMs)) }
}

test.each([
  [0, 600, 0],
  [299, 600, 299],
  [300, 600, 300],
  [301, 600, -299],
  [-300, 600, 300],
  [1_250, 600, 50],
  [-1_250, 800, 350],
])('%i ms at a beat of %i ms is %i', (ms, tempoMs, expected) => {
  expect(wrap(ms, tempoMs)).toBe(expected)
})

describe('taps of a real remote desktop', () => {
  test('whose plain spread would call them unsteady are steady once unwrapped', () => {
    const offsetsMs = REMOTE_MS
    const mean = offsetsMs.reduce((sum, ms) => sum + ms, 0) / offsetsMs.length
    const squares = offsetsMs.reduce((sum, ms) => sum + (ms - mean) ** 2, 0)
    expect(Math.sqrt(squares / (offsetsMs.length - 1))).toBeGreaterThan(140)
    const one = { tempoMs: 600, offsetsMs }
    const delay = commonDelay([one, block(800, 212)]) ?? NaN
    const { asynchronyMs, spreadMs, taps } = estimateTempo(one, delay)
    expect(asynchronyMs).toBeGreaterThan(200)
    expect(asynchronyMs).toBeLessThan(225)
    expect(spreadMs).toBeLessThan(60)
    expect(taps).toBeGreaterThanOrEqual(18)
  })
})

describe('two tempi agree on one delay', () => {
  test.each([-100, -40, 0, 25, 110, 200, 290, 300, 310, 390, 410, 500, 650])(
    '%i ms late',
    (lateMs) => {
      for (const seed of [1, 2, 3, 4, 5]) {
        const blocks = [block(600, lateMs, 14, seed), block(800, lateMs, 11, seed + 50)]
        const delay = commonDelay(blocks) ?? NaN
        for (const estimate of blocks.map((one) => estimateTempo(one, delay))) {
          expect(Math.abs(estimate.asynchronyMs - lateMs)).toBeLessThan(30)
        }
      }
    },
  )

  test('at 300 ms one tempo alone cannot tell late from early', () => {
    const late = commonDelay([block(600, 300)]) ?? NaN
    const early = commonDelay([block(600, -300)]) ?? NaN
    expect(Math.abs(late - early)).toBeLessThan(30)
  })

  test('slower ones as well', () => {
    const blocks = [block(800, 430, 14), block(1000, 430, 11)]
    expect(commonDelay(blocks)).toBeGreaterThan(400)
    expect(commonDelay(blocks)).toBeLessThan(460)
  })

  test('no taps, no delay', () => {
    expect(commonDelay([{ tempoMs: 600, offsetsMs: [] }])).toBeUndefined()
  })
})

test('taps lost or doubled are left out', () => {
  const { asynchronyMs, taps } = estimateTempo(
    { tempoMs: 600, offsetsMs: [20, 25, 15, 30, 22, 18, 24, 26, 19, 21, 280, -250] },
    20,
  )
  expect(asynchronyMs).toBeCloseTo(22, 0)
  expect(taps).toBe(10)
})
