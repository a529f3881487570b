import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callLines, callFact, type CallView } from '../../src/core/call-words.ts'
import { parseCallLink } from '../../src/core/call-link.ts'
import { callCoverOf, callStretchesOf, isMostlyInCall } from '../../src/core/call-presence.ts'
import type { Signal } from '../../src/core/signals.ts'

const MINUTE = 60_000
const startAt = Date.parse('2026-11-23T15:00:00Z')
const window = { startAt, endAt: startAt + 60 * MINUTE }

type Told = ['joined' | 'left' | 'lost', number, ('found' | 'heard')?]

/** Changes by minutes after the start. */
const signals = (...told: Told[]): Signal[] =>
  told.map(([event, min, how = 'heard']) => ({
    name: 'callPresence',
    at: startAt + min * MINUTE,
    source: 'platform',
    value: { platform: 'discord', event, exact: how === 'heard' },
  }))

const view = (...told: Told[]): CallView => ({
  service: 'discord',
  state: 'noted',
  stretches: callStretchesOf(signals(...told)),
  isOver: true,
})
const words = (...told: Told[]) => callFact(view(...told), 'UTC').value.split(';')[0]
const minutes = (...told: Told[]) => callCoverOf(signals(...told), window)?.inCallMin

describe('what was told, in words and in minutes', () => {
  test.each<[string, number | undefined, Told[]]>([
    [
      '15:01–15:42',
      41,
      [
        ['joined', 1],
        ['left', 42],
      ],
    ],
    [
      '15:01–15:10, 15:12–15:20',
      17,
      [
        ['joined', 1],
        ['left', 10],
        ['joined', 12],
        ['left', 20],
      ],
    ],
    // Of whom nothing more was told, it lasts: what ends it where nobody listened is told apart.
    ['since 15:01', 59, [['joined', 1]]],
    ['since 15:05 or earlier', 55, [['joined', 5, 'found']]],
    [
      '15:01–15:10 or later, gone by 15:12',
      9,
      [
        ['joined', 1],
        ['lost', 10],
        ['left', 12, 'found'],
      ],
    ],
    [
      '15:01–15:10 or later, 15:12 or earlier–15:42',
      39,
      [
        ['joined', 1],
        ['lost', 10],
        ['joined', 12, 'found'],
        ['left', 42],
      ],
    ],
    // Nothing vouches for the time between the two.
    [
      '15:01–15:01 or later, gone by 15:42',
      0,
      [
        ['joined', 1],
        ['left', 42, 'found'],
      ],
    ],
    [
      '15:01–15:10 or later',
      9,
      [
        ['joined', 1],
        ['lost', 10],
      ],
    ],
    [
      '15:01–15:10',
      9,
      [
        ['joined', 1],
        ['joined', 2],
        ['left', 10],
        ['left', 11],
        ['lost', 12],
      ],
    ],
    ['not seen there', undefined, []],
    ['not seen there', undefined, [['left', 5]]],
    // Outside the window it is shown and not counted.
    [
      '14:50–16:10',
      60,
      [
        ['joined', -10],
        ['left', 70],
      ],
    ],
  ])('%s', (expected, min, told) => {
    expect(words(...told)).toBe(expected)
    expect(minutes(...told)).toBe(min)
    expect(words(...[...told].reverse())).toBe(expected)
  })

  test('of many stretches the card shows the latest, the report all', () => {
    const told = [0, 10, 20, 30, 40].flatMap((min): Told[] => [
      ['joined', min],
      ['left', min + 5],
    ])
    expect(words(...told)).toBe('2 times earlier, 15:20–15:25, 15:30–15:35, 15:40–15:45')
    expect(callLines(view(...told), 'UTC')).toHaveLength(6)
  })

  test('where nothing is noted the report says why, and what is never told', () => {
    const lines = callLines({ ...view(), state: 'unheard' }, 'UTC')
    expect(lines[0]).toMatch(/^In the call \(Discord\): not noted: this server is called over HTTP/)
    expect(lines[1]).toMatch(/^Never told by Discord: the address/)
  })

  test('half of the window covers it, less does not', () => {
    const covers = (min: number) => isMostlyInCall({ windowMin: 60, inCallMin: min })
    expect([29.9, 30, 60].map(covers)).toEqual([false, true, true])
  })
})

test('a stretch holds only time between being told there and what was told next', () => {
  const told = fc.uniqueArray(
    fc.record({
      event: fc.constantFrom('joined' as const, 'left' as const, 'lost' as const),
      min: fc.integer({ min: -30, max: 90 }),
      how: fc.constantFrom('found' as const, 'heard' as const),
    }),
    { maxLength: 12, selector: ({ min }) => min },
  )
  fc.assert(
    fc.property(told, (list) => {
      const ordered = [...list].sort((a, b) => a.min - b.min)
      const all = signals(...ordered.map(({ event, min, how }): Told => [event, min, how]))
      let before = -Infinity
      for (const { fromAt, toAt } of callStretchesOf(all)) {
        expect(fromAt).toBeGreaterThanOrEqual(before)
        const joins = all.filter(({ at }) => at === fromAt)
        expect(joins).toMatchObject([{ value: { event: 'joined' } }])
        // Nothing that ends it was told in between.
        const within = all.filter(({ at }) => at > fromAt && at < (toAt ?? Infinity))
        for (const signal of within) {
          expect(signal).toMatchObject({ value: { event: 'joined' } })
        }
        before = toAt ?? Infinity
      }
    }),
    { numRuns: 2000 },
  )
})

describe('links', () => {
  const found = { service: 'discord', server: '123', channel: '456' }
  test.each([
    'https://discord.com/channels/123/456',
    'https://discord.com/channels/123/456/',
    ' https://ptb.discord.com/channels/123/456?x=1',
    'https://canary.discord.com/channels/123/456#top',
    'https://discordapp.com/channels/123/456',
  ])('%s', (link) => {
    expect(parseCallLink(link)).toEqual(found)
  })

  test.each([
    'http://discord.com/channels/123/456',
    'https://discord.com.example.org/channels/123/456',
    'https://example.org/?https://discord.com/channels/123/456',
    'https://discord.com/channels/@me/456',
    'https://discord.com/channels/123/456/789',
    'https://discord.gg/abc',
    'https://meet.example.com/jane',
    '',
  ])('none: %s', (link) => {
    expect(parseCallLink(link)).toBeNull()
  })
})
