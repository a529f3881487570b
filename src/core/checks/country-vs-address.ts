import { defineCheck } from '../check.ts'
import { countryName } from '../country.ts'
import { makersOf, opinionLevel } from '../database-maker.ts'
import { isSameState } from '../same-state.ts'
import type { AddressLocation } from '../signals.ts'

const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.27,
  lon: -97.74,
  zone: 'America/Chicago',
}
const dbip = (country: string): AddressLocation => ({
  database: 'dbip',
  builtOn: '2026-06-05',
  country,
})
const geolite = (country: string): AddressLocation => ({
  database: 'geoip-lite',
  builtOn: '2023-11-15',
  country,
})

/** What the databases say of one address: "Romania (DB-IP City Lite of 2026-06-05, GeoLite2 City of 2023-11-15)". */
function opinion(locations: readonly AddressLocation[]): string {
  const sources = locations.map(({ database, builtOn }) => `${database} of ${builtOn}`)
  return `${countryName(locations[0]?.country ?? '')} (${sources.join(', ')})`
}

export default defineCheck({
  id: 'country-vs-address',
  title: 'Stated country against the country of the IP address',
  axis: 'place',
  group: 'address',
  why: 'Someone working from another country without a tunnel shows an address of that country.',
  innocent: [
    'travel, or a move that the application does not show yet',
    'a VPN of the employer or for privacy, with its exit abroad',
    'satellite or mobile networks whose addresses are registered in another country',
    'a database that is out of date',
  ],
  next: 'Ask where they are joining from today; if a VPN is on, ask for one minute without it.',
  source: [
    'Addresses of known places: DB-IP City names the wrong country for 24 % of Starlink, GeoLite2 for none; the two differ in 6.8 % of random addresses (own comparison, read 2026-11-22)',
    'A territory with a code of its own and its state count as one: DB-IP names France for 53 of 146 addresses that GeoLite2 puts in Réunion (own comparison, computed 2026-11-25)',
  ],
  needs: ['claimedPlace', 'addressLocations'],
  wants: ['addressNetworks', 'declared'],
  run({ claimedPlace, addressLocations, addressNetworks = [], declared }) {
    const isHere = ({ country }: AddressLocation) => country === claimedPlace.country
    const isDenied = ({ country }: AddressLocation) => !isSameState(country, claimedPlace.country)
    const here = addressLocations.filter((locations) => locations.every(isHere))
    const elsewhere = addressLocations.filter(
      (locations) =>
        locations.every(isDenied) && new Set(locations.map(({ country }) => country)).size === 1,
    )
    const statement = {
      claimed: claimedPlace.label,
      expected: `country of the IP address: ${countryName(claimedPlace.country)}`,
    }
    const found = [...elsewhere].sort((a, b) => makersOf(b) - makersOf(a))[0]
    if (found !== undefined) {
      if (declared?.travel) return { outcome: 'not-applicable' }
      return {
        ...statement,
        outcome: 'contradictory',
        level: opinionLevel(
          found,
          addressNetworks.map(({ kind }) => kind),
        ),
        observed: `country of the IP address: ${opinion(found)}`,
        facts: { addresses: addressLocations.length, elsewhere: elsewhere.length },
      }
    }
    // Databases that disagree about an address know nothing that could be held against anyone.
    const same = here[0]
    if (same === undefined) return { outcome: 'not-applicable' }
    return {
      ...statement,
      outcome: 'consistent',
      level: 'same-country',
      observed: `country of the IP address: ${opinion(same)}`,
    }
  },
  examples: [
    {
      case: 'both databases place the address in the stated country',
      given: { claimedPlace: austin, addressLocations: [[dbip('US'), geolite('US')]] },
      expect: 'consistent',
      level: 'same-country',
    },
    {
      case: 'both databases place it in one other country',
      given: { claimedPlace: austin, addressLocations: [[dbip('RO'), geolite('RO')]] },
      expect: 'contradictory',
      level: 'databases-agree',
    },
    {
      case: 'one database is configured, and places it abroad',
      given: { claimedPlace: austin, addressLocations: [[dbip('RO')]] },
      expect: 'contradictory',
      level: 'one-database',
    },
    {
      case: 'Starlink in Texas, and the one database configured says Mexico',
      given: {
        claimedPlace: austin,
        addressLocations: [[dbip('MX')]],
        addressNetworks: [
          {
            ...{ kind: 'satellite', asn: 14593, organisation: 'SpaceX Starlink' },
            ...{ operator: null, list: 'example', builtOn: '2026-08-22' },
          },
        ],
      },
      expect: 'contradictory',
      level: 'one-of-satellite',
    },
    {
      case: 'in Puerto Rico: databases may call it the United States, and then say nothing',
      given: {
        claimedPlace: {
          label: 'San Juan, Puerto Rico',
          country: 'PR',
          lat: 18.47,
          lon: -66.11,
          zone: 'America/Puerto_Rico',
        },
        addressLocations: [[dbip('US'), geolite('US')]],
      },
      expect: 'not-applicable',
    },
    {
      case: 'two databases of one maker are one opinion',
      given: {
        claimedPlace: austin,
        addressLocations: [[geolite('RO'), { ...geolite('RO'), database: 'GeoLite2-City' }]],
      },
      expect: 'contradictory',
      level: 'one-database',
    },
    {
      case: 'Starlink in Texas: the databases disagree',
      given: { claimedPlace: austin, addressLocations: [[dbip('MX'), geolite('US')]] },
      expect: 'not-applicable',
    },
    {
      case: 'the databases name two different countries, neither of them the stated one',
      given: { claimedPlace: austin, addressLocations: [[dbip('MX'), geolite('GT')]] },
      expect: 'not-applicable',
    },
    {
      case: 'at home first, then an address abroad in the same window',
      given: {
        claimedPlace: austin,
        addressLocations: [
          [dbip('US'), geolite('US')],
          [dbip('NG'), geolite('NG')],
        ],
      },
      expect: 'contradictory',
      level: 'databases-agree',
    },
    {
      case: 'a traveller who said so',
      given: {
        claimedPlace: austin,
        addressLocations: [[dbip('PT'), geolite('PT')]],
        declared: { travel: true, vpn: false, remoteDesktop: false, assistive: false },
      },
      expect: 'not-applicable',
    },
  ],
})
