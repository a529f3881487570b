import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import create from '../../src/lookups/when.ts'
import type { WhenLookup } from '../../src/usecases/lookups.ts'

/** Sunday 2026-11-22, noon in Chicago. */
const NOW = Date.UTC(2026, 10, 22, 18)
const CHICAGO = 'America/Chicago'

let when: WhenLookup

beforeAll(async () => {
  when = await create()
})

afterEach(() => vi.unstubAllEnvs())

describe('parse', () => {
  it.each([
    ['tomorrow 3pm 45m', '2026-11-23T15:00', 45, ''],
    ['45m tomorrow 3pm', '2026-11-23T15:00', 45, ''],
    ['tomorrow 3pm 45 min', '2026-11-23T15:00', 45, ''],
    ['tomorrow 3pm 1h', '2026-11-23T15:00', 60, ''],
    ['tomorrow 3pm 1h30', '2026-11-23T15:00', 90, ''],
    ['tomorrow 3pm 1h30m', '2026-11-23T15:00', 90, ''],
    ['tomorrow 3pm 1.5h', '2026-11-23T15:00', 90, ''],
    ['tomorrow 3pm 90 minutes', '2026-11-23T15:00', 90, ''],
    ['tomorrow 3pm for an hour', '2026-11-23T15:00', 60, ''],
    ['tomorrow 3pm for half an hour', '2026-11-23T15:00', 30, ''],
    ['tomorrow 3pm for an hour and a half', '2026-11-23T15:00', 90, ''],
    ['tomorrow at 3pm, 1 hour 15 minutes', '2026-11-23T15:00', 75, ''],
    ['tomorrow 15h30 1h', '2026-11-23T15:30', 60, ''],
    ['tomorrow 3-4pm', '2026-11-23T15:00', 60, ''],
    ['from 3pm to 4:30pm tomorrow', '2026-11-23T15:00', 90, ''],
    ['Mon 30 Nov 15:00 (45 min)', '2026-11-30T15:00', 45, ''],
    ['monday with jane at 3pm 1h', '2026-11-23T15:00', 60, 'with jane'],
    ['@jane tomorrow 3pm 45m Austin TX', '2026-11-23T15:00', 45, '@jane Austin TX'],
    ['tomorrow 3pm', '2026-11-23T15:00', undefined, ''],
    ['2026-11-23 15:00', '2026-11-23T15:00', undefined, ''],
    ['noon tomorrow', '2026-11-23T12:00', undefined, ''],
    ['in 45 minutes', '2026-11-22T12:45', undefined, ''],
    ['in 2 hours for 45 min', '2026-11-22T14:00', 45, ''],
    ['2 hours from now', '2026-11-22T14:00', undefined, ''],
    ['tomorrow 3pm EST', '2026-11-23T14:00', undefined, ''],
    ['2026-11-23T15:00Z', '2026-11-23T09:00', undefined, ''],
    ['yesterday 3pm', '2026-11-21T15:00', undefined, ''],
    ['today 11am', '2026-11-22T11:00', undefined, ''],
    ['5/6 3pm', '2027-05-06T15:00', undefined, ''],
    ['23/11 3pm', '2026-11-23T15:00', undefined, ''],
  ])('%s', async (text, wall, lengthMin, rest) => {
    expect(await when.parse(text, CHICAGO, NOW)).toEqual({
      wall,
      ...(lengthMin !== undefined && { lengthMin }),
      rest,
    })
  })

  it.each([
    ['', undefined, ''],
    ['tomorrow', undefined, 'tomorrow'],
    ['45m', 45, ''],
    ['tomorrow 25:00', undefined, 'tomorrow 25:00'],
    ['hello', undefined, 'hello'],
  ])('finds no time in %j', async (text, lengthMin, rest) => {
    expect(await when.parse(text, CHICAGO, NOW)).toEqual({
      ...(lengthMin !== undefined && { lengthMin }),
      rest,
    })
  })

  it('takes no length of more than a day', async () => {
    expect(await when.parse('for 1440 min', CHICAGO, NOW)).toHaveProperty('lengthMin', 1440)
    expect(await when.parse('for 1441 min', CHICAGO, NOW)).not.toHaveProperty('lengthMin')
  })

  it('puts the day first outside the United States', async () => {
    expect((await when.parse('5/6 3pm', 'Europe/Lisbon', NOW)).wall).toBe('2027-06-05T15:00')
  })

  it('knows what day it is in the zone', async () => {
    const lateSunday = Date.UTC(2026, 10, 22, 20)
    expect((await when.parse('tomorrow 3pm', 'Asia/Tokyo', lateSunday)).wall).toBe(
      '2026-11-24T15:00',
    )
    expect((await when.parse('tomorrow 3pm', CHICAGO, lateSunday)).wall).toBe('2026-11-23T15:00')
  })

  it('counts hours across a change of the clock', async () => {
    // 00:30 in New York; its clocks go from 2 to 3.
    const beforeGap = Date.UTC(2026, 2, 8, 5, 30)
    expect((await when.parse('in 2 hours', 'America/New_York', beforeGap)).wall).toBe(
      '2026-03-08T03:30',
    )
  })

  it.each([
    'UTC',
    'America/Los_Angeles',
    'America/New_York',
    'Europe/Lisbon',
    'Australia/Lord_Howe',
  ])('reads the same on a machine in %s, also where its clock skips an hour', async (machine) => {
    vi.stubEnv('TZ', machine)
    for (const [day, zone, offset] of [
      [Date.UTC(2026, 2, 8), 'America/New_York', 5],
      [Date.UTC(2026, 2, 29), 'Europe/Lisbon', 0],
      [Date.UTC(2026, 9, 4), 'UTC', 0],
    ] as const) {
      const nowMs = day + (offset + 0.5) * 3_600_000
      for (const hours of [1, 2, 3, 26]) {
        const expected = when.toWall(nowMs + hours * 3_600_000, zone)
        const text = `in ${String(hours)} hours`
        expect((await when.parse(text, zone, nowMs)).wall, text).toBe(expected)
      }
      expect(await when.parse('today 1am to 4am', zone, nowMs)).toMatchObject({ lengthMin: 180 })
    }
  })

  it('leaves everything when the zone does not exist', async () => {
    expect(await when.parse('tomorrow 3pm 45m', 'Nowhere/Land', NOW)).toEqual({
      lengthMin: 45,
      rest: 'tomorrow 3pm',
    })
  })

  it('never throws', async () => {
    const words = fc.constantFrom(
      'tomorrow',
      '3pm',
      '45m',
      '1h30',
      'in',
      'for',
      'an hour',
      '31/2',
      '25:61',
      'EST',
      '-',
      '99999',
      'jan',
      '٣',
      '\u0000',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
    )
    const zones = fc.constantFrom(CHICAGO, 'Asia/Kathmandu', 'Pacific/Apia', 'UTC', 'x', '')
    const instants = fc.oneof(fc.constant(NOW), fc.integer({ min: 0, max: 4e12 }), fc.double())
    await fc.assert(
      fc.asyncProperty(texts, zones, instants, async (text, zone, nowMs) => {
        const { wall, lengthMin = 1 } = await when.parse(text, zone, nowMs)
        expect(lengthMin).toBeGreaterThanOrEqual(1)
        expect(lengthMin).toBeLessThanOrEqual(1440)
        if (wall !== undefined) expect(when.toInstant(wall, zone)).not.toHaveProperty('invalid')
      }),
      { numRuns: 500 },
    )
  })
})

