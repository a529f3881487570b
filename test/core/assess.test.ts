/** From signals to a verdict: the rows of the product's examples that today's signals can make, tunnels and coverage. */
import { describe, expect, test } from 'vitest'
import { assess, type Assessment } from '../../src/core/assess.ts'
import { checks } from '../../src/core/checks/index.ts'
import { NOTHING_DECLARED, type Declared } from '../../src/core/claim.ts'
import type { NetworkKind, Signal, Vantage } from '../../src/core/signals.ts'
import { policy } from '../../src/core/weights.ts'

const MINUTE = 60_000
const startAt = Date.UTC(2026, 10, 23, 21)
const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.27,
  lon: -97.74,
  zone: 'America/Chicago',
}
const dallas = { country: 'US', lat: 32.78, lon: -96.8, zone: 'America/Chicago' }
const bucharest = { country: 'RO', lat: 44.43, lon: 26.1, zone: 'Europe/Bucharest' }
const frankfurt = { id: 'fra', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
const ashburn = { id: 'iad', name: 'Ashburn', lat: 39.04, lon: -77.49 }

interface Echoes {
  minMs: number
  vantage: Vantage | null
  spanMs?: number
}

interface Round {
  at?: typeof dallas
  kind?: NetworkKind
  zone?: string
  echoes?: Echoes | Echoes[]
  declared?: Partial<Declared>
  endAt?: number
}

/** Judges a round of somebody who states Austin; without being told otherwise, one at home whose server is nowhere. */
function judged({
  at = dallas,
  kind = 'home',
  zone = 'America/Chicago',
  echoes,
  declared = {},
  endAt,
}: Round = {}): Assessment {
  const head = { at: startAt + 5 * MINUTE, source: 'server' } as const
  const databases = [
    { database: 'DB-IP City Lite', builtOn: '2026-06-05' },
    { database: 'GeoLite2 City', builtOn: '2023-11-15' },
  ]
  const signals: Signal[] = [
    { name: 'claimedPlace', at: startAt, source: 'record', value: austin },
    {
      name: 'declared',
      at: startAt,
      source: 'human',
      value: { ...NOTHING_DECLARED, ...declared },
    },
    { ...head, name: 'addressLocations', value: databases.map((from) => ({ ...from, ...at })) },
    {
      ...head,
      name: 'addressNetworks',
      value: {
        kind,
        asn: 64_500,
        organisation: 'Example Net',
        operator: null,
        list: 'X4BNet',
        builtOn: '2026-08-22',
      },
    },
    { name: 'browserZone', at: head.at, source: 'page', value: zone },
    ...[echoes ?? []].flat().map(
      (one) =>
        ({
          ...head,
          name: 'echoes',
          value: { medianMs: one.minMs, p90Ms: one.minMs, jitterMs: 0, count: 10, ...one },
        }) as const,
    ),
  ]
  const end = endAt === undefined ? {} : { endAt }
  return assess({ signals, startAt, ...end, asked: ['place'] }, checks, policy)
}

const bansOf = ({ evidence }: Assessment, check: string) =>
  evidence.find((item) => item.check === check)?.bans
const groupsOf = ({ verdict }: Assessment) =>
  Object.fromEntries(verdict.axes.place.groups.map(({ group, bans }) => [group, bans]))

describe('the place', () => {
  test('honest, undeclared VPN with a near exit: the kind of network alone, unclear', () => {
    const round = judged({ kind: 'vpn' })
    expect(groupsOf(round)).toEqual({ address: 0.3 })
    expect(round.verdict.overall).toBe('unclear')
  })

  test('abroad, openly: address and clock speak together', () => {
    const round = judged({ at: bucharest, zone: 'Europe/Bucharest' })
    expect(groupsOf(round)).toEqual({ address: 1, clock: 0.4 })
    expect(round.verdict.overall).toBe('review')
  })

  test('abroad behind an address that looks like a home in Austin: the clock alone stays unclear', () => {
    const round = judged({ zone: 'Europe/Bucharest' })
    expect(groupsOf(round)['clock']).toBeCloseTo(0.4 + 0.3 / 4, 9)
    expect(round.verdict.overall).toBe('unclear')
  })

  test('one address that both databases put wrong is no contradiction by itself', () => {
    const round = judged({ at: bucharest })
    expect(groupsOf(round)).toEqual({ address: 1, clock: 0.3 })
    expect(round.verdict.overall).toBe('review')
  })

  test('a phone in Austin with a card from Romania: a question, no contradiction', () => {
    const slow = { at: bucharest, echoes: { minMs: 330, vantage: ashburn } }
    expect(judged(slow).verdict.overall).toBe('contradicted')
    expect(judged({ ...slow, kind: 'mobile' }).verdict.overall).toBe('review')
  })

  test('at home in Dallas for Austin: nothing speaks against it', () => {
    expect(groupsOf(judged())).toEqual({})
  })
})

describe('one tunnel, one cause', () => {
  const silent = ['country-vs-address', 'place-vs-address', 'zone-vs-address']

  test.each(['vpn', 'tor', 'relay', 'gateway', 'hosting'] as const)(
    'behind %s neither the address nor its zone weighs',
    (kind) => {
      const round = judged({ at: bucharest, kind })
      expect(silent.map((check) => bansOf(round, check))).toEqual([0, 0, 0])
      expect(round.verdict.axes.place.state).toBe('unclear')
    },
  )

  test.each(['home', 'mobile', 'satellite', 'education'] as const)(
    '%s is no tunnel: the country weighs',
    (kind) => {
      expect(bansOf(judged({ at: bucharest, kind }), 'country-vs-address')).toBe(1)
    },
  )

  test('a declared VPN likewise, and its kind of network is expected', () => {
    const round = judged({ at: bucharest, kind: 'vpn', declared: { vpn: true } })
    expect(groupsOf(round)).toEqual({})
    expect(round.verdict.axes.place.state).toBe('unclear')
  })

  test('the zone of the device against the stated place keeps its weight', () => {
    expect(bansOf(judged({ kind: 'vpn', zone: 'Europe/Bucharest' }), 'zone-vs-claim')).toBe(0.4)
  })

  test.each([
    ['vpn', /known VPN \(Example Net\).*one minute without it, where the employer allows it/],
    ['tor', /Tor network.*one minute in an ordinary browser/],
    ['hosting', /data centre.*where the employer allows it/],
    ['gateway', /company gateway.*where the employer allows it/],
    ['relay', /privacy relay.*switched off/],
  ] as const)('coverage says what %s is, and what to ask for', (kind, line) => {
    const { missing, tunnel } = judged({ kind }).verdict.axes.place.coverage
    expect(tunnel).toMatch(line)
    expect(missing).toContain(tunnel)
  })

  test('a declaration is named before what was found', () => {
    const { tunnel } = judged({ kind: 'relay', declared: { vpn: true } }).verdict.axes.place
      .coverage
    expect(tunnel).toMatch(/^a VPN was declared.*where the employer allows it$/)
  })

  test('no tunnel, no line', () => {
    expect(judged().verdict.axes.place.coverage).not.toHaveProperty('tunnel')
  })
})

describe('coverage', () => {
  const missingOf = (round: Round, axis: 'place' | 'continuity' = 'place') =>
    judged(round).verdict.axes[axis].coverage.missing.join('; ')

  test('a server that does not know where it is says what to set, and measures no path', () => {
    const round = { echoes: { minMs: 31, vantage: null } }
    expect(missingOf(round)).toMatch(/set SERVER_LOCATION/)
    const floor = judged(round).evidence.find(({ check }) => check === 'round-trip-floor')
    expect(floor).toMatchObject({ outcome: 'not-applicable', bans: 0 })
  })

  test('too few echoes are not the fault of a setting', () => {
    expect(missingOf({})).toMatch(/fewer than 10 round-trip times/)
    expect(missingOf({})).not.toMatch(/SERVER_LOCATION/)
    expect(missingOf({ echoes: { minMs: 110, vantage: frankfurt } })).not.toMatch(/round-trip/)
  })

  test('servers that cannot both be where they say measure no path, so that nothing is called consistent', () => {
    const echoes = [
      { minMs: 12, vantage: frankfurt },
      { minMs: 12, vantage: ashburn },
    ]
    expect(judged({ echoes }).verdict.axes.place.state).toBe('unclear')
    expect(missingOf({ echoes })).toMatch(/look at SERVER_LOCATION and BEACONS/)
    const sound = { ...ashburn, id: 'iad2' }
    const third = [...echoes, { minMs: 46, vantage: sound }]
    expect(missingOf({ echoes: third })).not.toMatch(/SERVER_LOCATION/)
  })

  test('a remote desktop, declared, explains a late answer, and then nothing is called consistent', () => {
    const late = { echoes: { minMs: 268, vantage: ashburn } }
    expect(judged(late).verdict.axes.place.state).toBe('review')
    const round = { ...late, declared: { remoteDesktop: true } }
    expect(judged(round).verdict.axes.place).toMatchObject({ state: 'unclear', bans: 0 })
    expect(missingOf(round)).toMatch(/^where the person is, because a remote desktop was declared/)
    const near = { echoes: { minMs: 46, vantage: ashburn } }
    expect(judged(near).verdict.axes.place.state).toBe('consistent')
  })

  test('continuity needs a device key, and half of the window, which its end tells', () => {
    const seen = (minutes: number) => ({
      echoes: { minMs: 110, vantage: frankfurt, spanMs: minutes * MINUTE },
    })
    expect(missingOf(seen(5), 'continuity')).toBe(
      'no device key was seen from Continue to Join; the window is not over, and there is no record of the call',
    )
    expect(missingOf({ ...seen(5), endAt: startAt + 45 * MINUTE }, 'continuity')).toBe(
      'no device key was seen from Continue to Join; the page answered for less than half of the window, and there is no record of the call',
    )
    expect(missingOf({ ...seen(5), endAt: startAt + 10 * MINUTE }, 'continuity')).toBe(
      'no device key was seen from Continue to Join',
    )
  })

  test('how much was seen is a finding without weight, once the window is over', () => {
    const echoes = { minMs: 110, vantage: frankfurt, spanMs: 4 * MINUTE }
    const found = (endAt?: number) =>
      judged({ echoes, ...(endAt === undefined ? {} : { endAt }) }).evidence.find(
        ({ check }) => check === 'session-coverage',
      )
    expect(found()).toMatchObject({ outcome: 'not-applicable' })
    expect(found(startAt + 45 * MINUTE)).toMatchObject({
      outcome: 'contradictory',
      level: 'less-than-half',
      bans: 0,
      facts: { windowMin: 45, observedMin: 4 },
    })
  })
})
