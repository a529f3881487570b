/** How late local people tap: published figures, and how far a deployment's own move them. */
import { describe, expect, test } from 'vitest'
import { controlSample } from '../../src/core/rhythm/samples.ts'
import {
  countedLateness,
  expectedLateness,
  usualLatenessOf,
  type LatenessCount,
} from '../../src/core/usual-lateness.ts'

const key = (lateMs: number, people: number): LatenessCount => ({ input: 'key', lateMs, people })

describe('own people', () => {
  test('are summed up by centre, spread and number, each input apart', () => {
    const counts = [
      key(40, 10),
      key(60, 20),
      key(80, 10),
      { ...key(200, 35), input: 'touch' } as const,
    ]
    expect(usualLatenessOf(counts)).toEqual({
      key: { centreMs: 60, spreadMs: 0.5 * 1.4826 * 20, n: 40 },
      touch: { centreMs: 200, spreadMs: 0, n: 35 },
    })
  })

  test('count from thirty on', () => {
    expect(usualLatenessOf([key(60, 29)])).toEqual({})
    expect(usualLatenessOf([])).toEqual({})
    expect(usualLatenessOf([key(60, 30)])).toHaveProperty('key.n', 30)
  })

  test('draw the expectation towards themselves, never below half of the published spread', () => {
    const own = usualLatenessOf([key(85, 30)])
    const { centreMs, spreadMs } = expectedLateness({ input: 'key', frameMs: 16.7 }, own)
    expect(centreMs).toBeCloseTo((25 + 85) / 2, 9)
    expect(spreadMs).toBe(20)
    expect(expectedLateness({ input: 'mouse', frameMs: 16.7 }, own)).toEqual({
      centreMs: 25,
      spreadMs: 40,
      own: 0,
    })
  })
})

describe('a result among them', () => {
  test.each([
    [82, {}, { input: 'key', lateMs: 80 }],
    [83, {}, { input: 'key', lateMs: 85 }],
    [-1, {}, { input: 'key', lateMs: 0 }],
    // A screen of 30 frames a second shows the beat 8.3 ms late on average.
    [83, { frameMs: 33.3, input: 'touch' } as const, { input: 'touch', lateMs: 75 }],
  ])('of %i ms is counted to the nearest five, without its screen', (ms, part, counted) => {
    expect(countedLateness(controlSample(ms, 260, part))).toEqual(counted)
  })
})
