/** What a map shows of readings, and how it is said in words. */
import { describe, expect, test } from 'vitest'
import { isOverHalfEarth, mapViewOf, type MapView } from '../../src/core/map-view.ts'
import { mapAlt, mapLines } from '../../src/core/map-words.ts'
import type { AddressLocation, Signal, Vantage } from '../../src/core/signals.ts'

const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.2672,
  lon: -97.7431,
  zone: 'America/Chicago',
}
const frankfurt: Vantage = { id: 'fra', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
const dallas: Vantage = { id: 'dal', name: 'Dallas', lat: 32.78, lon: -96.8 }
const bucharest = { country: 'RO', city: 'Bucharest', lat: 44.43, lon: 26.1 }

const claim: Signal = { name: 'claimedPlace', at: 0, source: 'record', value: austin }
const dbip = (part: Partial<AddressLocation>): AddressLocation => ({
  database: 'DB-IP City Lite',
  builtOn: '2026-06-05',
  country: 'US',
  ...part,
})
const geolite = (part: Partial<AddressLocation>) => dbip({ database: 'GeoLite2 City', ...part })
const placed = (at: number, ...value: AddressLocation[]): Signal => ({
  name: 'addressLocations',
  at,
  source: 'server',
  value,
})
const echoes = (at: number, vantage: Vantage | null, minMs: number): Signal => ({
  name: 'echoes',
  at,
  source: 'server',
  value: { vantage, minMs, medianMs: minMs + 1, p90Ms: minMs + 2, jitterMs: 1, count: 10 },
})

function view(...signals: Signal[]): MapView {
  const found = mapViewOf([claim, ...signals])
  if (found === null) throw new Error('there is nothing to show')
  return found
}

describe('there is no map', () => {
  test.each<[string, Signal[]]>([
    ['without a stated place', [placed(1, dbip(bucharest)), echoes(2, frankfurt, 36)]],
    ['of nothing but a stated place', [claim]],
    ['of echoes from a server that does not know where it is', [claim, echoes(1, null, 36)]],
    [
      'where nothing was found out',
      [claim, { name: 'addressLocations', at: 1, source: 'server', why: 'unknown' }],
    ],
  ])('%s', (_, signals) => expect(mapViewOf(signals)).toBeNull())
})

describe('addresses', () => {
  test('two databases that mean one city are one spot, with the larger error', () => {
    const { addresses } = view(
      placed(1, dbip(bucharest), geolite({ ...bucharest, lat: 44.5, radiusKm: 20 })),
    )
    expect(addresses).toEqual([
      {
        label: 'Bucharest, Romania',
        lat: 44.43,
        lon: 26.1,
        numbers: [1],
        databases: ['DB-IP City Lite', 'GeoLite2 City'],
        radiusKm: 20,
      },
    ])
  })

  test('two that mean two cities are two spots', () => {
    const lagos = { country: 'NG', city: 'Lagos', lat: 6.45, lon: 3.39 }
    const { addresses } = view(placed(1, dbip(bucharest), geolite(lagos)))
    expect(addresses.map(({ label }) => label)).toEqual(['Bucharest, Romania', 'Lagos, Nigeria'])
  })

  test('an address that changes is numbered in order of time; the same again is not', () => {
    const home = dbip({ city: 'Austin', lat: 30.27, lon: -97.74 })
    const { addresses, addressCount } = view(
      placed(30, dbip(bucharest)),
      placed(10, home),
      placed(20, home),
    )
    expect(addressCount).toBe(2)
    expect(addresses.map(({ label, numbers }) => [label, numbers])).toEqual([
      ['Austin, United States', [1]],
      ['Bucharest, Romania', [2]],
    ])
  })

  test('a country without a city is no spot, and said in words', () => {
    const found = view(placed(1, dbip({ country: 'RO' }), geolite({ country: 'RO' })))
    expect(found.addresses).toEqual([])
    expect(mapLines(found)).toContain(
      'Country of the IP address, no city: Romania, by both databases',
    )
  })

  test('many make no more than six spots', () => {
    const many = Array.from({ length: 20 }, (_, lon) => placed(lon, dbip({ lat: 0, lon: lon * 8 })))
    expect(view(...many).addresses).toHaveLength(6)
  })
})

describe('servers', () => {
  test('the fastest answer of each counts, at 100 km per ms; the tightest is first', () => {
    const { vantages } = view(
      echoes(1, frankfurt, 140),
      echoes(2, frankfurt, 92),
      echoes(3, dallas, 8),
    )
    expect(vantages.map(({ name, leastMs, reachKm }) => [name, leastMs, reachKm])).toEqual([
      ['Dallas', 8, 800],
      ['Frankfurt', 92, 9200],
    ])
    expect(vantages[1]?.claimKm).toBeCloseTo(8528, 0)
  })

  test('servers that cannot both be where they say they are have no ring', () => {
    const found = view(placed(1, dbip(bucharest)), echoes(2, frankfurt, 36.4), echoes(3, dallas, 8))
    expect(found.vantages).toEqual([])
  })

  test('a quarter of the way around the earth is as far as a ring leaves something out', () => {
    expect(isOverHalfEarth(10_007)).toBe(false)
    expect(isOverHalfEarth(10_008)).toBe(true)
  })
})

describe('in words', () => {
  test('all that the map shows', () => {
    const found = view(
      placed(1, dbip(bucharest), geolite({ ...bucharest, radiusKm: 20 })),
      echoes(2, frankfurt, 36.4),
    )
    expect(mapAlt(found)).toBe(
      'Map. Stated place: Austin, Texas, United States. IP address placed in Bucharest, Romania, by both databases, give or take 20 km. Fastest answer to our server in Frankfurt after 36.4 ms: the computer is at most 3,640 km from there; the stated place is 8,528 km from there.',
    )
  })

  test.each([
    [134, 'at most 13,400 km from there, which is more than half of the earth; the stated place'],
    [240, 'after 240.0 ms: that allows every place on earth'],
  ])('an answer after %d ms', (ms, words) => {
    expect(mapLines(view(echoes(1, frankfurt, ms))).join()).toContain(words)
  })

  test('which database means what, where they differ', () => {
    const lines = mapLines(view(placed(1, dbip(bucharest), geolite({ lat: 6, lon: 3 }))))
    expect(lines).toContain('IP address placed in Bucharest, Romania, by DB-IP City Lite')
  })

  test('never more than a chat takes', () => {
    const long = 'Llanfair'.repeat(24)
    const many = Array.from({ length: 40 }, (_, id) =>
      echoes(id, { id: `v${id}`, name: long.slice(0, 100), lat: 0, lon: id }, 30 + id),
    )
    const alt = mapAlt(view(...many))
    expect(alt.length).toBe(2000)
    expect(alt.endsWith('…')).toBe(true)
  })
})
