import { defineCheck, type Input } from '../check.ts'
import { MAX_KM_PER_MS } from '../latency.ts'

/** Below that no proxy was ever behind it: ours saw 6 ms at most without one. From `clear` on every proxy was seen. */
const SPLIT_MS = { noted: 15, clear: 30 } as const

/** Networks that end connections by themselves, to speed them up: their split says nothing of a proxy. */
const ACCELERATED = new Set(['mobile', 'satellite', 'gateway', 'relay'])

const frankfurt = { id: 'fra', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
type Layers = Input<'layers'>[number]
type Network = Input<'addressNetworks'>[number]
const layers = (echoMinMs: number, kernelMinMs: number, part: Partial<Layers> = {}): Layers => ({
  vantage: frankfurt,
  echoMinMs,
  kernelMinMs,
  helloGapMs: null,
  flightExtraMs: null,
  sendMss: 1448,
  connections: 2,
  ...part,
})
const network = (kind: Network['kind']): Network => ({
  kind,
  asn: 64496,
  organisation: 'Example',
  operator: null,
  list: 'example',
  builtOn: '2026-08-22',
})

/**
 * How much later the page answers than the connection does, ms: the least that any reading shows.
 *
 * The gap before the ClientHello and the TLS handshake show the same delay to a proxy, so that each bounds it from above;
 * a gap near zero bounds nothing, since some proxies send both at once.
 */
function splitOf({ echoMinMs, kernelMinMs, flightExtraMs }: Layers): number {
  const byEcho = echoMinMs - kernelMinMs
  return flightExtraMs === null ? byEcho : Math.min(byEcho, flightExtraMs)
}

export default defineCheck({
  id: 'layer-split',
  title: 'The page’s round trip against the connection’s',
  axis: 'place',
  group: 'path-latency',
  why: 'A proxy ends the connection itself and answers at once; the page behind it needs the whole way.',
  innocent: [
    'a company’s security service that opens and inspects connections',
    'a privacy proxy that nobody declared',
    'a browser or computer so busy that it answers late',
  ],
  next: 'Ask whether a proxy or a company security service is in use; if so, ask for one minute without it, where the employer allows it.',
  source: [
    'Page and kernel differed by at most 6.2 ms in 240 of 240 runs without proxy (direct, OpenVPN, WireGuard), and by the round trip between person and exit in 180 of 180 through SOCKS, CONNECT and Shadowsocks, 40 to 200 ms (own laboratory, measured 2026-11-20)',
    '15 ms as the line: Xue et al., NDSS 2025, as reported (read 2026-11-20)',
  ],
  needs: ['layers'],
  wants: ['addressNetworks'],
  run({ layers: readings, addressNetworks }) {
    if (addressNetworks?.some(({ kind }) => ACCELERATED.has(kind))) {
      return { outcome: 'not-applicable' }
    }
    // A busy moment makes a split and a quiet one takes it away: the least of all counts.
    const least = [...readings].sort((a, b) => splitOf(a) - splitOf(b))[0]
    if (least === undefined) return { outcome: 'not-applicable' }
    const splitMs = Math.max(0, splitOf(least))
    const statement = {
      claimed: 'a connection from the computer itself',
      expected: `page and connection answer within ${String(SPLIT_MS.noted)} ms of each other`,
      facts: { splitMs: Math.round(splitMs * 10) / 10, connections: least.connections },
    }
    const times = `connection ${least.kernelMinMs.toFixed(1)} ms, page ${least.echoMinMs.toFixed(1)} ms`
    if (splitMs <= SPLIT_MS.noted) {
      return { ...statement, outcome: 'consistent', level: 'whole', observed: times }
    }
    const km = Math.round((splitMs * MAX_KM_PER_MS) / 100) * 100
    return {
      ...statement,
      outcome: 'contradictory',
      level: splitMs < SPLIT_MS.clear ? 'slight' : 'split',
      observed: `${times}: a proxy answers, and the computer is up to ${km.toLocaleString('en-US')} km away from it`,
    }
  },
  examples: [
    {
      case: 'a plain connection',
      given: { layers: [layers(61.9, 60.8)] },
      expect: 'consistent',
      level: 'whole',
    },
    {
      case: 'a VPN: both layers take the whole way',
      given: { layers: [layers(222.6, 221.5)], addressNetworks: [network('vpn')] },
      expect: 'consistent',
      level: 'whole',
    },
    {
      case: 'a SOCKS proxy with its user 110 ms behind it',
      given: { layers: [layers(132.1, 20.3, { helloGapMs: 110.9, flightExtraMs: 131.7 })] },
      expect: 'contradictory',
      level: 'split',
    },
    {
      case: 'Shadowsocks: no gap before the ClientHello, the split all the same',
      given: { layers: [layers(62.1, 20.3, { helloGapMs: 0.2, flightExtraMs: 41.5 })] },
      expect: 'contradictory',
      level: 'split',
    },
    {
      case: 'a busy computer at first, quiet later',
      given: { layers: [layers(96, 60.8), layers(62, 60.8)] },
      expect: 'consistent',
      level: 'whole',
    },
    {
      case: 'a proxy in the next town',
      given: { layers: [layers(42, 22)] },
      expect: 'contradictory',
      level: 'slight',
    },
    {
      case: 'a mobile network that ends connections itself',
      given: { layers: [layers(82, 20)], addressNetworks: [network('mobile')] },
      expect: 'not-applicable',
    },
    {
      case: 'a company gateway that inspects connections',
      given: { layers: [layers(61, 12)], addressNetworks: [network('gateway')] },
      expect: 'not-applicable',
    },
  ],
})
