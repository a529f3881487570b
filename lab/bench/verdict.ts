/** A verdict from the signals of an hour-long session. */
import { assess } from '../../src/core/assess.ts'
import { checks } from '../../src/core/checks/index.ts'
import type { Signal } from '../../src/core/signals.ts'
import { policy } from '../../src/core/weights.ts'
import type { BenchRow } from '../bench.ts'
import { quantile } from './quantile.ts'

const RUNS = 2000
const START = Date.parse('2026-11-23T21:00:00Z')

/** An hour: a summary of echoes each minute, a page that is looked at and left, two addresses. */
function hour(): Signal[] {
  const vantage = { id: 'main', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
  const austin = {
    label: 'Austin, Texas, United States',
    country: 'US',
    lat: 30.27,
    lon: -97.74,
    zone: 'America/Chicago',
  }
  const locations = [{ database: 'DB-IP City Lite', builtOn: '2026-06-05', country: 'US' }]
  const minutes = Array.from({ length: 60 }, (_, i) => START + i * 60_000)
  return [
    { name: 'claimedPlace', at: START, source: 'record', value: austin },
    ...minutes.flatMap((at, i): Signal[] => [
      {
        name: 'echoes',
        at,
        source: 'server',
        value: { vantage, minMs: 130 + (i % 7), medianMs: 140, p90Ms: 160, jitterMs: 3, count: 6 },
      },
      { name: 'visibility', at, source: 'page', value: i % 2 === 0 ? 'visible' : 'hidden' },
      { name: 'browserZone', at, source: 'page', value: 'America/Chicago' },
    ]),
    { name: 'addressLocations', at: START, source: 'server', value: locations },
    { name: 'addressLocations', at: START + 1, source: 'server', value: locations },
    { name: 'webdriver', at: START, source: 'page', value: false },
  ]
}

/** Runs the part. */
export async function verdictBench(): Promise<BenchRow[]> {
  const signals = hour()
  const times: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const before = performance.now()
    assess({ signals, startAt: START, asked: ['place'] }, checks, policy)
    times.push(performance.now() - before)
  }
  const part = 'verdict'
  const measure = `from ${String(signals.length)} signals of an hour`
  return [
    { part, measure: `${measure}, median`, value: quantile(times, 0.5), unit: 'ms', goal: null },
    { part, measure: `${measure}, p99`, value: quantile(times, 0.99), unit: 'ms', goal: '≤ 5' },
  ]
}
