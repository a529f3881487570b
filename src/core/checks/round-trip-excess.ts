import { defineCheck, type Input } from '../check.ts'
import { paths } from '../fitted/paths.ts'
import { distanceKm, type Point } from '../geo.ts'
import { isImpossible, leastByVantage } from '../least-by-vantage.ts'
import { tunnelOf } from '../tunnel.ts'
import type { AccessKind } from '../path-table.ts'
import { expectedRoundTripMs, excessCurve } from '../usual-path.ts'

/** Fewer echoes may all have met a busy moment. Source: one path for a day, least of 10 in a row within 1.2 ms of its floor at p99 (computed 2026-11-22). */
const ECHOES_NEEDED = 10

/** Round trip over long distances, as most cable routes make it: 76.5 km per ms (active-geolocator, "seems safe"). */
const USUAL_KM_PER_MS = 76.5

/** Low orbit, whose delays were measured; other satellites stand at 36,000 km and take half a second longer. */
const LOW_ORBIT = /starlink|spacex|space exploration/i

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
type Network = Input<'addressNetworks'>[number]
const echo = (vantage: Echo['vantage'], minMs: number, count = 10): Echo => ({
  vantage,
  minMs,
  medianMs: minMs + 2,
  p90Ms: minMs + 5,
  jitterMs: 1,
  count,
})
const location = (country: string, lat: number, lon: number) => ({
  ...{ database: 'DB-IP City Lite', builtOn: '2026-06-05', city: 'Example' },
  ...{ country, lat, lon },
})
const network = (kind: Network['kind'], organisation: string): Network => ({
  kind,
  asn: 64496,
  organisation,
  operator: null,
  list: 'example',
  builtOn: '2026-08-22',
})
const undeclared = { travel: false, vpn: false, remoteDesktop: false, assistive: false }

/** The kind of line that allows most, of all networks seen in the window; null where nothing was ever measured of it. */
function accessOf(networks: readonly Network[] | undefined): AccessKind | null {
  if (networks === undefined) return 'any'
  const satellites = networks.filter(({ kind }) => kind === 'satellite')
  if (satellites.some(({ organisation }) => !LOW_ORBIT.test(organisation ?? ''))) return null
  if (networks.some(({ kind }) => kind === 'mobile')) return 'mobile'
  if (satellites.length > 0) return 'satellite'
  // The exit of a tunnel says nothing of the line behind it.
  return networks.some(({ kind }) => kind === 'home' || kind === 'education') ? 'fixed' : 'any'
}

/** What answers may go by way of, and where that comes out, by every database that says so. */
interface Detour {
  exits: readonly Point[]
  words: string
}

const DIRECT: Detour = { exits: [], words: '' }

/** The way of answers from the stated place; null behind a tunnel of which no database says where it comes out. */
function detourOf(given: {
  claimedPlace: Input<'claimedPlace'>
  addressNetworks?: readonly Network[] | undefined
  addressLocations?: Input<'addressLocations'> | undefined
  declared?: Input<'declared'> | undefined
}): Detour | null {
  const networks = given.addressNetworks ?? []
  const known = (given.addressLocations ?? []).flat().flatMap(({ country, lat, lon }) => {
    return lat === undefined || lon === undefined ? [] : [{ country, lat, lon }]
  })
  if (tunnelOf(given.declared, networks) !== null) {
    return known.length > 0 ? { exits: known, words: ', by way of a tunnel' } : null
  }
  if (!networks.some(({ kind }) => kind === 'mobile')) return DIRECT
  // A phone in roaming comes out where its card is from.
  const abroad = known.filter(({ country }) => country !== given.claimedPlace.country)
  return abroad.length > 0 ? { exits: abroad, words: ', on a phone from abroad' } : DIRECT
}

/** Usual round trip to the stated place: directly, or by way of the exit that takes longest. */
function dueMs(vantage: Point, place: Point, exits: readonly Point[]): number {
  const ways = exits.map(
    (exit) => expectedRoundTripMs(vantage, exit) + expectedRoundTripMs(exit, place),
  )
  return Math.max(expectedRoundTripMs(vantage, place), ...ways)
}

