/** Judges another address of the same browser: where databases agree that it stands. */
import { defineCheck, type Answer, type Check, type Given } from './check.ts'
import type { Place } from './claim.ts'
import { countryName } from './country.ts'
import { opinionLevel } from './database-maker.ts'
import { isSameState } from './same-state.ts'
import type { NetworkKind, SideAddress } from './signals.ts'
import { isTunnelKind } from './tunnel.ts'

/** The one country that all databases name, or null. */
function agreedCountry({ locations }: SideAddress): string | null {
  const countries = new Set(locations.map(({ country }) => country))
  const [only] = countries
  return countries.size === 1 && only !== undefined ? only : null
}

/**
 * Compares side addresses with the claim.
 *
 * Out: `elsewhere` when one of them is agreed to stand in another country and is no exit itself; `here` when one stands in
 * the claimed country; otherwise not applicable: an address nobody knows says nothing, and one in the page's own network
 * says what the page's says already, with the same error of the databases.
 */
function judgeSideAddresses(
  claimedPlace: Place,
  addresses: readonly SideAddress[],
  path: string,
): Answer {
  // The exit of a tunnel says where the tunnel ends, on this path as on the page's.
  const open = addresses.filter(({ network }) => network === null || !isTunnelKind(network.kind))
  const known = open.flatMap((side) => {
    const country = agreedCountry(side)
    return country === null ? [] : [{ side, country }]
  })
  const elsewhere = known.find(
    ({ side, country }) => !isSameState(country, claimedPlace.country) && !side.sameNetwork,
  )
  const found = elsewhere ?? known.find(({ country }) => country === claimedPlace.country)
  if (found === undefined) return { outcome: 'not-applicable' }
  const sources = found.side.locations.map(({ database, builtOn }) => `${database} of ${builtOn}`)
  const statement = {
    claimed: claimedPlace.label,
    expected: `${path} in ${countryName(claimedPlace.country)}`,
    observed: `${path} in ${countryName(found.country)} (${sources.join(', ')})`,
    facts: { databases: found.side.locations.length },
  }
  if (elsewhere === undefined) return { ...statement, outcome: 'consistent', level: 'here' }
  return {
    ...statement,
    outcome: 'contradictory',
    level: opinionLevel(found.side.locations, found.side.network ? [found.side.network.kind] : []),
  }
}

const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.27,
  lon: -97.74,
  zone: 'America/Chicago',
}

function side(countries: readonly string[], kind: NetworkKind = 'home'): SideAddress {
  return {
    address: '198.51.100.7',
    sameNetwork: false,
    locations: countries.map((country, i) => ({
      database: i === 0 ? 'DB-IP City Lite' : 'GeoLite2 City',
      builtOn: '2026-06-05',
      country,
    })),
    network: {
      kind,
      asn: 64496,
      organisation: 'Example',
      operator: null,
      list: 'example',
      builtOn: '2026-08-22',
    },
  }
}

function ofDbIp(country: string): SideAddress['locations'] {
  return side([country]).locations
}

/** What a check of a side address says of itself. */
interface SideCheck {
  id: string
  title: string
  why: string
  source: readonly [string, ...string[]]
  /** For people: "address of direct connections". */
  path: string
}

/** Declares a check that compares a side address with the claim. */
export function defineSideCheck(
  signal: 'udpAddress' | 'familyAddress',
  { path, ...own }: SideCheck,
): Check {
  const given = (sides: readonly SideAddress[], more: Given = {}) => ({
    claimedPlace: austin,
    ...{ udpAddress: sides, familyAddress: sides },
    ...more,
  })
  return defineCheck({
    ...own,
    axis: 'place',
    group: 'address',
    innocent: [
      'travel, or a move that the application does not show yet',
      'a VPN of the employer or for privacy that carries only a part',
      'satellite or mobile networks whose addresses are registered in another country',
      'a database that is out of date',
    ],
    next: 'Ask where they are joining from today, and whether a VPN or proxy is on.',
    needs: ['claimedPlace', signal],
    wants: ['declared'],
    run({ claimedPlace, udpAddress, familyAddress, declared }: Given) {
      const sides = signal === 'udpAddress' ? udpAddress : familyAddress
      if (claimedPlace === undefined || sides === undefined) return { outcome: 'not-applicable' }
      const answer = judgeSideAddresses(claimedPlace, sides, path)
      const isExplained = declared?.travel === true || declared?.remoteDesktop === true
      return answer.outcome === 'contradictory' && isExplained
        ? { outcome: 'not-applicable' }
        : answer
    },
    examples: [
      {
        case: 'the stated country',
        given: given([side(['US', 'US'])]),
        expect: 'consistent',
        level: 'here',
      },
      {
        case: 'both databases place it in another country',
        given: given([side(['RO', 'RO'])]),
        expect: 'contradictory',
        level: 'databases-agree',
      },
      {
        case: 'one database is configured, and places it abroad',
        given: given([side(['RO'])]),
        expect: 'contradictory',
        level: 'one-database',
      },
      {
        case: 'the one database errs often about satellites',
        given: given([side(['MX'], 'satellite')]),
        expect: 'contradictory',
        level: 'one-of-satellite',
      },
      {
        case: 'databases that name a territory of the stated country',
        given: given([side(['PR', 'PR'])]),
        expect: 'not-applicable',
      },
      {
        case: 'two databases of one maker are one opinion',
        given: given([{ ...side(['RO']), locations: ['RO', 'RO'].flatMap(ofDbIp) }]),
        expect: 'contradictory',
        level: 'one-database',
      },
      {
        case: 'the databases disagree',
        given: given([side(['RO', 'US'])]),
        expect: 'not-applicable',
      },
      {
        case: 'the exit of a known VPN on this path too',
        given: given([side(['NL', 'NL'], 'vpn')]),
        expect: 'not-applicable',
      },
      {
        case: 'the network that the page comes from, which is judged already',
        given: given([{ ...side(['RO', 'RO']), sameNetwork: true }]),
        expect: 'not-applicable',
      },
      {
        case: 'the page’s network is placed abroad, the other one too',
        given: given([{ ...side(['RO', 'RO']), sameNetwork: true }, side(['RO', 'RO'])]),
        expect: 'contradictory',
        level: 'databases-agree',
      },
      {
        case: 'a traveller who said so',
        given: given([side(['PT', 'PT'])], {
          declared: { travel: true, vpn: false, remoteDesktop: false, assistive: false },
        }),
        expect: 'not-applicable',
      },
    ],
  })
}
