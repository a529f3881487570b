import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WINDOW_MIN } from '../../src/core/round.ts'
import { calmly, type Calm } from '../../src/page/calmly.ts'
import { PAGE_SIGNALS_KEPT } from '../../src/usecases/record-signals.ts'

let told: string[] = []
let calm: Calm<string>

beforeEach(() => {
  vi.useFakeTimers()
  told = []
  calm = calmly((value) => told.push(value))
})
afterEach(() => void vi.useRealTimers())

/** Puts a value in every so often, in turns. */
function toggle(everyMs: number, forMs: number): void {
  for (let at = 0; at < forMs; at += everyMs) {
    calm.put(at % (2 * everyMs) === 0 ? 'blurred' : 'focused')
    vi.advanceTimersByTime(everyMs)
  }
}

test('the first change is told at once: the page may be asleep a moment later', () => {
  calm.put('hidden')
  expect(told).toEqual(['hidden'])
})

test('what follows waits two seconds, and only the last of it is told', () => {
  calm.put('blurred')
  calm.put('focused')
  calm.put('blurred')
  calm.put('focused')
  vi.advanceTimersByTime(1_999)
  expect(told).toEqual(['blurred'])
  vi.advanceTimersByTime(1)
  expect(told).toEqual(['blurred', 'focused'])
})

test('a change that was undone in the meantime is not told', () => {
  calm.put('blurred')
  calm.put('focused')
  calm.put('blurred')
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual(['blurred'])
})

test('the same thing happening twice is told twice', () => {
  calm.put('changed')
  vi.advanceTimersByTime(60_000)
  calm.put('changed')
  expect(told).toEqual(['changed', 'changed'])
})

test('somebody who never stops is told of less and less often', () => {
  toggle(300, 60_000)
  expect(told.length).toBeLessThanOrEqual(17)
  toggle(300, 59 * 60_000)
  expect(told.length).toBeGreaterThan(100)
  expect(told.length).toBeLessThanOrEqual(180)
})

test('even then the server keeps everything, in the longest window', () => {
  toggle(300, WINDOW_MIN.most * 60_000)
  const signalsThatToggle = 2
  expect(told.length * signalsThatToggle).toBeLessThan(PAGE_SIGNALS_KEPT * 0.7)
})

test('nothing is told after the end', () => {
  calm.put('blurred')
  calm.put('focused')
  calm.stop()
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual(['blurred'])
  expect(vi.getTimerCount()).toBe(0)
})
