import { expect, test } from 'vitest'
import { isMostlyPresent, presenceOf } from '../../src/core/presence.ts'
import type { Signal } from '../../src/core/signals.ts'

const MINUTE = 60_000
const startAt = Date.UTC(2026, 10, 23, 21)
const window = { startAt, endAt: startAt + 45 * MINUTE }

/** Echoes summed up at a minute of the window, spanning some minutes before it. */
function echoes(atMin: number, spanMin?: number): Signal {
  return {
    name: 'echoes',
    at: startAt + atMin * MINUTE,
    source: 'server',
    value: {
      vantage: null,
      minMs: 20,
      medianMs: 22,
      p90Ms: 30,
      jitterMs: 1,
      count: 10,
      ...(spanMin === undefined ? {} : { spanMs: spanMin * MINUTE }),
    },
  }
}

test.each([
  ['nothing', [], 0],
  ['one span', [echoes(10, 5)], 5],
  ['two that overlap count once', [echoes(10, 5), echoes(12, 5)], 7],
  ['one inside the other', [echoes(20, 10), echoes(15, 2)], 10],
  ['from several servers at the same time', [echoes(10, 5), echoes(10, 5)], 5],
  ['before the window', [echoes(-5, 5)], 0],
  ['across its start', [echoes(2, 10)], 2],
  ['across its end', [echoes(50, 10)], 5],
  ['longer than the window', [echoes(60, 120)], 45],
  ['without a span', [echoes(10)], 0],
  ['unordered', [echoes(30, 5), echoes(10, 5)], 10],
  [
    'absent readings',
    [{ name: 'echoes', at: startAt, source: 'server', why: 'timeout' } as const],
    0,
  ],
])('%s: %#', (_name, signals, observedMin) => {
  expect(presenceOf(signals, window)).toEqual({ windowMin: 45, observedMin })
})

test('a window without length has no share', () => {
  expect(presenceOf([echoes(1, 1)], { startAt, endAt: startAt })).toBeUndefined()
})

test('half is enough', () => {
  expect(isMostlyPresent({ windowMin: 45, observedMin: 22.5 })).toBe(true)
  expect(isMostlyPresent({ windowMin: 45, observedMin: 22.4 })).toBe(false)
})
