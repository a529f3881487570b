import { defineCheck, type Input } from '../check.ts'
import { countryName } from '../country.ts'
import { countryPoints } from '../fitted/country-points.ts'
import { distanceKm } from '../geo.ts'
import { MAX_KM_PER_MS } from '../latency.ts'
import { leastByVantage, type VantageLeast } from '../least-by-vantage.ts'

/**
 * Distance given away, km: 200 as in `round-trip-floor`, and 300 to the nearest of the towns that stand for a country
 * (up to 700 in the largest: a country may be missed at its edge, and then nothing speaks for anybody by mistake,
 * because the stated place itself is always looked at too).
 */
const MARGIN_KM = 500

/** More names than that are a number. */
const MOST_NAMED = 6

const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.27,
  lon: -97.74,
  zone: 'America/Chicago',
}
const dallas = { id: 'dal', name: 'Dallas', lat: 32.78, lon: -96.8 }
const denverTown = {
  label: 'Denver, Colorado, United States',
  country: 'US',
  lat: 39.74,
  lon: -104.99,
  zone: 'America/Denver',
}
const denver = { id: 'den', name: 'Denver', lat: 39.74, lon: -104.99 }
const frankfurt = { id: 'fra', name: 'Frankfurt', lat: 50.11, lon: 8.68 }
type Echo = Input<'echoes'>[number]
const echo = (vantage: Echo['vantage'], minMs: number): Echo => ({
  vantage,
  minMs,
  medianMs: minMs + 2,
  p90Ms: minMs + 5,
  jitterMs: 1,
  count: 10,
})

/** Whether an answer from there could have come as soon as it did, at every vantage. */
function isPossible(lat: number, lon: number, rows: readonly VantageLeast[]): boolean {
  return rows.every(
    ({ vantage, minMs }) => distanceKm(vantage, { lat, lon }) <= minMs * MAX_KM_PER_MS + MARGIN_KM,
  )
}

function possibleCountries(rows: readonly VantageLeast[]): string[] {
  return Object.entries(countryPoints)
    .filter(([, towns]) => towns.some(([lat, lon]) => isPossible(lat, lon, rows)))
    .map(([country]) => country)
}

function named(countries: readonly string[]): string {
  if (countries.length === 0) return 'none'
  if (countries.length > MOST_NAMED) return `${String(countries.length)} countries`
  return countries.map(countryName).sort().join(', ')
}

export default defineCheck({
  id: 'feasible-region',
  title: 'Countries that the round-trip times leave possible',
  axis: 'place',
  group: 'path-latency',
  why: 'Each server draws a circle that the computer must be in; what lies in all of them is all that is left of the earth.',
  innocent: [
    'a remote desktop or cloud computer near our servers, used from the stated place',
    'travel near our servers',
    'a wrong location in our own configuration (SERVER_LOCATION, BEACONS)',
  ],
  next: 'Ask where the computer is that they are sitting at, and whether they use a remote desktop.',
  source: [
    'Circles of 100 km per ms: Gueye et al., CBG (2004); zackw/active-geolocator calibration.py; Weinberg et al., IMC 2018 (read 2026-11-22)',
    'Countries as up to 24 of their towns from GeoNames, spread over them (computed 2026-11-25)',
  ],
  needs: ['claimedPlace', 'echoes'],
  wants: ['declared'],
  run({ claimedPlace, echoes, declared }) {
    const rows = leastByVantage(echoes)
    const own = claimedPlace.country
    if (rows.length === 0 || countryPoints[own] === undefined) return { outcome: 'not-applicable' }
    const possible = possibleCountries(rows)
    const isHere = isPossible(claimedPlace.lat, claimedPlace.lon, rows)
    const circles = rows.map(
      ({ vantage, minMs }) =>
        `${Math.round(minMs * MAX_KM_PER_MS).toLocaleString('en-US')} km around ${vantage.name}`,
    )
    const statement = {
      claimed: claimedPlace.label,
      expected: `${countryName(own)} among the countries within ${circles.join(' and ')}`,
      observed: `possible by time: ${named(possible)}`,
      facts: { countries: possible.length, vantages: rows.length },
    }
    if (isHere && possible.every((country) => country === own)) {
      return { ...statement, outcome: 'consistent', level: 'only-country' }
    }
    if (isHere || possible.includes(own)) {
      return { ...statement, outcome: 'consistent', level: 'among-others' }
    }
    if (declared?.travel || declared?.remoteDesktop) return { outcome: 'not-applicable' }
    return { ...statement, outcome: 'contradictory', level: 'country-impossible' }
  },
  examples: [
    {
      case: 'close to two servers of the stated country, far from every border',
      given: { claimedPlace: denverTown, echoes: [echo(denver, 3), echo(dallas, 16)] },
      expect: 'consistent',
      level: 'only-country',
    },
    {
      case: 'half the earth is left',
      given: { claimedPlace: austin, echoes: [echo(frankfurt, 128)] },
      expect: 'consistent',
      level: 'among-others',
    },
    {
      case: 'says Austin, answers Frankfurt in 12 ms',
      given: { claimedPlace: austin, echoes: [echo(frankfurt, 12)] },
      expect: 'contradictory',
      level: 'country-impossible',
    },
    {
      case: 'two servers that cannot both have got these answers: one is not where it says it is',
      given: { claimedPlace: austin, echoes: [echo(frankfurt, 12), echo(dallas, 12)] },
      expect: 'not-applicable',
    },
    {
      case: 'a remote desktop near our server, declared',
      given: {
        claimedPlace: austin,
        echoes: [echo(frankfurt, 12)],
        declared: { travel: false, vpn: false, remoteDesktop: true, assistive: false },
      },
      expect: 'not-applicable',
    },
  ],
})
