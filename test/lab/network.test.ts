/** The network laboratory: what needs no network. */
import { beforeAll, describe, expect, test } from 'vitest'
import { toCount } from '../../lab/network/count.ts'
import {
  addresses,
  BEACONS,
  behind,
  homes,
  HOME_LINE_MS,
  MAIN,
} from '../../lab/network/geography.ts'
import { listensOn, ownersOf } from '../../lab/network/leftovers.ts'
import { missingNeeds, type Machine } from '../../lab/network/needs.ts'
import { figuresOf, heardFrom } from '../../lab/network/readings.ts'
import { scenarios, scenariosNamed } from '../../lab/network/scenarios.ts'
import { figureLines, remarkLines, tableOf, type Tried } from '../../lab/network/table.ts'
import { claimOf, worst, type Run } from '../../lab/network/visit.ts'
import { distanceKm } from '../../src/core/geo.ts'
import { dueByPhysicsMs } from '../../src/core/least-by-vantage.ts'
import type { Signal } from '../../src/core/signals.ts'
import { excessCurve, expectedRoundTripMs } from '../../src/core/usual-path.ts'
import { lookups } from '../../src/lookups/index.ts'
import type { IpLocation, IpNetwork } from '../../src/usecases/lookups.ts'

describe('geography', () => {
  let locationOf: IpLocation
  let networkOf: IpNetwork

  beforeAll(async () => {
    locationOf = await lookups.ipLocation({ databases: ['dbip'] })
    networkOf = await lookups.ipNetwork()
  })

  test.each(behind)('who sits %d ms behind Austin has a home address where they are', (ms) => {
    const home = homes[ms]
    for (const lane of [0, 15]) {
      const address = addresses.person(home, lane)
      const location = locationOf(address)
      const [opinion] = 'value' in location ? location.value : []
      const { lat = 0, lon = 0 } = opinion ?? {}
      expect(distanceKm({ lat, lon }, home)).toBeLessThan(50)
      expect(opinion?.zone).toBe(home.zone)
      expect(networkOf(address)).toMatchObject({ value: { kind: 'home' } })
    }
  })

  test('no two lanes share an address', () => {
    const all = Array.from({ length: 16 }, (_, lane) => [
      ...behind.map((ms) => addresses.person(homes[ms], lane)),
      ...[addresses.exit(lane), addresses.exitHop(lane), addresses.personHop(lane)],
      ...addresses.tunnel(lane),
    ]).flat()
    expect(new Set(all).size).toBe(all.length)
  })

  test.each(behind)('%d ms behind Austin the whole way is possible, and usual', (ms) => {
    const home = homes[ms]
    const ways = [MAIN, ...BEACONS].map((server) => ({
      server,
      rttMs: server.rttMs + HOME_LINE_MS + ms,
    }))
    for (const { server, rttMs } of ways) {
      expect(rttMs).toBeGreaterThan(dueByPhysicsMs(server, home))
    }
    const nearestKm = Math.min(...ways.map(({ server }) => distanceKm(server, home)))
    const excess = Math.min(
      ...ways.map(({ server, rttMs }) => rttMs - expectedRoundTripMs(server, home)),
    )
    expect(excess).toBeLessThan(excessCurve('fixed', ways.length, nearestKm).usualMs)
  })
})

