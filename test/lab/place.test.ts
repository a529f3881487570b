/** The evaluation of places: files in, people drawn, rates out. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { halfOf, pickSome } from '../../lab/chance.ts'
import { chanceOf } from '../../src/core/rhythm/chance.ts'
import { fitCurve } from '../../lab/place/fit-curve.ts'
import { clopperPearson } from '../../lab/interval.ts'
import { readCityPairs, readHomes } from '../../lab/place/measured.ts'
import { cllr, detectionAt } from '../../lab/scores.ts'
import { parseVantages, spread } from '../../lab/place/vantages.ts'
import { valueAt } from '../../src/core/usual-path.ts'

const folder = mkdtempSync(join(tmpdir(), 'place-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text)
  return path
}

const pairHead = 'src_city,src_lat,src_lon,dst_city,dst_lat,dst_lon,rtt_min_ms'
const homeHead = 'probe_id,access,lat,lon,dc_city,dc_lat,dc_lon,rtt_min_ms,first_public_hop_ms'

describe('files of round trips', () => {
  test('the least of both directions counts, gzipped or not', () => {
    const rows = [
      pairHead,
      'Paris,48.9,2.4,Berlin,52.5,13.4,22',
      'Berlin,52.5,13.4,Paris,48.9,2.4,19.5',
      'Berlin,52.5,13.4,Rome,41.9,12.5,',
    ]
    const { cities, rttMs } = readCityPairs(file('pairs.csv.gz', rows.join('\n')))
    expect(cities.map(({ name }) => name)).toEqual(['Berlin', 'Paris'])
    const [berlin, paris] = cities
    if (berlin === undefined || paris === undefined) throw new Error('two cities were expected')
    expect(rttMs(berlin, paris)).toBe(19.5)
    expect(rttMs(paris, berlin)).toBe(19.5)
  })

  test('a city that physics puts elsewhere is left out and named', () => {
    const lines = ['Tokyo,35.7,139.7', 'Osaka,34.7,135.5', 'Seoul,37.6,127']
    const rows = lines.flatMap((line) => [
      `Quito,-0.2,-78.5,${line},6`,
      ...lines.filter((other) => other !== line).map((other) => `${line},${other},31`),
    ])
    const { cities, lying } = readCityPairs(file('lying.csv', [pairHead, ...rows].join('\n')))
    expect(lying).toEqual(['Quito'])
    expect(cities.map(({ name }) => name)).toEqual(['Osaka', 'Seoul', 'Tokyo'])
  })

  test('missing columns are named, with what was got', () => {
    expect(() => readCityPairs(file('bad.csv', 'from,to\na,b'))).toThrow(
      /expected columns src_city.*got from, to/,
    )
    expect(() => readHomes(file('empty.csv', ''))).toThrow(/got nothing/)
  })

  test.each([
    ['no latitude', 'Paris,,2.4,Berlin,52.5,13.4,22', /“Paris”, got “”, “2.4”/],
    ['beyond a pole', 'Paris,98.9,2.4,Berlin,52.5,13.4,22', /“Paris”, got “98.9”/],
    ['a word', 'Paris,48.9,2.4,Berlin,52.5,east,22', /“Berlin”, got “52.5”, “east”/],
  ])('what is no place is refused: %s', (_, row, fault) => {
    expect(() => readCityPairs(file('nowhere.csv', `${pairHead}\n${row}`))).toThrow(fault)
  })

  test('longitudes of both cities are needed', () => {
    const head = pairHead.replace('dst_lon,', '')
    const path = file('one.csv', `${head}\nParis,48.9,2.4,Berlin,52.5,22`)
    expect(() => readCityPairs(path)).toThrow(/expected columns dst_lon/)
  })

  test('homes: the soonest server of a city speaks for it; an impossible place is marked', () => {
    const rows = [
      homeHead,
      '1,lan,52.3,4.9,Frankfurt,50.1,8.7,14,5',
      '1,lan,52.3,4.9,Frankfurt,50.1,8.7,12,6',
      '2,satellite,30,-97,Frankfurt,50.1,8.7,20,',
    ]
    const [one, two] = readHomes(file('homes.csv', rows.join('\n')))
    expect(one).toMatchObject({ access: 'lan', firstHopMs: 5, mislocated: false })
    expect(one?.servers).toMatchObject([{ name: 'Frankfurt', rttMs: 12 }])
    expect(two).toMatchObject({ firstHopMs: null, mislocated: true })
  })

  test('a first router that can only be the server itself says nothing of the line', () => {
    const rows = [
      homeHead,
      '1,cellular,35.7,51.4,Frankfurt,50.1,8.7,142,142',
      '2,cellular,35.7,51.4,Frankfurt,50.1,8.7,142,142',
      '2,cellular,35.7,51.4,Sydney,-33.9,151.2,310,54',
    ]
    const homes = readHomes(file('silent.csv', rows.join('\n')))
    expect(homes.map(({ firstHopMs }) => firstHopMs)).toEqual([null, 54])
  })

  test('an unknown kind of line is refused', () => {
    const path = file('dsl.csv', `${homeHead}\n1,dsl,1,1,A,1,1,5,1`)
    expect(() => readHomes(path)).toThrow(/got “dsl”/)
  })
})

describe('chance', () => {
  test('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, chanceOf(seed))
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })

  test('halves are about halves, and a name keeps its own', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `city ${String(i)}`)
    const fit = names.filter((name) => halfOf(name) === 'fit')
    expect(fit.length).toBeGreaterThan(440)
    expect(fit.length).toBeLessThan(560)
    expect(names.map(halfOf)).toEqual(names.map(halfOf))
  })

  test('some of a list are each there once', () => {
    const some = pickSome([1, 2, 3, 4], 3, chanceOf(3))
    expect(new Set(some).size).toBe(3)
    expect(pickSome([1, 2], 5, chanceOf(3))).toHaveLength(2)
  })
})

describe('vantages', () => {
  test.each(['0', '17', 'Frankfurt,,Tokyo', ''])('“%s” is refused', (text) => {
    expect(() => parseVantages(text)).toThrow(/--vantages: expected/)
  })

  test('are spread: the second is near those whom the first is far from', () => {
    const east = { name: 'east', lat: 0, lon: 100 }
    const west = { name: 'west', lat: 0, lon: -100 }
    const beside = { name: 'beside', lat: 1, lon: 100 }
    const places = [east, east, beside, west]
    expect(spread([east, beside, west], places, 2).map(({ name }) => name)).toEqual([
      'east',
      'west',
    ])
  })
})

describe('rates', () => {
  // Source: R 4.3, binom.test (computed 2026-11-25).
  test.each([
    [0, 10, 0, 0.3085],
    [5, 100, 0.0164, 0.1128],
    [10, 10, 0.6915, 1],
  ])('%i of %i: %f to %f', (k, n, low, high) => {
    const interval = clopperPearson(k, n)
    expect(interval[0]).toBeCloseTo(low, 4)
    expect(interval[1]).toBeCloseTo(high, 4)
  })

  test('a score that says nothing finds nothing; one that says all finds all', () => {
    const same = Array.from({ length: 1000 }, () => 1)
    expect(detectionAt(same, same)).toEqual([0, 0, 0, 0])
    expect(detectionAt(same, [2, 3])).toEqual([1, 1, 1, 1])
  })

  test('the cost of ratios: 1 for none, near 0 for right ones, more for wrong ones', () => {
    expect(cllr([0, 0], [0])).toBe(1)
    expect(cllr([-3], [3])).toBeLessThan(0.01)
    expect(cllr([3], [-3])).toBeGreaterThan(5)
  })
})

describe('the curve of an excess', () => {
  const chance = chanceOf(11)
  const near = () => chance() * 20 + chance() * 20 - 20
  const honest = Array.from({ length: 2000 }, (_, i) => ({
    value: near(),
    weight: 1,
    unit: `home ${String(i % 100)}`,
  }))
  const tunnelled = Array.from({ length: 2000 }, () => ({
    value: near() + 60 + chance() * 250,
    weight: 1,
    unit: 'tunnel',
  }))
  const { usualMs, bans, honest: units } = fitCurve('fixed', honest, tunnelled)

  test('never falls, stays below a review where honest lines are, and ends high', () => {
    const values = Array.from({ length: 100 }, (_, i) => valueAt(bans, i * 5 - 100))
    expect(values).toEqual([...values].sort((a, b) => a - b))
    expect(Math.max(...honest.map(({ value }) => valueAt(bans, value)))).toBeLessThan(0.5)
    expect(valueAt(bans, 200)).toBeGreaterThan(1)
  })

  test('speaks a little for soon answers, and not at all just below what is shown', () => {
    expect(valueAt(bans, -20)).toBeLessThan(-0.2)
    expect(valueAt(bans, usualMs)).toBeLessThan(0.02)
  })

  test('counts people, not readings', () => {
    expect(units.n).toBe(100)
  })
})

describe('npm run evaluate without files', () => {
  const run = promisify(execFile)
  const evaluate = (...flags: string[]) =>
    run('node_modules/.bin/tsx', ['lab/evaluate.ts', '--part', 'place', ...flags])

  test('four vantages: rows of the stable form; the honest are left alone, the far are found', async () => {
    const { stdout } = await evaluate('--vantages', '4', '--json')
    const rows = JSON.parse(stdout) as Record<string, string | number | boolean>[]
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual([
        ...['consistent', 'contradicted', 'honest', 'n', 'part'],
        ...['review', 'scenario', 'system', 'unclear'],
      ])
      const { n, consistent, unclear, review, contradicted } = row
      expect(Number(consistent) + Number(unclear) + Number(review) + Number(contradicted)).toBe(n)
    }
    const ours = rows.filter(({ system }) => system === 'ours')
    const homes = ours.filter(({ scenario }) => /wired home|Wi-Fi/.test(String(scenario)))
    expect(homes.map(({ review, contradicted }) => [review, contradicted])).toEqual([
      [0, 0],
      [0, 0],
    ])
    const far = ours.find(({ scenario }) => String(scenario).includes('beyond 5000 km'))
    expect(Number(far?.['review']) / Number(far?.['n'])).toBeGreaterThan(0.98)
    expect(ours.every(({ honest, contradicted }) => honest !== true || contradicted === 0)).toBe(
      true,
    )
  }, 60_000)

  test('more vantages than were kept, and all rows of no file, are refused', async () => {
    await expect(evaluate('--vantages', '5')).rejects.toThrow(/expected 1 to 4 where no files/)
    await expect(evaluate('--all')).rejects.toThrow(/--all: expected --pairs and --homes/)
  }, 60_000)

  test('one file alone, and another part, are refused with what was expected', async () => {
    await expect(evaluate('--pairs', 'x.csv')).rejects.toThrow(/expected --pairs FILE and --homes/)
    await expect(
      run('node_modules/.bin/tsx', ['lab/evaluate.ts', '--part', 'nonsense']),
    ).rejects.toThrow(/got “nonsense”/)
  }, 60_000)
})
