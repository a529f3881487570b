/** Arbitrary rounds of a candidate who states Austin: every signal that a check looks at, with values near each border. */
import fc from 'fast-check'
import { assess, type Assessment } from '../../src/core/assess.ts'
import { checks } from '../../src/core/checks/index.ts'
import { NOTHING_DECLARED, type Declared } from '../../src/core/claim.ts'
import {
  networkKinds,
  parseSignal,
  type AddressNetwork,
  type NetworkKind,
  type Signal,
} from '../../src/core/signals.ts'
import type { Source } from '../../src/core/signal-definition.ts'
import { policy } from '../../src/core/weights.ts'
import { controlReadings } from './_control-readings.ts'

/** Start of the window. */
export const startAt = Date.parse('2026-11-23T21:00:00Z')

const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.27,
  lon: -97.74,
  zone: 'America/Chicago',
}
const zones = [
  'America/Chicago',
  'America/Denver',
  'Europe/Bucharest',
  'UTC',
  'Asia/Kolkata',
  'Nowhere/Land',
]
const zone = fc.constantFrom(...zones)
const at = fc.integer({ min: startAt, max: startAt + 3_600_000 })
const where = fc.constantFrom(
  { country: 'US', lat: 32.78, lon: -96.8, zone: 'America/Chicago' },
  { country: 'US', lat: 47.61, lon: -122.33, zone: 'America/Los_Angeles', radiusKm: 1000 },
  { country: 'US', lat: 42.36, lon: -71.06, zone: 'America/New_York' },
  // Between what a carrier and what a home line is allowed.
  { country: 'US', lat: 39.74, lon: -104.99, zone: 'America/Denver' },
  { country: 'US' },
  { country: 'RO', lat: 44.43, lon: 26.1, zone: 'Europe/Bucharest' },
  { country: 'PT', lat: 38.72, lon: -9.13, zone: 'Europe/Lisbon' },
)
const location = fc
  .tuple(fc.constantFrom('DB-IP City Lite', 'GeoLite2 City'), where)
  .map(([database, place]) => ({ database, builtOn: '2026-06-05', ...place }))
const system = fc.constantFrom('Windows', 'macOS', 'Android', 'Linux', 'iOS')
const brands = fc.constantFrom([], [{ brand: 'Chromium', version: '140' }])

/** A network of a kind, of one of three systems or of none. */
export function network(kind: NetworkKind, asn: number | null = 7922): AddressNetwork {
  return {
    kind,
    asn,
    organisation: 'Example Net',
    operator: null,
    list: 'example list',
    builtOn: '2026-08-22',
  }
}

const echoes = fc
  .record({
    vantage: fc.constantFrom(
      { id: 'fra', name: 'Frankfurt', lat: 50.11, lon: 8.68 },
      { id: 'iad', name: 'Ashburn', lat: 39.04, lon: -77.49 },
      null,
    ),
    minMs: fc.integer({ min: 1, max: 400 }),
    spanMs: fc.constantFrom(0, 50_000, 1_800_000),
  })
  .map(({ minMs, ...echo }) => ({
    ...echo,
    minMs,
    medianMs: minMs,
    p90Ms: minMs,
    jitterMs: 0,
    count: 10,
  }))

/** Values of each signal, and who tells it. */
const values: readonly [string, Source, fc.Arbitrary<unknown>][] = [
  ['address', 'server', fc.constantFrom('203.0.113.7', '2001:db8::7')],
  ['addressLocations', 'server', fc.array(location, { minLength: 1, maxLength: 2 })],
  [
    'addressNetworks',
    'server',
    fc
      .tuple(fc.constantFrom(...networkKinds), fc.constantFrom(7922, 8708, null))
      .map(([kind, asn]) => network(kind, asn)),
  ],
  ['echoes', 'server', echoes],
  [
    'userAgent',
    'server',
    fc.record({
      browser: fc.constantFrom('Chrome 140', 'Firefox 140', 'Mobile Safari 18', null),
      os: system,
      device: fc.constantFrom('desktop', 'phone'),
      headless: fc.boolean(),
    }),
  ],
  [
    'hintHeaders',
    'server',
    fc.record({ brands, platform: system, mobile: fc.constantFrom(true, false, null) }),
  ],
  [
    'secondBrowser',
    'server',
    fc.record({ country: fc.constantFrom('PT', null), sameNetwork: fc.boolean() }),
  ],
  ['browserZone', 'page', zone],
  [
    'browserClock',
    'page',
    fc.record({
      zone,
      year: fc.constant(2026),
      offsetsMin: fc.constantFrom(-360, -300, 0, 480).map((offset) => Array(12).fill(offset)),
    }),
  ],
  [
    'clientHints',
    'page',
    fc.record({
      brands,
      mobile: fc.boolean(),
      platform: system,
      platformVersion: fc.constant(null),
      architecture: fc.constant('x86'),
      bitness: fc.constant('64'),
      model: fc.constant(null),
    }),
  ],
  ...controlReadings,
  ['focus', 'page', fc.constantFrom('focused', 'blurred')],
  ['visibility', 'page', fc.constantFrom('visible', 'hidden')],
  [
    'callPresence',
    'platform',
    fc.record({
      platform: fc.constant('discord'),
      event: fc.constantFrom('joined', 'left', 'lost'),
      exact: fc.boolean(),
    }),
  ],
  [
    'phone',
    'record',
    fc.record({
      valid: fc.boolean(),
      country: fc.constantFrom('US', 'PT', null),
      kind: fc.constantFrom('mobile', 'toll-free', 'voip'),
      area: fc.constantFrom('Austin, TX', null),
    }),
  ],
  [
    'declared',
    'human',
    fc.record({
      travel: fc.boolean(),
      vpn: fc.boolean(),
      remoteDesktop: fc.boolean(),
      assistive: fc.boolean(),
    }),
  ],
]

/** One signal; of the names given, or of any. */
export function signalOf(allowed?: readonly string[]): fc.Arbitrary<Signal> {
  const wanted = values.filter(([name]) => allowed?.includes(name) ?? true)
  return fc.oneof(
    ...wanted.map(([name, source, value]) =>
      fc.tuple(value, at).map(([v, when]) => {
        const parsed = parseSignal({ name, source, value: v, at: when })
        if (parsed === undefined || !('value' in parsed)) {
          throw new Error(`expected a signal with a value, got ${name}: ${JSON.stringify(v)}`)
        }
        return parsed
      }),
    ),
  )
}

/** Names of the signals that rounds are made of. */
export const names = values.map(([name]) => name)

/** What was stated; the latest statement counts, so a test that adds one adds to the others. */
export function declaring(signals: readonly Signal[], what: Partial<Declared>): Signal {
  const known = signals
    .filter((signal) => signal.name === 'declared')
    .sort((a, b) => a.at - b.at)
    .flatMap((signal) => ('value' in signal ? [signal.value] : []))
    .at(-1)
  const value = { ...(known ?? NOTHING_DECLARED), ...what }
  return { name: 'declared', at: startAt + 3_600_001, source: 'human', value }
}

/** Judges a round of that candidate. `endAt` once the window is over. */
export function judge(signals: readonly Signal[], endAt?: number): Assessment {
  const stated: Signal = { name: 'claimedPlace', at: startAt, source: 'record', value: austin }
  const end = endAt === undefined ? {} : { endAt }
  return assess(
    { signals: [stated, ...signals], startAt, ...end, asked: ['place'] },
    checks,
    policy,
  )
}
