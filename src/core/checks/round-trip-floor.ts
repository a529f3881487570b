import { defineCheck } from '../check.ts'
import { distanceKm } from '../geo.ts'
import { MAX_KM_PER_MS } from '../latency.ts'
import { dueByPhysicsMs, leastByVantage } from '../least-by-vantage.ts'
import type { Input } from '../check.ts'

const frankfurt = { id: 'fra', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
const ashburn = { id: 'iad', name: 'Ashburn', lat: 39.04, lon: -77.49 }
const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.27,
  lon: -97.74,
  zone: 'America/Chicago',
}
type Echo = Input<'echoes'>[number]
const echo = (vantage: Echo['vantage'], minMs: number): Echo => ({
  vantage,
  minMs,
  medianMs: minMs + 2,
  p90Ms: minMs + 5,
  jitterMs: 1,
  count: 10,
})

export default defineCheck({
  id: 'round-trip-floor',
  title: 'Round-trip time against the distance of the stated place',
  axis: 'place',
  group: 'path-latency',
  why: 'No signal outruns light in fibre: an answer that comes too soon was not given from that far away.',
  innocent: [
    'a remote desktop or cloud computer near our server, used from the stated place',
    'travel near our server',
    'a wrong location in our own configuration (SERVER_LOCATION)',
  ],
  next: 'Ask where the computer is that they are sitting at, and whether they use a remote desktop.',
  source: [
    '200,000 km/s one way, 100 km per ms of round trip: zackw/active-geolocator calibration.py; Weinberg et al., IMC 2018 (read 2026-11-22)',
    'Margin of 200 km: broken by 0 of 21,939 city pairs of 2018, and by 1 of 235 home probes of 2023, a satellite probe whose owner typed a wrong place (computed 2026-11-22)',
  ],
  needs: ['claimedPlace', 'echoes'],
  wants: ['declared'],
  run({ claimedPlace, echoes, declared }) {
    const rows = leastByVantage(echoes)
      .map(({ vantage, minMs }) => {
        const km = distanceKm(vantage, claimedPlace)
        const dueMs = dueByPhysicsMs(vantage, claimedPlace)
        return { name: vantage.name, km, minMs, dueMs }
      })
      .sort((a, b) => a.minMs - a.dueMs - (b.minMs - b.dueMs))
    const worst = rows[0]
    if (worst === undefined) return { outcome: 'not-applicable' }
    const forbidden = rows.filter((row) => row.minMs < row.dueMs)
    const statement = {
      claimed: `${claimedPlace.label}, ${Math.round(worst.km).toLocaleString('en-US')} km from our server in ${worst.name}`,
      expected: `an answer after ${Math.ceil(worst.dueMs)} ms or more`,
      observed: `an answer after ${worst.minMs.toFixed(1)} ms: at most ${Math.round(worst.minMs * MAX_KM_PER_MS).toLocaleString('en-US')} km away`,
      facts: { leastMs: worst.minMs, distanceKm: Math.round(worst.km), vantages: rows.length },
    }
    if (forbidden.length === 0) return { ...statement, outcome: 'consistent', level: 'possible' }
    if (declared?.travel) return { outcome: 'not-applicable' }
    return {
      ...statement,
      outcome: 'contradictory',
      level: 'impossible',
      forbiddenAtVantages: forbidden.length,
    }
  },
  examples: [
    {
      case: 'Austin, measured from Frankfurt',
      given: { claimedPlace: austin, echoes: [echo(frankfurt, 128)] },
      expect: 'consistent',
      level: 'possible',
    },
    {
      case: 'says Austin, answers Frankfurt in 31 ms',
      given: { claimedPlace: austin, echoes: [echo(frankfurt, 180), echo(frankfurt, 31)] },
      expect: 'contradictory',
      level: 'impossible',
    },
    {
      case: 'a slow answer proves nothing',
      given: { claimedPlace: austin, echoes: [echo(ashburn, 640)] },
      expect: 'consistent',
      level: 'possible',
    },
    {
      case: 'a server that does not know where it is',
      given: { claimedPlace: austin, echoes: [echo(null, 31)] },
      expect: 'not-applicable',
    },
    {
      case: 'a traveller who said so',
      given: {
        claimedPlace: austin,
        echoes: [echo(frankfurt, 12)],
        declared: { travel: true, vpn: false, remoteDesktop: false, assistive: false },
      },
      expect: 'not-applicable',
    },
  ],
})