describe('scenarios', () => {
  test('each has a name of its own', () => {
    const names = scenarios.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('at eight runs each, 200 and more count', () => {
    expect(8 * scenarios.filter(({ part }) => part !== 'shown').length).toBeGreaterThanOrEqual(200)
  })

  test('proxies that count are 40 ms and more from their user, with the same delays as the honest', () => {
    const delays = (part: string) =>
      new Set(scenarios.filter((one) => one.part === part).map(({ behindMs }) => behindMs))
    expect([...delays('proxy')].sort((a, b) => a - b)).toEqual([40, 110, 200])
    for (const ms of delays('proxy')) expect(delays('honest')).toContain(ms)
  })

  test('the honest claim where they are, the others where the exit is', () => {
    for (const scenario of scenarios) {
      const own = homes[scenario.behindMs]
      expect(claimOf(scenario)).toBe(scenario.part === 'honest' ? own : homes[0])
    }
  })

  test('are chosen by a part of their name', () => {
    expect(scenariosNamed('shadowsocks, 40').map(({ name }) => name)).toEqual([
      'Shadowsocks, 40 ms',
      'Shadowsocks, 40 ms, jitter 5 ms',
    ])
    expect(() => scenariosNamed('carrier pigeon')).toThrow(
      /expected a part of a scenario’s name, got “carrier pigeon”.*direct, 0 ms/,
    )
  })
})

describe('needs', () => {
  const machine: Machine = { platform: 'linux', uid: 0, hasTun: true, has: () => true }

  test('nothing is missing where all is there', () => {
    expect(missingNeeds(machine)).toEqual([])
  })

  test('all that is missing is named at once, with the packages', () => {
    const poor = { ...machine, uid: 1000, hasTun: false, has: (name: string) => /^ip$/.test(name) }
    const [root, tun, programs] = missingNeeds(poor)
    expect(root).toBe('expected root, got user 1000')
    expect(tun).toContain('/dev/net/tun')
    expect(programs).toMatch(/ss-server, ss-local.*lab\/install-debian\.sh.*shadowsocks-libev/)
    expect(programs).not.toMatch(/shadowsocks-libev.*shadowsocks-libev|\bip,|iproute2/)
  })

  test('elsewhere than on Linux nothing else is said', () => {
    expect(missingNeeds({ ...machine, platform: 'darwin', uid: 501 })).toEqual([
      'expected Linux, got darwin',
    ])
  })
})

test('a table of sockets says which ports are listened on', () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue
   0: 0100007F:0438 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1
   1: 0100007F:22B8 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 2`
  expect(listensOn(table, 1080)).toBe(true)
  // Connected only.
  expect(listensOn(table, 8888)).toBe(false)
  expect(listensOn('', 1080)).toBe(false)
})

test('what a killed run left tells whose it was', () => {
  expect(ownersOf(['wblab41-core', 'wblab41-exit0', 'wblab7-Xy2', 'core', 'my-wblab9-x'])).toEqual([
    41, 7,
  ])
})

test('a count is a whole number in its bounds', () => {
  expect(toCount('--runs', '8', 1000)).toBe(8)
  for (const text of ['0', '1001', '2.5', '-1', '', '1e2']) {
    expect(() => toCount('--runs', text, 1000)).toThrow(`--runs: expected 1 to 1000, got “${text}”`)
  }
})

const server = { at: 0, source: 'server' } as const
const [ashburn, angeles] = BEACONS.map(({ id, name, lat, lon }) => ({ id, name, lat, lon }))

function layers(
  vantage: typeof ashburn,
  echoMinMs: number,
  kernelMinMs: number,
  helloGapMs: number | null,
): Signal {
  const value = { vantage: vantage ?? null, echoMinMs, kernelMinMs, helloGapMs }
  return {
    ...server,
    name: 'layers',
    value: { ...value, flightExtraMs: helloGapMs, sendMss: 1448, connections: 2 },
  }
}

function echoes(vantage: typeof ashburn, minMs: number, count = 10): Signal {
  const sum = { minMs, medianMs: minMs, p90Ms: minMs, jitterMs: 0, count }
  return { ...server, name: 'echoes', value: { vantage: vantage ?? null, ...sum } }
}

describe('figures', () => {
  test('are the least of all servers; page and connection those of the soonest', () => {
    const signals = [
      layers(ashburn, 84, 43, 39),
      layers(angeles, 88, 48.5, null),
      layers(ashburn, 83, 42.5, 40),
      echoes(ashburn, 83),
      echoes(angeles, 88),
    ]
    const figures = figuresOf(signals, homes[0])
    expect(figures).toMatchObject({ echoMs: 83, kernelMs: 42.5, splitMs: 39.5, gapMs: 39 })
    expect(figures).toMatchObject({ flightMs: 39, mss: 1448 })
    const due = BEACONS.slice(0, 2).map((beacon) => expectedRoundTripMs(beacon, homes[0]))
    expect(figures.excessMs).toBeCloseTo(Math.min(83 - (due[0] ?? 0), 88 - (due[1] ?? 0)))
  })

  test('are null where nothing was read', () => {
    const unsupported: Signal = { ...server, name: 'layers', why: 'unsupported' }
    const none = { echoMs: null, kernelMs: null, splitMs: null, gapMs: null, flightMs: null }
    expect(figuresOf([unsupported], homes[0])).toEqual({ ...none, mss: null, excessMs: null })
  })

  test('a server has heard of a page once its burst is whole', () => {
    const signals = [echoes(ashburn, 83, 9), echoes(angeles, 88), echoes(angeles, 87)]
    expect(heardFrom(signals, 10)).toEqual(['lax'])
  })
})

test('the worst state counts', () => {
  expect(worst(['consistent', 'review', 'unclear'])).toBe('review')
  expect(worst(['unclear'])).toBe('unclear')
})

describe('what is shown', () => {
  const [honest, proxy] = (['honest', 'proxy'] as const).map((part) =>
    scenarios.find((scenario) => scenario.part === part),
  )
  if (honest === undefined || proxy === undefined) throw new Error('expected both, got less')
  const run = (scenario: string, splitMs: number, place: Run['place'], against: string[]): Run => ({
    scenario,
    figures: figuresOf([layers(ashburn, 50 + splitMs, 50, 0.2), echoes(ashburn, 50)], homes[0]),
    place,
    bans: place === 'review' ? 1.2 : 0.05,
    against,
    tookS: 2,
  })
  const split = ['layer-split: split']
  const tried: Tried[] = [
    {
      scenario: honest,
      runs: [
        run(honest.name, 0.5, 'consistent', []),
        run(honest.name, 1.5, 'review', ['round-trip-excess: late']),
        run(honest.name, 1, 'unclear', []),
      ],
      failures: ['the page did not come'],
    },
    {
      scenario: proxy,
      runs: [
        run(proxy.name, 40, 'review', split),
        run(proxy.name, 41, 'contradicted', split),
        run(proxy.name, 5, 'unclear', ['packet-size: tunnel-size']),
        run(proxy.name, 42, 'review', split),
      ],
      failures: [],
    },
  ]

  test('a row has medians, the span of splits, and a count of each state', () => {
    const [heads = [], first = [], second = []] = tableOf(tried)
    const row = (cells: string[]) => Object.fromEntries(heads.map((head, i) => [head, cells[i]]))
    expect(row(first)).toMatchObject({
      ...{ scenario: honest.name, n: '3', page: '51.0', kernel: '50.0', split: '1.0' },
      ...{ 'split least–most': '0.5–1.5', MSS: '1448', failed: '1' },
      ...{ consistent: '1', unclear: '1', review: '1', contradicted: '0' },
    })
    expect(row(second)).toMatchObject({ n: '4', split: '40.0', 'split least–most': '5.0–42.0' })
    expect(row(second)).toMatchObject({ review: '2', contradicted: '1', failed: '0' })
  })

  test('a scenario in which every run failed has dashes', () => {
    const [, row] = tableOf([{ scenario: honest, runs: [], failures: ['no', 'no'] }])
    expect(row).toEqual([honest.name, '0', ...Array<string>(8).fill('–'), '0', '0', '0', '0', '2'])
  })

  test('rates have their interval, and what was not tried says so', () => {
    const [found, alarms, clear, falseClear] = figureLines(tried)
    expect(found).toContain('found: 3 of 4 = 75.0 % (95 %: 19.4 %–99.4 %)')
    expect(alarms).toContain('1 of 3 = 33.3 % (95 %: 0.8 %–90.6 %)')
    expect(clear).toContain('3 of 4')
    expect(falseClear).toContain('0 of 3')
    expect(figureLines(tried.slice(0, 1))[0]).toMatch(/not tried/)
  })

  test('every false alarm, every miss and every failure is named', () => {
    expect(remarkLines(tried)).toEqual([
      `${honest.name}: review by round-trip-excess: late`,
      `${honest.name}: failed: the page did not come`,
      `${proxy.name}: unclear at 0.05 bans, against: packet-size: tunnel-size`,
    ])
  })
})
