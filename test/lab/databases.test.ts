/** Measuring databases: what is counted, on addresses whose place a test can state. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { compareOnRandom } from '../../lab/databases/agreement.ts'
import {
  measureErrors,
  measurePretended,
  measureTogether,
  openMeasured,
  quantiles,
  type Measured,
} from '../../lab/databases/errors.ts'
import { readKnownAddresses } from '../../lab/databases/known-addresses.ts'
import { chanceOf } from '../../src/core/rhythm/chance.ts'

const folder = mkdtempSync(join(tmpdir(), 'databases-'))
let dbip: Measured

beforeAll(async () => {
  dbip = await openMeasured('dbip')
})

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  const text = `${lines.join('\n')}\n`
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text)
  return path
}

const EXITS = [
  'exit_ip,exit_country,city,lat,lon,host_country',
  '136.49.128.173,US,Austin,30.27,-97.74,',
  '136.49.128.99,US,Austin,30.27,-97.74,',
  '188.25.148.123,RO,,45.9,24.9,',
  '81.193.70.147,UK,London,51.5,-0.11,',
  '41.58.199.100,GH,Accra,5.55,-0.2,NG',
]

describe('a file of known addresses', () => {
  test.each(['exits.csv', 'exits.csv.gz'])('%s is read, neighbours once', (name) => {
    expect(readKnownAddresses(file(name, EXITS))).toEqual([
      {
        address: '136.49.128.173',
        country: 'US',
        point: { lat: 30.27, lon: -97.74 },
        pretended: null,
      },
      // Without a city the point is that of a country.
      { address: '188.25.148.123', country: 'RO', point: null, pretended: null },
      {
        address: '81.193.70.147',
        country: 'GB',
        point: { lat: 51.5, lon: -0.11 },
        pretended: null,
      },
      // What it pretends has a point, where it stands has none.
      { address: '41.58.199.100', country: 'NG', point: null, pretended: 'GH' },
    ])
  })

  test('may have no cities, and IPv6', () => {
    const path = file('homes.csv', ['address,country,lat,lon', '2a02:8070::1,de,50.9,6.9'])
    expect(readKnownAddresses(path)).toMatchObject([
      { address: '2a02:8070::1', country: 'DE', point: { lat: 50.9, lon: 6.9 } },
    ])
  })

  test('says what it lacks', () => {
    const path = file('wrong.csv', ['host,land', '1.2.3.4,US'])
    expect(() => readKnownAddresses(path)).toThrow(
      /expected a column address or ip or exit_ip, got host, land/,
    )
    const empty = file('empty.csv', ['address,country,lat,lon', '1.2.3.4,,1,1'])
    expect(() => readKnownAddresses(empty)).toThrow('expected a country for 1.2.3.4, got none')
  })
})

test('errors are counted where the truth is known, by kind', () => {
  const known = readKnownAddresses(file('exits.csv', EXITS)).filter((one) => !one.pretended)
  const kindOf = (address: string) => (address.startsWith('136') ? 'home' : 'vpn')
  const [all, home, vpn, ...none] = measureErrors('exits', dbip, known, kindOf, [
    'home',
    'vpn',
    'tor',
  ])
  expect(none).toEqual([])
  // Lisbon, not London: one country of three wrong, 1,600 km.
  expect(all).toMatchObject({ kind: 'all', n: 3, answered: 3, wrongCountry: 1, withPoint: 2 })
  expect(home).toMatchObject({ kind: 'home', n: 1, wrongCountry: 0, withPoint: 1 })
  expect(Number(home?.['medianKm'])).toBeLessThan(30)
  expect(vpn).toMatchObject({ kind: 'vpn', n: 2, wrongCountry: 1, withPoint: 1 })
  expect(Number(vpn?.['p95Km'])).toBeGreaterThan(1500)
  expect(Number(vpn?.['p95Km'])).toBeLessThan(1700)
})

test('of an exit that pretends, it is counted whom the database believes', () => {
  const known = readKnownAddresses(file('exits.csv', EXITS)).filter((one) => one.pretended)
  expect(measurePretended('exits', dbip, known)).toMatchObject({
    n: 1,
    saysWhereItStands: 1,
    saysWhatItPretends: 0,
    saysAnother: 0,
    silent: 0,
  })
})

test('of several databases it is counted how often they are wrong alike', async () => {
  const geoip = await openMeasured('geoip-lite')
  const known = readKnownAddresses(file('exits.csv', EXITS)).filter((one) => !one.pretended)
  const row = { n: 3, allRight: 2, differ: 0, allWrongAlike: 1 }
  expect(measureTogether('exits', [dbip, geoip], known)).toMatchObject(row)
  const silent: Measured = { name: 'silent', ask: () => undefined }
  expect(measureTogether('exits', [dbip, silent], known)).toMatchObject({ n: 0, allWrongAlike: 0 })
})

test('quantiles are by nearest rank, and of nothing there are none', () => {
  const km = Array.from({ length: 100 }, (_, i) => i + 1)
  expect(quantiles(km)).toEqual({ medianKm: 50, p75Km: 75, p90Km: 90, p95Km: 95 })
  expect(quantiles([])).toEqual({ medianKm: null, p75Km: null, p90Km: null, p95Km: null })
})

describe('agreement', () => {
  test('of a database with itself is complete', () => {
    for (const family of [4, 6] as const) {
      const [row] = compareOnRandom(dbip, dbip, { family, count: 50, chance: chanceOf(1) })
      expect(row).toMatchObject({ n: 50, sameCountry: 50, onlyOneKnows: 0, p95Km: 0 })
      expect(row?.['sameOffset']).toBe(row?.['bothZones'])
    }
  })

  test('of two is not, and is the same for the same seed', async () => {
    const geoip = await openMeasured('geoip-lite')
    const compare = (seed: number) =>
      compareOnRandom(dbip, geoip, { family: 4, count: 400, chance: chanceOf(seed) })
    const rows = compare(1)
    const [places] = rows
    expect(Number(places?.['sameCountry'])).toBeGreaterThan(320)
    expect(Number(places?.['sameCountry'])).toBeLessThan(400)
    expect(compare(1)).toEqual(rows)
    expect(compare(2)).not.toEqual(rows)
  })
})
