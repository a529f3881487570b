import { describe, expect, test } from 'vitest'
import { createMovements } from '../../../src/page/probes/pointer/movements.ts'

/** A stroke of movements, each so many ms after the one before, in steps of a few pixels. */
function stroke(gapsMs: readonly number[], stepPx = 3.25) {
  const movements = createMovements()
  let atMs = 1_234.5
  movements.add({ atMs, x: 10.5, y: 20 })
  gapsMs.forEach((gapMs, i) => {
    atMs += gapMs
    movements.add({ atMs, x: 10.5 + stepPx * (i + 1), y: 20 })
  })
  return movements
}

/** In turns, so many in all. */
const turns = (ms: readonly number[], count: number) =>
  Array.from({ length: count }, (_, i) => ms[i % ms.length] ?? 0)

describe('movements', () => {
  test('say nothing before there are 60 gaps', () => {
    expect(stroke(turns([8.1], 59)).reading(false)).toBeUndefined()
    expect(stroke(turns([8.1], 60)).reading(false)).toMatchObject({ value: { gaps: 60 } })
  })

  test('of a mouse in the hand come every few ms', () => {
    expect(stroke(turns([8, 8.2, 16.1], 90)).reading(false)).toEqual({
      value: {
        gaps: 90,
        gapP10Ms: expect.closeTo(8, 6),
        gapMedianMs: expect.closeTo(8.2, 6),
        burstShare: 0,
        jumpShare: 0,
        wholeShare: null,
      },
    })
  })

  test('of a mouse that tells 1,000 a second have gaps as well', () => {
    const reading = stroke(turns([1], 400)).reading(false)
    expect(reading).toMatchObject({ value: { gapP10Ms: 5, gapMedianMs: 5, burstShare: 0 } })
  })

  test('that come in batches are joined, and their gaps are those of the batches', () => {
    const reading = stroke(turns([104.3, 0.4, 0.4, 118.2, 0.9], 300)).reading(false)
    expect(reading).toMatchObject({ value: { gaps: 120, burstShare: 1 } })
    const { value } = reading as { value: { gapP10Ms: number } }
    expect(value.gapP10Ms).toBeGreaterThan(100)
  })

  test('of 90 and of 135 ms are bursts, those beside are not', () => {
    const reading = stroke(turns([90, 135, 89, 136], 80)).reading(false)
    expect(reading).toMatchObject({ value: { burstShare: 0.5 } })
  })

  test('leave pauses of the hand out', () => {
    const reading = stroke(turns([8.3, 400, 5_000], 180)).reading(false)
    expect(reading).toMatchObject({ value: { gaps: 60, gapMedianMs: expect.closeTo(8.3, 6) } })
  })

  test('over more than 100 pixels at once are jumps', () => {
    expect(stroke(turns([16.7], 70), 101).reading(false)).toMatchObject({ value: { jumpShare: 1 } })
    expect(stroke(turns([16.7], 70), 99).reading(false)).toMatchObject({ value: { jumpShare: 0 } })
  })

  test('are whole or not only where the page is zoomed by a fraction', () => {
    const value = (stepPx: number, isFractional: boolean) =>
      stroke(turns([16.7], 60), stepPx).reading(isFractional)
    expect(value(1.5, false)).toMatchObject({ value: { wholeShare: null } })
    expect(value(1.5, true)).toMatchObject({ value: { wholeShare: 0.5 } })
    expect(value(1, true)).toMatchObject({ value: { wholeShare: 0 } })
  })

  test('are the latest 600', () => {
    const reading = stroke([...turns([110], 500), ...turns([8.3], 600)]).reading(false)
    expect(reading).toMatchObject({ value: { gaps: 600, burstShare: 0 } })
  })

  test('by a clock of 100 ms say nothing, though each gap looks like one of a remote desktop', () => {
    const movements = createMovements()
    for (let i = 0; i < 100; i++) movements.add({ atMs: 5_000 + i * 100, x: i, y: i })
    expect(movements.reading(false)).toEqual({ why: 'blocked' })
  })

  test('whose times run backwards begin anew', () => {
    const movements = stroke(turns([8.1], 59))
    movements.add({ atMs: 1, x: 0, y: 0 })
    expect(movements.reading(false)).toBeUndefined()
  })
})