/** Whether every database places every address in the country. */
function isAddressHere(locations: Input<'addressLocations'> | undefined, country: string): boolean {
  const all = (locations ?? []).flat()
  return all.length > 0 && all.every((location) => location.country === country)
}

const round = (ms: number) => Math.round(ms).toLocaleString('en-US')

export default defineCheck({
  id: 'round-trip-excess',
  title: 'Round-trip time against what is usual from the stated place',
  axis: 'place',
  group: 'path-latency',
  why: 'A tunnel gives an address in the stated place, but every answer still travels on to the computer behind it and back.',
  innocent: [
    'a slow, overloaded or far-routed line, Wi-Fi at its limit',
    'a mobile phone in roaming, whose traffic goes by way of its home country',
    'a VPN or security service that nobody declared',
    'a place that few cables lead to',
  ],
  next: 'Ask whether a VPN, a company security service or a roaming phone is in use; if so, ask for one minute without it, where the employer allows it.',
  source: [
    `What is usual, by distance and kind of line: ${paths.source} (computed ${paths.fittedOn})`,
    'Operators send traffic in roaming by way of the home network: Mandalari et al., IEEE TMC 21(10), 2022, abstract (read 2026-11-25)',
    'A late answer never proves a distance: zackw/active-geolocator; Weinberg et al., IMC 2018 (read 2026-11-22)',
  ],
  needs: ['claimedPlace', 'echoes'],
  wants: ['addressNetworks', 'addressLocations', 'declared'],
  run({ claimedPlace, echoes, ...given }) {
    const access = accessOf(given.addressNetworks)
    if (access === null) return { outcome: 'not-applicable' }
    const detour = detourOf({ claimedPlace, ...given })
    if (detour === null) return { outcome: 'not-applicable' }
    const { exits, words } = detour
    const rows = leastByVantage(echoes)
      .filter(({ count }) => count >= ECHOES_NEEDED)
      .map((row) => ({ ...row, dueMs: dueMs(row.vantage, claimedPlace, exits) }))
      .sort((a, b) => a.minMs - a.dueMs - (b.minMs - b.dueMs))
    const least = rows[0]
    if (least === undefined) return { outcome: 'not-applicable' }
    // An answer sooner than light is the business of round-trip-floor, and fits no usual path either.
    if (rows.some((row) => isImpossible(row, claimedPlace))) return { outcome: 'not-applicable' }
    const nearestKm = Math.min(...rows.map(({ vantage }) => distanceKm(vantage, claimedPlace)))
    const { usualMs } = excessCurve(access, rows.length, nearestKm)
    const excessMs = least.minMs - least.dueMs
    const statement = {
      claimed: `${claimedPlace.label}${words}`,
      expected: `an answer to our server in ${least.vantage.name} after about ${round(least.dueMs)} ms, at the latest ${round(least.dueMs + usualMs)} ms (99 of 100 honest lines)`,
      facts: {
        excessMs: Math.round(excessMs * 10) / 10,
        access,
        vantages: rows.length,
        nearestKm: Math.round(nearestKm),
      },
    }
    const soonest = `the soonest answer came after ${round(least.minMs)} ms`
    if (excessMs <= usualMs) {
      // Whoever is elsewhere can answer late on purpose; only behind an exit in the stated country they cannot be sooner.
      const isHere = isAddressHere(given.addressLocations, claimedPlace.country)
      const level = isHere && exits.length === 0 ? 'usual' : 'usual-from-anywhere'
      return { ...statement, outcome: 'consistent', level, observed: soonest }
    }
    if (given.declared?.travel || given.declared?.remoteDesktop) {
      return { outcome: 'not-applicable' }
    }
    const detourKm = Math.round((excessMs * USUAL_KM_PER_MS) / 2 / 500) * 500
    return {
      ...statement,
      outcome: 'contradictory',
      level: 'late',
      observed: `${soonest}: ${round(excessMs)} ms more than is usual, what a detour of some ${detourKm.toLocaleString('en-US')} km each way would take`,
    }
  },
  examples: [
    {
      case: 'home in Austin, measured from Ashburn',
      given: {
        claimedPlace: austin,
        echoes: [echo(ashburn, 46)],
        addressLocations: [[location('US', 30.27, -97.74)]],
      },
      expect: 'consistent',
      level: 'usual',
    },
    {
      case: 'an address abroad, and an answer as late as from Austin: anybody can be late on purpose',
      given: {
        claimedPlace: austin,
        echoes: [echo(frankfurt, 128)],
        addressLocations: [[location('RO', 44.43, 26.1)]],
      },
      expect: 'consistent',
      level: 'usual-from-anywhere',
    },
    {
      case: 'an answer sooner than light allows: not a usual path either',
      given: { claimedPlace: austin, echoes: [echo(frankfurt, 31)] },
      expect: 'not-applicable',
    },
    {
      case: 'a VPN whose exit no database knows',
      given: {
        claimedPlace: austin,
        echoes: [echo(ashburn, 268)],
        addressNetworks: [network('vpn', 'Example Hosting')],
      },
      expect: 'not-applicable',
    },
    {
      case: 'an exit in Austin with a person in Manila behind it',
      given: {
        claimedPlace: austin,
        echoes: [echo(ashburn, 268)],
        addressNetworks: [network('home', 'Example Cable')],
      },
      expect: 'contradictory',
      level: 'late',
    },
    {
      case: 'late at one vantage, as usual at another: a bad route, not a distance',
      given: { claimedPlace: austin, echoes: [echo(frankfurt, 460), echo(ashburn, 48)] },
      expect: 'consistent',
      level: 'usual-from-anywhere',
    },
    {
      case: 'three echoes are too few to call a line late',
      given: { claimedPlace: austin, echoes: [echo(ashburn, 268, 3)] },
      expect: 'not-applicable',
    },
    {
      case: 'a known VPN with its exit in Frankfurt, used from Austin',
      given: {
        claimedPlace: austin,
        echoes: [echo(ashburn, 232)],
        addressNetworks: [network('vpn', 'Example Hosting')],
        addressLocations: [[location('DE', 50.11, 8.68)]],
      },
      expect: 'consistent',
      level: 'usual-from-anywhere',
    },
    {
      case: 'a phone in Austin with a card from Romania: its answers go by way of Bucharest',
      given: {
        claimedPlace: austin,
        echoes: [echo(ashburn, 330)],
        addressNetworks: [network('mobile', 'Example Mobile')],
        addressLocations: [[location('RO', 44.43, 26.1)]],
      },
      expect: 'consistent',
      level: 'usual-from-anywhere',
    },
    {
      case: 'a phone with a card from the United States, and as late',
      given: {
        claimedPlace: austin,
        echoes: [echo(ashburn, 330)],
        addressNetworks: [network('mobile', 'Example Mobile')],
        addressLocations: [[location('US', 32.78, -96.8)]],
      },
      expect: 'contradictory',
      level: 'late',
    },
    {
      case: 'a satellite far out, of which no delays were measured',
      given: {
        claimedPlace: austin,
        echoes: [echo(ashburn, 640)],
        addressNetworks: [network('satellite', 'Example Geostationary')],
      },
      expect: 'not-applicable',
    },
    {
      case: 'a server that does not know where it is',
      given: { claimedPlace: austin, echoes: [echo(null, 300)] },
      expect: 'not-applicable',
    },
    {
      case: 'a traveller who said so',
      given: {
        claimedPlace: austin,
        echoes: [echo(ashburn, 268)],
        addressNetworks: [network('home', 'Example Cable')],
        declared: { ...undeclared, travel: true },
      },
      expect: 'not-applicable',
    },
  ],
})
