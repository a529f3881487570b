import { defineCheck } from '../check.ts'
import { countryName } from '../country.ts'
import type { AddressLocation, AddressNetwork, NetworkKind } from '../signals.ts'
import { isTunnelKind } from '../tunnel.ts'

/** Networks that end in one building: a device does not change between two of them in different countries. */
const fixed: ReadonlySet<NetworkKind> = new Set(['home', 'education'])

/** The countries of the addresses whose databases agree, each once, by name. */
function countriesOf(addresses: readonly (readonly AddressLocation[])[]): string[] {
  const agreed = addresses.flatMap((locations) => {
    const countries = new Set(locations.map(({ country }) => country))
    return countries.size === 1 ? [...countries] : []
  })
  return [...new Set(agreed)].map(countryName).sort()
}

/**
 * How the networks explain that the address changed.
 *
 * Which network belongs to which place is not told, so one network that may come out elsewhere explains all of them.
 */
function explanation(
  networks: readonly AddressNetwork[],
  isVpnDeclared: boolean,
): 'tunnel-switched' | 'hand-over' | 'same-network' | 'two-lines' {
  if (isVpnDeclared || networks.some(({ kind }) => isTunnelKind(kind))) return 'tunnel-switched'
  if (networks.some(({ kind }) => !fixed.has(kind))) return 'hand-over'
  // A network that no table has a number for may be the same as any other.
  const numbers = new Set(networks.flatMap(({ asn }) => asn ?? []))
  return numbers.size > 1 ? 'two-lines' : 'same-network'
}

const explained = {
  'tunnel-switched': 'a tunnel came or went, so the address says where its exit is',
  'hand-over': 'a carrier or satellite among them, whose addresses come out elsewhere',
  'same-network': 'all of them of one provider',
} as const

const at = (country: string): AddressLocation[] => [
  { database: 'DB-IP City Lite', builtOn: '2026-06-05', country },
  { database: 'GeoLite2 City', builtOn: '2023-11-15', country },
]
const network = (kind: NetworkKind, asn: number | null): AddressNetwork => ({
  kind,
  asn,
  organisation: 'Example Net',
  operator: null,
  list: 'example list',
  builtOn: '2026-08-22',
})
const nothing = { travel: false, vpn: false, remoteDesktop: false, assistive: false }

export default defineCheck({
  id: 'address-drift',
  title: 'Changes of the IP address during the window',
  axis: 'place',
  group: 'address',
  why: 'A computer that stands still keeps its line; two home or office lines in two countries within one window are two places.',
  innocent: [
    'a VPN or router setting that no list knows, switched on or off',
    'one line whose IPv4 and IPv6 addresses are registered in two countries',
    'the page opened again on a second device or in an office nearby, across a border',
    'a database that is wrong about one of the addresses',
  ],
  next: 'Ask whether they changed place, device or network during the call.',
  source: [
    'A browser takes IPv4 or IPv6 for each connection, by which of them answers first: RFC 6555, Happy Eyeballs (read 2026-11-25)',
    'Two databases differ in the country of 6.8 % of random addresses: own comparison (read 2026-11-22)',
  ],
  needs: ['addressLocations', 'addressNetworks'],
  wants: ['declared'],
  run({ addressLocations, addressNetworks, declared }) {
    const countries = countriesOf(addressLocations)
    const statement = {
      claimed: 'one place for the whole window',
      expected: 'addresses of one country, or a change that the network explains',
      facts: { addresses: addressLocations.length, countries: countries.length },
    }
    const where = countries.join(', ')
    if (addressLocations.length === 1) {
      return { ...statement, outcome: 'consistent', level: 'one-address', observed: 'one address' }
    }
    const cause = explanation(addressNetworks, declared?.vpn ?? false)
    const seen = `${String(addressLocations.length)} addresses${where === '' ? '' : ` in ${where}`}`
    if (cause === 'tunnel-switched') {
      return {
        ...statement,
        outcome: 'consistent',
        level: cause,
        observed: `${seen}: ${explained[cause]}`,
      }
    }
    if (countries.length < 2) {
      return { ...statement, outcome: 'consistent', level: 'one-country', observed: seen }
    }
    if (cause !== 'two-lines') {
      return {
        ...statement,
        outcome: 'consistent',
        level: cause,
        observed: `${seen}: ${explained[cause]}`,
      }
    }
    if (declared?.travel) return { outcome: 'not-applicable' }
    return {
      ...statement,
      outcome: 'contradictory',
      level: cause,
      observed: `${seen}, on lines of different providers`,
    }
  },
  examples: [
    {
      case: 'one address throughout',
      given: { addressLocations: [at('US')], addressNetworks: [network('home', 7922)] },
      expect: 'consistent',
      level: 'one-address',
    },
    {
      case: 'two home lines in two countries',
      given: {
        addressLocations: [at('US'), at('RO')],
        addressNetworks: [network('home', 7922), network('home', 8708)],
      },
      expect: 'contradictory',
      level: 'two-lines',
    },
    {
      case: 'from Wi-Fi to the mobile network of a phone',
      given: {
        addressLocations: [at('US'), at('US')],
        addressNetworks: [network('home', 7922), network('mobile', 21928)],
      },
      expect: 'consistent',
      level: 'one-country',
    },
    {
      case: 'a carrier that comes out across the border',
      given: {
        addressLocations: [at('CH'), at('DE')],
        addressNetworks: [network('home', 3303), network('mobile', 3209)],
      },
      expect: 'consistent',
      level: 'hand-over',
    },
    {
      case: 'shared addresses of one provider, registered in two countries',
      given: {
        addressLocations: [at('US'), at('CA')],
        addressNetworks: [network('home', 7922), network('home', 7922)],
      },
      expect: 'consistent',
      level: 'same-network',
    },
    {
      case: 'IPv4 and IPv6 of one line, the second without a table',
      given: {
        addressLocations: [at('US'), at('NL')],
        addressNetworks: [network('home', 7922), network('home', null)],
      },
      expect: 'consistent',
      level: 'same-network',
    },
    {
      case: 'a known VPN switched on',
      given: {
        addressLocations: [at('US'), at('NL')],
        addressNetworks: [network('home', 7922), network('vpn', 209103)],
      },
      expect: 'consistent',
      level: 'tunnel-switched',
    },
    {
      case: 'a VPN that no list knows, declared',
      given: {
        addressLocations: [at('US'), at('NL')],
        addressNetworks: [network('home', 7922), network('home', 1136)],
        declared: { ...nothing, vpn: true },
      },
      expect: 'consistent',
      level: 'tunnel-switched',
    },
    {
      case: 'databases that disagree about the second address',
      given: {
        addressLocations: [at('US'), [...at('MX').slice(0, 1), ...at('US').slice(1)]],
        addressNetworks: [network('home', 7922), network('home', 8151)],
      },
      expect: 'consistent',
      level: 'one-country',
    },
    {
      case: 'a traveller who said so',
      given: {
        addressLocations: [at('DE'), at('FR')],
        addressNetworks: [network('home', 3320), network('home', 3215)],
        declared: { ...nothing, travel: true },
      },
      expect: 'not-applicable',
    },
  ],
})