describe('toInstant', () => {
  it.each([
    ['2026-11-23T15:00', 'Europe/Lisbon', Date.UTC(2026, 10, 23, 15)],
    ['2026-11-23T15:00', CHICAGO, Date.UTC(2026, 10, 23, 21)],
    ['2026-07-01T09:15', 'Asia/Kathmandu', Date.UTC(2026, 6, 1, 3, 30)],
  ])('%s in %s', (wall, zone, atMs) => {
    expect(when.toInstant(wall, zone)).toEqual({ atMs })
  })

  it.each([
    ['2026-03-08T02:30', 'America/New_York', Date.UTC(2026, 2, 8, 7)],
    ['2026-03-08T02:00', 'America/New_York', Date.UTC(2026, 2, 8, 7)],
    ['2026-03-29T01:59', 'Europe/Lisbon', Date.UTC(2026, 2, 29, 1)],
    // Samoa left out a whole day.
    ['2011-12-30T12:00', 'Pacific/Apia', Date.UTC(2011, 11, 30, 10)],
    // Half an hour.
    ['2026-10-04T02:10', 'Australia/Lord_Howe', Date.UTC(2026, 9, 3, 15, 30)],
  ])('%s does not exist in %s', (wall, zone, suggestMs) => {
    expect(when.toInstant(wall, zone)).toEqual({ gap: true, suggestMs })
  })

  it('01:30 comes twice in New York', () => {
    expect(when.toInstant('2026-11-01T01:30', 'America/New_York')).toEqual({
      overlap: [Date.UTC(2026, 10, 1, 5, 30), Date.UTC(2026, 10, 1, 6, 30)],
    })
  })

  it.each([
    ['2026-02-30T10:00', 'UTC'],
    ['2026-11-23T24:00', 'UTC'],
    ['2026-11-23', 'UTC'],
    ['', 'UTC'],
    ['2026-11-23T15:00', 'Nowhere/Land'],
  ])('%j in %s is invalid', (wall, zone) => {
    expect(when.toInstant(wall, zone)).toHaveProperty('invalid')
  })

  it('goes there and back', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      'Europe/Lisbon',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 66_000_000 }), zones, (minute, zone) => {
        const atMs = minute * 60_000
        const instant = when.toInstant(when.toWall(atMs, zone) ?? '', zone)
        if ('overlap' in instant) expect(instant.overlap).toContain(atMs)
        else expect(instant).toEqual({ atMs })
      }),
    )
  })
})

it('has no wall clock for what is no instant or zone', () => {
  expect(when.toWall(NOW, 'Asia/Kathmandu')).toBe('2026-11-22T23:45')
  expect(when.toWall(NaN, 'UTC')).toBeUndefined()
  expect(when.toWall(9e15, 'UTC')).toBeUndefined()
  expect(when.toWall(NOW, 'Nowhere/Land')).toBeUndefined()
})

it('never throws on any wall clock and zone', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.double(), (wall, zone, atMs) => {
      when.toInstant(wall, zone)
      when.toWall(atMs, zone)
      when.toInstant('2026-11-23T15:00', zone)
    }),
  )
})
