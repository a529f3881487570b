/** A verdict from the signals of an hour-long session. */
import { assess } from '../../src/core/assess.ts'
import { checks } from '../../src/core/checks/index.ts'
import type { Signal } from '../../src/core/signals.ts'
import { policy } from '../../src/core/weights.ts'
import type { BenchRow } from '../bench.ts'
import { quantile } from '../../src/core/rhythm/robust.ts'

const RUNS = 2000
const HOUR_MS = 3_600_000
const START = Date.parse('2026-11-23T21:00:00Z')

/** An hour: a summary of echoes each minute, a page that is looked at and left, three addresses, everything read once. */
function hour(): Signal[] {
  const vantage = { id: 'main', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
  const zone = 'America/Chicago'
  const austin = {
    label: 'Austin, Texas, United States',
    country: 'US',
    lat: 30.27,
    lon: -97.74,
    zone,
  }
  const locations = [
    { database: 'DB-IP City Lite', builtOn: '2026-06-05' },
    { database: 'GeoLite2 City', builtOn: '2023-11-15' },
  ].map((database) => ({ ...database, country: 'US', lat: 32.78, lon: -96.8, zone }))
  const network = { asn: 7922, organisation: 'Example Net', operator: null, list: 'X4BNet' }
  const brands = [{ brand: 'Chromium', version: '140' }]
  const hints = { brands, platform: 'Windows', mobile: false }
  const offsetsMin = [...Array.from({ length: 12 }).keys()].map((i) =>
    i >= 3 && i <= 9 ? -300 : -360,
  )
  const minutes = Array.from({ length: 60 }, (_, i) => START + i * 60_000)
  const server = { at: START, source: 'server' } as const
  const page = { at: START, source: 'page' } as const
  return [
    { name: 'claimedPlace', at: START, source: 'record', value: austin },
    {
      name: 'phone',
      at: START,
      source: 'record',
      value: { valid: true, country: 'US', kind: 'fixed-or-mobile', area: 'Austin, TX' },
    },
    ...minutes.flatMap((at, i): Signal[] => [
      {
        ...server,
        name: 'echoes',
        at,
        value: {
          vantage,
          minMs: 130 + (i % 7),
          medianMs: 140,
          p90Ms: 160,
          jitterMs: 3,
          count: 6,
          spanMs: 50_000,
        },
      },
      { ...page, name: 'visibility', at, value: i % 2 === 0 ? 'visible' : 'hidden' },
      { ...page, name: 'focus', at, value: i % 2 === 0 ? 'focused' : 'blurred' },
      { ...page, name: 'browserZone', at, value: zone },
      { ...page, name: 'browserClock', at, value: { zone, year: 2026, offsetsMin } },
    ]),
    ...(['home', 'mobile', 'home'] as const).flatMap((kind, i): Signal[] => [
      { ...server, name: 'address', at: START + i, value: `203.0.113.${String(i)}` },
      { ...server, name: 'addressLocations', at: START + i, value: locations },
      {
        ...server,
        name: 'addressNetworks',
        at: START + i,
        value: { ...network, kind, builtOn: '2026-08-22' },
      },
    ]),
    {
      ...server,
      name: 'userAgent',
      value: { browser: 'Chrome 140', os: 'Windows', device: 'desktop', headless: false },
    },
    { ...server, name: 'hintHeaders', value: hints },
    {
      ...page,
      name: 'clientHints',
      value: {
        ...hints,
        platformVersion: '15.0.0',
        architecture: 'x86',
        bitness: '64',
        model: null,
      },
    },
    {
      ...page,
      name: 'device',
      value: { cores: 8, memoryGb: 8, touchPoints: 0, platform: 'Win32' },
    },
    { ...page, name: 'renderer', value: { vendor: 'Google Inc.', renderer: 'ANGLE' } },
    { ...page, name: 'webdriver', value: false },
  ]
}

/** Runs the part. */
export async function verdictBench(): Promise<BenchRow[]> {
  const signals = hour()
  const times: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const before = performance.now()
    assess({ signals, startAt: START, endAt: START + HOUR_MS, asked: ['place'] }, checks, policy)
    times.push(performance.now() - before)
  }
  const part = 'verdict'
  const measure = `from ${String(signals.length)} signals of an hour`
  return [
    { part, measure: `${measure}, median`, value: quantile(times, 0.5), unit: 'ms', goal: null },
    { part, measure: `${measure}, p99`, value: quantile(times, 0.99), unit: 'ms', goal: '≤ 5' },
  ]
}
