import { describe, expect, test } from 'vitest'
import { strengthWords } from '../../src/core/words.ts'
import { windowWords } from '../../src/core/when-words.ts'
import { formatOffset, isZone, zoneOffsetMin } from '../../src/core/zone.ts'
import { distanceKm } from '../../src/core/geo.ts'

describe('a weight in words follows the ENFSI scale', () => {
  test.each([
    [0, 'does not count either way'],
    [0.2, 'about 1.5 times more likely if the computer is somewhere else (no support either way)'],
    [0.4, 'about 2.5 times more likely if the computer is somewhere else (weak support)'],
    [1, 'about 10 times more likely if the computer is somewhere else (moderate support)'],
    [1.5, 'about 30 times more likely if the computer is somewhere else (moderate support)'],
    [
      2.9,
      'about 800 times more likely if the computer is somewhere else (moderately strong support)',
    ],
    [
      3,
      'about 1000 times more likely if the computer is somewhere else (moderately strong support)',
    ],
    [-0.5, 'about 3 times more likely if the computer is where they say (weak support)'],
  ])('%f bans', (bans, words) => {
    expect(strengthWords(bans, 'place')).toBe(words)
  })
})

describe('times', () => {
  const window = {
    startAt: Date.parse('2026-11-23T21:00Z'),
    endAt: Date.parse('2026-11-23T21:45Z'),
  }

  test('always name their zone', () => {
    expect(windowWords(window, 'America/Chicago')).toBe(
      'Mon, 23 Nov 2026, 15:00–15:45 CST (America/Chicago)',
    )
  })
})

describe('zones', () => {
  test.each([
    ['America/Chicago', '2026-01-01', -360],
    ['America/Chicago', '2026-07-01', -300],
    ['Asia/Kolkata', '2026-07-01', 330],
    ['Asia/Kathmandu', '2026-07-01', 345],
    ['Australia/Lord_Howe', '2026-01-01', 660],
    ['UTC', '2026-07-01', 0],
  ])('%s on %s is %i min', (zone, day, offset) => {
    expect(zoneOffsetMin(zone, Date.parse(day))).toBe(offset)
  })

  test('unknown zones and instants have no offset', () => {
    expect(zoneOffsetMin('Mars/Olympus', 0)).toBeUndefined()
    expect(zoneOffsetMin('UTC', 9e15)).toBeUndefined()
    expect(isZone('Mars/Olympus')).toBe(false)
  })

  test('offsets as people write them', () => {
    expect([330, -210, 0, -360].map(formatOffset)).toEqual(['UTC+5:30', 'UTC−3:30', 'UTC', 'UTC−6'])
  })
})

test('distance: Frankfurt to Austin, and across the date line', () => {
  const frankfurt = { lat: 50.11, lon: 8.68 }
  expect(distanceKm(frankfurt, { lat: 30.27, lon: -97.74 })).toBeCloseTo(8528, -1)
  expect(distanceKm({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(111.2, 0)
  expect(distanceKm(frankfurt, frankfurt)).toBe(0)
})
