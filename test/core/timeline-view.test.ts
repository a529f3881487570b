/** What a timeline shows of readings, and how it is said in words. */
import { describe, expect, test } from 'vitest'
import type { Signal, Vantage } from '../../src/core/signals.ts'
import { timelineViewOf, type TimelineRound } from '../../src/core/timeline-view.ts'
import { timelineLines } from '../../src/core/timeline-words.ts'

const MINUTE = 60_000
/** 14:56 in Austin. */
const START = Date.UTC(2026, 10, 23, 20, 56)
const frankfurt: Vantage = { id: 'fra', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
const round: TimelineRound = {
  zone: 'America/Chicago',
  boundAt: START,
  joinedAt: START + 4 * MINUTE,
  closedAt: null,
  claim: { lat: 30.27, lon: -97.74 },
}
const echoes = (minutes: number, minMs: number, vantage: Vantage | null = frankfurt): Signal => ({
  name: 'echoes',
  at: START + minutes * MINUTE,
  source: 'server',
  value: { vantage, minMs, medianMs: minMs + 2, p90Ms: minMs + 6, jitterMs: 1, count: 10 },
})
const visible = (minutes: number, value: 'visible' | 'hidden'): Signal => ({
  name: 'visibility',
  at: START + minutes * MINUTE,
  source: 'page',
  value,
})
const from = (minutes: number, value: string): Signal => ({
  name: 'address',
  at: START + minutes * MINUTE,
  source: 'server',
  value,
})

function view(signals: readonly Signal[], part: Partial<TimelineRound> = {}) {
  const found = timelineViewOf({ ...round, ...part }, signals)
  if (found === null) throw new Error('there is nothing to show')
  return found
}

test('without a round trip there is none', () => {
  expect(timelineViewOf(round, [visible(1, 'hidden'), from(1, '192.0.2.1')])).toBeNull()
})

test('readings of each server in order of time, with what light needs to the stated place', () => {
  const { tracks } = view([echoes(2, 37), echoes(1, 36), echoes(1, 5, null)])
  expect(tracks.map(({ name }) => name)).toEqual(['Frankfurt', null])
  expect(tracks[0]?.readings.map(({ minMs }) => minMs)).toEqual([36, 37])
  expect(tracks[0]?.floorMs).toBeCloseTo(85.3, 1)
  expect(tracks[1]?.floorMs).toBeNull()
})

test('a forgotten claim has no floor', () => {
  expect(view([echoes(1, 36)], { claim: null }).tracks[0]?.floorMs).toBeNull()
})

describe('moments', () => {
  test('what was told of the call, and how it was learned', () => {
    const call = (minutes: number, event: 'joined' | 'left' | 'lost', exact: boolean): Signal => ({
      name: 'callPresence',
      at: START + minutes * MINUTE,
      source: 'platform',
      value: { platform: 'discord', event, exact },
    })
    const told = [
      call(5, 'joined', true),
      call(14, 'lost', true),
      call(16, 'left', false),
      call(20, 'joined', false),
      call(40, 'left', true),
    ]
    const found = view([echoes(1, 36), ...told], { joinedAt: null })
    expect(found.endAt).toBe(START + 40 * MINUTE)
    expect(timelineLines(found).find((line) => line.startsWith('Moments'))).toBe(
      'Moments: 14:56 Continue, 15:01 joined the call, 15:10 call not heard from here, ' +
        '15:12 found gone from the call, 15:16 found in the call, 15:36 left the call',
    )
  })

  test('an address is one when it is another than any before', () => {
    const { marks } = view(
      [echoes(1, 36), from(0, '192.0.2.1'), from(5, '198.51.100.7'), from(6, '192.0.2.1')],
      { closedAt: START + 45 * MINUTE },
    )
    expect(marks.map(({ at, kind }) => [(at - START) / MINUTE, kind])).toEqual([
      [0, 'continue'],
      [4, 'join'],
      [5, 'address'],
      [45, 'close'],
    ])
  })

  test('all of them lie inside, and a minute is the least that is shown', () => {
    const short = view([echoes(0.1, 36)], { joinedAt: null })
    expect([short.startAt, short.endAt]).toEqual([START, START + MINUTE])
    const long = view([echoes(50, 36)])
    expect(long.endAt).toBe(START + 50 * MINUTE)
  })
})

describe('the page in the background', () => {
  test('from hidden to visible, and to the end where it never came back', () => {
    const { hidden, endAt } = view([
      echoes(30, 36),
      visible(0, 'visible'),
      visible(10, 'hidden'),
      visible(11, 'hidden'),
      visible(12, 'visible'),
      visible(20, 'hidden'),
    ])
    expect(hidden).toEqual([
      { fromAt: START + 10 * MINUTE, toAt: START + 12 * MINUTE },
      { fromAt: START + 20 * MINUTE, toAt: endAt },
    ])
  })

  test('nothing where it was always in front', () => {
    expect(view([echoes(30, 36), visible(0, 'visible')]).hidden).toEqual([])
  })
})

test('in words: how fast, what light needs, what happened when', () => {
  const signals = [echoes(1, 36), echoes(2, 40), echoes(3, 38), visible(2, 'hidden')]
  expect(timelineLines(view(signals))).toEqual([
    'Round trips to our server in Frankfurt: fastest 36.0 ms, typically 40.0 ms (3 readings); light in fibre needs 85.3 ms to the stated place and back',
    'Moments: 14:56 Continue, 15:00 Join',
    'The page was in the background: 14:58–15:00',
  ])
})

test('in words: no more moments than a reader takes in', () => {
  const many = Array.from({ length: 20 }, (_, id) => from(id, `192.0.2.${id}`))
  expect(timelineLines(view([echoes(1, 36), ...many]))[1]).toMatch(/ other address, and 13 more$/)
})
