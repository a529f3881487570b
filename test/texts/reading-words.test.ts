import { describe, expect, test } from 'vitest'
import { attributionsOf } from '../../src/core/attributions.ts'
import {
  absences,
  signalNames,
  type Signal,
  type SignalName,
  type SignalValue,
} from '../../src/core/signals.ts'
import { catalogue } from '../../src/texts/catalogue.ts'
import { languages } from '../../src/texts/languages.ts'
import { browserWords, readingWords } from '../../src/texts/reading-words.ts'
import { everyReading } from './_readings.ts'

/** A reading in words. */
function words<N extends SignalName>(name: N, value: SignalValue<N>): string {
  return readingWords({ name, at: 0, source: 'page', value } as Signal, 'en')
}

describe('a clock', () => {
  const clock = (offsetsMin: number[]) =>
    words('browserClock', { zone: 'Etc/GMT', year: 2026, offsetsMin })
  /** Twelve months: some of the first offset, some of the second, the rest of the first again. */
  const months = (first: number, before: number, second: number, during: number) =>
    Array.from({ length: 12 }, (_, m) => (m >= before && m < before + during ? second : first))

  test.each([
    ['Chicago', months(-360, 3, -300, 8), 'UTC−6 in winter, UTC−5 in summer'],
    ['Sydney', months(660, 4, 600, 6), 'UTC+10 in winter, UTC+11 in summer'],
    ['St. John’s', months(-210, 3, -150, 8), 'UTC−3:30 in winter, UTC−2:30 in summer'],
    ['Kolkata', months(330, 0, 330, 0), 'UTC+5:30 all year'],
    ['Reykjavík', months(0, 0, 0, 0), 'UTC all year'],
    [
      'Casablanca, where one month differs',
      months(60, 2, 0, 1),
      'UTC+1 from January to February, UTC in March, UTC+1 from April to December',
    ],
    [
      'Almaty in the year it moved',
      months(300, 0, 360, 3),
      'UTC+6 from January to March, UTC+5 from April to December',
    ],
  ])('of %s', (_, offsetsMin, expected) => {
    expect(clock(offsetsMin)).toBe(expected)
  })
})

test.each([
  [0, 'less than a second'],
  [-999, 'less than a second'],
  [1_000, '1 second ahead of ours'],
  [-45_000, '45 seconds behind ours'],
  [600_000, '10 minutes ahead of ours'],
  [7_199_000, '2 hours ahead of ours'],
  [-3 * 86_400_000, '3 days behind ours'],
])('a clock that is %i ms apart', (ms, expected) => {
  expect(words('clockSkewMs', ms)).toBe(expected)
})

