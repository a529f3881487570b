/** Every signal with values that use all of its words, and every reason why there is none. */
import { networkKinds, absences, signalNames, signals } from '../../src/core/signals.ts'
import type { Signal, SignalName, SignalValue } from '../../src/core/signals.ts'

const at = Date.parse('2026-11-23T21:05:00Z')
const vantage = { id: 'main', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
const brands = [
  { brand: 'Google Chrome', version: '156' },
  { brand: 'Chromium', version: '156' },
]
const austin = { country: 'US', city: 'Austin', lat: 30.27, lon: -97.74 }
const locations = [
  { database: 'DB-IP City Lite', builtOn: '2026-06-05', ...austin },
  { database: 'GeoLite2 City', builtOn: '2023-11-15', country: 'PT', radiusKm: 20 },
]
const network = {
  kind: 'home' as const,
  asn: 7018,
  organisation: 'AT&T Enterprises',
  operator: null,
  list: 'our table of mobile networks',
  builtOn: '2026-08-22',
}
const side = { address: '203.0.113.8', sameNetwork: false, locations, network }
const phone = { valid: true, country: 'US', area: 'Austin, TX' }

const values: { readonly [N in SignalName]: readonly SignalValue<N>[] } = {
  claimedPlace: [
    { label: 'Austin', country: 'US', lat: 30.27, lon: -97.74, zone: 'America/Chicago' },
  ],
  declared: [
    { travel: true, vpn: true, remoteDesktop: true, assistive: true },
    { travel: false, vpn: false, remoteDesktop: false, assistive: false },
  ],
  phone: [
    ...(
      [
        'fixed',
        'mobile',
        'fixed-or-mobile',
        'voip',
        'toll-free',
        'premium',
        'other',
        'unknown',
      ] as const
    ).map((kind) => ({ ...phone, kind })),
    { valid: false, country: null, kind: 'unknown', area: null },
  ],
  address: ['203.0.113.7'],
  addressLocations: [locations],
  addressNetworks: networkKinds.map((kind) => ({ ...network, kind })),
  echoes: [{ vantage, minMs: 31.04, medianMs: 32, p90Ms: 40, jitterMs: 1, count: 10 }],
  layers: [
    {
      vantage,
      echoMinMs: 31,
      kernelMinMs: 30.6,
      helloGapMs: 1.26,
      flightExtraMs: null,
      sendMss: null,
      connections: 1,
    },
  ],
  udpAddress: [side],
  familyAddress: [{ ...side, address: '2001:db8::8', locations: [] }],
  userAgent: [
    ...(['desktop', 'phone', 'tablet'] as const).map((device) => ({
      browser: 'Chrome 156',
      os: 'macOS',
      device,
      headless: true,
    })),
    { browser: null, os: null, device: 'other', headless: false },
  ],
  hintHeaders: [{ brands, platform: 'Windows', mobile: true }],
  secondBrowser: [
    { country: 'PT', sameNetwork: false },
    { country: 'KP', sameNetwork: true },
  ],
  browserZone: ['America/Chicago', 'Nowhere/Land'],
  browserClock: [
    [-360, -360, -360, -300, -300, -300, -300, -300, -300, -300, -300, -360],
    [330, 330, 330, 330, 330, 330, 330, 330, 330, 330, 330, 330],
    [60, 60, 0, 60, 60, 60, 60, 60, 60, 60, 60, 60],
  ].map((offsetsMin) => ({ zone: 'Etc/GMT', year: 2026, offsetsMin })),
  clockSkewMs: [0, -45_000, 60_000, 7_200_000, -3 * 86_400_000],
  webdriver: [true, false],
  screen: [{ width: 1512, height: 982, pixelRatio: 1.25 }],
  device: [{ cores: 8, memoryGb: 8, touchPoints: 1, platform: 'MacIntel' }],
  clientHints: [
    {
      brands,
      mobile: true,
      platform: 'Android',
      platformVersion: '16.0.0',
      architecture: 'x86',
      bitness: '64',
      model: 'Pixel 10',
    },
  ],
  renderer: [{ vendor: 'Google Inc. (Apple)', renderer: 'ANGLE (Apple M1)' }],
  focus: ['focused', 'blurred'],
  visibility: ['visible', 'hidden'],
  network: ['online', 'offline', 'changed'],
  pointer: [
    { gaps: 1240, gapP10Ms: 8, gapMedianMs: 16, burstShare: 0, jumpShare: 0, wholeShare: null },
  ],
  keys: [{ presses: 14, dwellMedianMs: 92, shortShare: 0, codelessShare: 0, gridShare: 0 }],
  frames: [{ count: 600, medianMs: 16.7, p95Ms: 18 }],
  realm: [
    { differences: [] },
    { differences: ['Date', 'worker: time zone', 'navigator.platform'] },
  ],
  controlCheck: [
    {
      asynchronyMs: -12,
      tempi: [
        { tempoMs: 550, asynchronyMs: -12, spreadMs: 20, taps: 30 },
        { tempoMs: 700, asynchronyMs: -12, spreadMs: 20, taps: 24 },
      ],
      reaction: { count: 8, medianMs: 270, p20Ms: 240, falseStarts: 0 },
      startUpMs: null,
      evennessMs: 10,
      input: 'key',
      frameMs: 16.7,
    },
  ],
  controlExtra: [
    {
      asynchronyMs: -10,
      spreadMs: 20,
      taps: 60,
      ssd50Ms: 210,
      errorMs: 12,
      trials: 20,
      held: 11,
      jumps: null,
      input: 'key',
      frameMs: 16.7,
    },
  ],
  joined: [true],
  callPresence: (['joined', 'left', 'lost'] as const).flatMap((event) =>
    [true, false].map((exact) => ({ platform: 'discord' as const, event, exact })),
  ),
}

/** All of them, in the order of the signals. */
export const everyReading: readonly Signal[] = signalNames.flatMap((name, i) => {
  const source = signals[name].from[0]
  const head = { name, at: at + i * 1000, source }
  const said = values[name].map((value) => ({ ...head, value }) as Signal)
  return [...said, ...absences.map((why) => ({ ...head, why }) as Signal)]
})
