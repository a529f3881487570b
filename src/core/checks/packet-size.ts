import { defineCheck, type Input } from '../check.ts'

/**
 * What tunnels leave of a packet, bytes of payload with time stamps (12 less than the MSS they state).
 * Source: own laboratory: plain Ethernet 1448, WireGuard 1368, OpenVPN 1331 (measured 2026-11-20); OpenVPN with AES-GCM
 * 1349, with forced CBC 1277: NikolaiT/incolumitas (read 2026-11-20).
 */
const TUNNEL_SIZES: Readonly<Record<number, string>> = {
  1368: 'WireGuard',
  1349: 'OpenVPN',
  1331: 'OpenVPN',
  1277: 'OpenVPN',
}

/** Networks whose own packets are as small: mobile cores and satellites tunnel by themselves. */
const SMALL_BY_THEMSELVES = new Set(['mobile', 'satellite', 'gateway', 'relay'])

const frankfurt = { id: 'fra', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
const layers = (sendMss: number | null): Input<'layers'>[number] => ({
  vantage: frankfurt,
  echoMinMs: 62,
  kernelMinMs: 61,
  helloGapMs: null,
  flightExtraMs: null,
  sendMss,
  connections: 1,
})

export default defineCheck({
  id: 'packet-size',
  title: 'Size of packets against that of a plain line',
  axis: 'place',
  group: 'path-latency',
  why: 'A tunnel wraps every packet in another one and leaves it less room.',
  innocent: [
    'a VPN of the employer or for privacy, which is no sign of another place',
    'a line whose modem leaves packets as little room by chance',
  ],
  next: 'Ask whether a VPN is on; if so, ask for one minute without it, where the employer allows it.',
  source: [
    'Sizes through OpenVPN and WireGuard: own laboratory (measured 2026-11-20); many tunnels adapt the size, and then nothing shows',
  ],
  needs: ['layers'],
  wants: ['addressNetworks', 'declared'],
  run({ layers: readings, addressNetworks, declared }) {
    if (declared?.vpn) return { outcome: 'not-applicable' }
    if (addressNetworks?.some(({ kind }) => SMALL_BY_THEMSELVES.has(kind))) {
      return { outcome: 'not-applicable' }
    }
    const sizes = readings.flatMap(({ sendMss }) => (sendMss === null ? [] : [sendMss]))
    const least = Math.min(...sizes)
    if (!Number.isFinite(least)) return { outcome: 'not-applicable' }
    const tunnel = TUNNEL_SIZES[least]
    const statement = {
      claimed: 'a connection without a tunnel',
      expected: 'packets of a plain line, mostly 1,448 bytes',
      observed: `packets of ${least.toLocaleString('en-US')} bytes`,
      facts: { sendMss: least },
    }
    if (tunnel === undefined) return { ...statement, outcome: 'consistent', level: 'usual' }
    return {
      ...statement,
      outcome: 'contradictory',
      level: 'tunnel-size',
      observed: `${statement.observed}, as ${tunnel} leaves them`,
    }
  },
  examples: [
    {
      case: 'a plain line',
      given: { layers: [layers(1448)] },
      expect: 'consistent',
      level: 'usual',
    },
    { case: 'a DSL line', given: { layers: [layers(1440)] }, expect: 'consistent', level: 'usual' },
    {
      case: 'WireGuard with its usual size',
      given: { layers: [layers(1368)] },
      expect: 'contradictory',
      level: 'tunnel-size',
    },
    {
      case: 'a VPN that was declared',
      given: {
        layers: [layers(1331)],
        declared: { travel: false, vpn: true, remoteDesktop: false, assistive: false },
      },
      expect: 'not-applicable',
    },
    {
      case: 'a mobile network with small packets of its own',
      given: {
        layers: [layers(1331)],
        addressNetworks: [
          {
            kind: 'mobile',
            asn: 64496,
            organisation: 'Example Mobile',
            operator: null,
            list: 'example',
            builtOn: '2026-08-22',
          },
        ],
      },
      expect: 'not-applicable',
    },
    {
      case: 'behind a proxy of ours the kernel tells the proxy’s size: not known',
      given: { layers: [layers(null)] },
      expect: 'not-applicable',
    },
  ],
})