const vantage = { id: 'main', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
const brands = [
  { brand: 'Google Chrome', version: '156' },
  { brand: 'Chromium', version: '156' },
]
const values: readonly { name: SignalName; expected: string; said: string }[] = [
  {
    name: 'echoes',
    said: words('echoes', {
      vantage,
      minMs: 31.04,
      medianMs: 32,
      p90Ms: 40,
      jitterMs: 1,
      count: 10,
    }),
    expected: 'least 31 ms of 10, to Frankfurt',
  },
  {
    name: 'echoes',
    said: words('echoes', {
      vantage: null,
      minMs: 1.26,
      medianMs: 2,
      p90Ms: 4,
      jitterMs: 1,
      count: 6,
    }),
    expected: 'least 1.3 ms of 6',
  },
  {
    name: 'addressNetworks',
    said: words('addressNetworks', {
      kind: 'home',
      asn: 701,
      organisation: 'Verizon',
      operator: null,
      list: 'X4B list of VPN networks',
      builtOn: '2026-08-22',
    }),
    expected: 'Verizon (AS701), a home or office line (X4B of 22 Aug 2026)',
  },
  {
    name: 'addressNetworks',
    said: words('addressNetworks', {
      kind: 'relay',
      asn: null,
      organisation: null,
      operator: 'iCloud Private Relay',
      list: 'Apple’s list of Private Relay',
      builtOn: '2026-08-22',
    }),
    expected: 'iCloud Private Relay, a privacy relay (Apple of 22 Aug 2026)',
  },
  {
    name: 'addressLocations',
    said: words('addressLocations', [
      {
        database: 'DB-IP',
        builtOn: '2026-06-05',
        country: 'US',
        city: 'Austin',
        lat: 30,
        lon: -97,
      },
      { database: 'GeoLite2', builtOn: '2023-11-01', country: 'US', radiusKm: 20 },
    ]),
    expected:
      'Austin, United States (DB-IP of 5 Jun 2026); United States, give or take 20 km (GeoLite2 of 1 Nov 2023)',
  },
  {
    name: 'userAgent',
    said: words('userAgent', {
      browser: 'Chrome 156',
      os: 'macOS',
      device: 'desktop',
      headless: false,
    }),
    expected: 'Chrome 156 on macOS, desktop computer',
  },
  {
    name: 'userAgent',
    said: words('userAgent', { browser: null, os: null, device: 'other', headless: true }),
    expected: 'a browser without a name, without a window',
  },
  {
    name: 'hintHeaders',
    said: words('hintHeaders', { brands, platform: 'Windows', mobile: false }),
    expected: 'Google Chrome 156, Chromium 156 on Windows',
  },
  {
    name: 'clientHints',
    said: words('clientHints', {
      brands,
      mobile: true,
      platform: 'Android',
      platformVersion: '16.0.0',
      architecture: null,
      bitness: null,
      model: 'Pixel 10',
    }),
    expected: 'Google Chrome 156, Chromium 156 on Android 16.0.0, Pixel 10, mobile device',
  },
  {
    name: 'clientHints',
    said: words('clientHints', {
      brands: [],
      mobile: false,
      platform: 'Linux',
      platformVersion: null,
      architecture: 'x86',
      bitness: '64',
      model: null,
    }),
    expected: 'Linux, x86 64 bit',
  },
  {
    name: 'device',
    said: words('device', { cores: 8, memoryGb: 8, touchPoints: 1, platform: 'MacIntel' }),
    expected: '8 processors, about 8 GB of memory, 1 touch point, MacIntel',
  },
  {
    name: 'device',
    said: words('device', { cores: null, memoryGb: null, touchPoints: 0, platform: null }),
    expected: '0 touch points',
  },
  {
    name: 'renderer',
    said: words('renderer', {
      vendor: 'Google Inc. (Apple)',
      renderer: 'ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)',
    }),
    expected:
      'ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version), by Google Inc. (Apple)',
  },
  {
    name: 'screen',
    said: words('screen', { width: 1512, height: 982, pixelRatio: 1.25 }),
    expected: '1512 × 982 pixels at 125%',
  },
  {
    name: 'secondBrowser',
    said: words('secondBrowser', { country: 'PT', sameNetwork: false }),
    expected: 'from another network, in Portugal',
  },
  { name: 'webdriver', said: words('webdriver', false), expected: 'no' },
  { name: 'focus', said: words('focus', 'focused'), expected: 'yes' },
  { name: 'visibility', said: words('visibility', 'hidden'), expected: 'no' },
  {
    name: 'network',
    said: words('network', 'changed'),
    expected: 'moved to another kind of network',
  },
]

test.each(values)('$name reads “$expected”', ({ said, expected }) => {
  expect(said).toBe(expected)
})

test('databases stay named, so that their makers are thanked', () => {
  const said = values.map((value) => value.said).join(' ')
  expect(attributionsOf(said)).toHaveLength(2)
})

test.each(absences)('a reading that is missing because %s says so in whole words', (why) => {
  const said = readingWords({ name: 'renderer', at: 0, source: 'page', why }, 'en')
  expect(said).toMatch(/^not (read|kept|known)/)
})

describe.each(languages)('in %s', (language) => {
  test('every signal has a name of its own', () => {
    const titles = signalNames.map((name) => catalogue[language].readings.titles[name])
    expect(new Set(titles).size).toBe(signalNames.length)
    expect(titles.filter((title) => title.trim() === '')).toEqual([])
  })

  test('every reading has words, and every reason for none', () => {
    for (const signal of everyReading) {
      const said = readingWords(signal, language)
      expect(said, signal.name).not.toMatch(/\{\w+\}|undefined|null|NaN/)
      expect(said.trim(), signal.name).not.toBe('')
    }
  })

  test('names of makers and owners stay', () => {
    const said = everyReading.map((signal) => readingWords(signal, language)).join(' ')
    expect(attributionsOf(said)).toHaveLength(2)
    for (const name of ['AT&T Enterprises (AS7018)', 'Google Chrome 156', 'MacIntel', 'Pixel 10']) {
      expect(said).toContain(name)
    }
  })
})

const fluent: readonly [(typeof languages)[number], SignalName, string][] = [
  ['de', 'echoes', 'kürzeste von 10: 31 ms, bis Frankfurt'],
  ['de', 'browserClock', 'UTC−6 im Winter, UTC−5 im Sommer'],
  ['de', 'browserZone', 'America/Chicago (Nordamerikanische Zentralzeit)'],
  ['fr', 'frames', 'toutes les 17 ms'],
  ['fr', 'device', '8 processeurs, environ 8 Go de mémoire, 1 point tactile, MacIntel'],
  ['es', 'screen', '1512 × 982 píxeles al 125 %'],
  ['pt', 'secondBrowser', 'de outra rede, país: Portugal'],
  ['ja', 'browserClock', '冬は UTC−6、夏は UTC−5'],
  ['ja', 'userAgent', 'macOS の Chrome 156、パソコン、ウィンドウなし'],
  ['ko', 'echoes', '10회 중 최소 31ms, Frankfurt까지'],
  [
    'zh-Hans',
    'addressLocations',
    'Austin，美国 (DB-IP City Lite，2026年6月5日)；葡萄牙，误差约 20公里 (GeoLite2 City，2023年11月15日)',
  ],
]

test.each(fluent)('in %s, %s reads “%s”', (language, name, expected) => {
  const signal = everyReading.find((reading) => reading.name === name)
  if (signal === undefined) throw new Error(`no reading of ${name}`)
  expect(readingWords(signal, language).replace(/[\u00a0\u202f]/g, ' ')).toBe(expected)
})

test('no language calls a country by a name that accuses', () => {
  const said = languages.map((language) =>
    readingWords(
      {
        name: 'secondBrowser',
        at: 0,
        source: 'server',
        value: { country: 'KP', sameNetwork: true },
      },
      language,
    ),
  )
  for (const words of said) expect(words).toContain('(KP)')
})

test.each([
  ['en', 'Firefox 140', 'Windows', 'Firefox 140 on Windows'],
  ['de', 'Firefox 140', 'Windows', 'Firefox 140 unter Windows'],
  ['ja', 'Firefox 140', 'Windows', 'Windows の Firefox 140'],
  ['fr', 'Firefox 140', null, 'Firefox 140'],
  ['es', null, null, 'Un navegador'],
] as const)(
  'a browser that asks is in %s named by %s and %s',
  (language, browser, os, expected) => {
    expect(browserWords({ browser, os }, language)).toBe(expected)
  },
)
