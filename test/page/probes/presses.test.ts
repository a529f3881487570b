import { describe, expect, test } from 'vitest'
import { createPresses, type Presses } from '../../../src/page/probes/keys/presses.ts'

/** Presses one key after another. */
function type(
  presses: Presses,
  count: number,
  { heldMs = 85.3, everyMs = 211.7, isCodeless = false, fromMs = 1_234.5 } = {},
) {
  for (let i = 0; i < count; i++) {
    const atMs = fromMs + i * everyMs
    presses.add({ atMs, isDown: true, isCodeless })
    presses.add({ atMs: atMs + heldMs, isDown: false, isCodeless })
  }
}

/** What so many presses of one kind say. */
function reading(count: number, how: Parameters<typeof type>[2] = {}) {
  const presses = createPresses()
  type(presses, count, how)
  return presses.reading()
}

describe('presses', () => {
  test('say nothing before there are 20', () => {
    expect(reading(19)).toBeUndefined()
    expect(reading(20)).toMatchObject({ value: { presses: 20 } })
  })

  test('by hand', () => {
    expect(reading(40)).toEqual({
      value: {
        presses: 40,
        dwellMedianMs: expect.closeTo(85.3, 6),
        shortShare: 0,
        codelessShare: 0,
        gridShare: 0,
      },
    })
  })

  test('held for no time, and without a key', () => {
    const value = { shortShare: 1, codelessShare: 1, dwellMedianMs: expect.closeTo(0.1, 6) }
    expect(reading(30, { heldMs: 0.1, isCodeless: true })).toMatchObject({ value })
  })

  test('9 ms are short, 10 are not', () => {
    expect(reading(30, { heldMs: 9 })).toMatchObject({ value: { shortShare: 1 } })
    expect(reading(30, { heldMs: 10.01 })).toMatchObject({ value: { shortShare: 0 } })
  })

  test('in steps of a tick of the system', () => {
    expect(reading(30, { everyMs: 15.625 * 9, heldMs: 31.25 })).toMatchObject({
      value: { gridShare: 1 },
    })
  })

  test('that overlap: which up belongs to which down is not known, so none is', () => {
    const presses = createPresses()
    for (let i = 0; i < 30; i++) {
      const atMs = 500.5 + i * 300
      presses.add({ atMs, isDown: true, isCodeless: false })
      presses.add({ atMs: atMs + 90, isDown: true, isCodeless: false })
      presses.add({ atMs: atMs + 91, isDown: false, isCodeless: false })
      presses.add({ atMs: atMs + 95, isDown: false, isCodeless: false })
    }
    expect(presses.reading()).toMatchObject({
      value: { presses: 60, dwellMedianMs: null, shortShare: 0 },
    })
  })

  test('few of them say nothing of how long they are held', () => {
    const presses = createPresses()
    type(presses, 9, { heldMs: 1 })
    for (let i = 0; i < 11; i++) {
      presses.add({ atMs: 20_000.3 + i * 2_500.7, isDown: true, isCodeless: false })
    }
    expect(presses.reading()).toMatchObject({ value: { dwellMedianMs: null, shortShare: 0 } })
  })

  test('whose up was lost spoil no other', () => {
    const presses = createPresses()
    presses.add({ atMs: 1, isDown: true, isCodeless: false })
    presses.forget()
    type(presses, 25, { fromMs: 500.5 })
    expect(presses.reading()).toMatchObject({ value: { dwellMedianMs: expect.closeTo(85.3, 6) } })
    presses.add({ atMs: 9_000, isDown: true, isCodeless: false })
    type(presses, 60, { fromMs: 20_000.5, heldMs: 60.2 })
    expect(presses.reading()).toMatchObject({ value: { dwellMedianMs: expect.closeTo(60.2, 6) } })
  })

  test('are the latest 300', () => {
    const presses = createPresses()
    type(presses, 300, { isCodeless: true })
    type(presses, 300, { fromMs: 200_000.5 })
    expect(presses.reading()).toMatchObject({ value: { presses: 300, codelessShare: 0 } })
  })

  test('by a clock of 100 ms say nothing, though many are held for no time by it', () => {
    expect(reading(40, { fromMs: 1_000, everyMs: 200, heldMs: 0 })).toEqual({ why: 'blocked' })
  })
})
