import { expect, test } from 'vitest'
import { createPace } from '../../src/page/pace.ts'

const HOUR_MS = 3_600_000

/** How often is told in so many ms, if there is something to tell each second. */
function timesTold(stepMs: number, forMs: number): number {
  const pace = createPace(stepMs)
  let told = 0
  for (let atMs = 0; atMs < forMs; atMs += 1_000) {
    if (!pace.isDue(atMs)) continue
    pace.told(atMs)
    told += 1
  }
  return told
}

test('the first comes at once, the second after one pause, the third after two more', () => {
  expect(timesTold(60_000, 60_000)).toBe(1)
  expect(timesTold(60_000, 61_000)).toBe(2)
  expect(timesTold(60_000, 180_000)).toBe(2)
  expect(timesTold(60_000, 181_000)).toBe(3)
})

test('in the longest window little is told', () => {
  expect(timesTold(60_000, 12 * HOUR_MS)).toBeLessThanOrEqual(38)
  expect(timesTold(300_000, 12 * HOUR_MS)).toBeLessThanOrEqual(17)
})

test('what is not told uses no pause up', () => {
  const pace = createPace(60_000)
  expect(pace.isDue(0)).toBe(true)
  expect(pace.isDue(1)).toBe(true)
})
