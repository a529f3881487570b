import { defineCheck } from '../check.ts'
import type { Place } from '../claim.ts'
import { databaseErrorKm } from '../database-error.ts'
import { distanceKm } from '../geo.ts'
import type { AddressLocation, AddressNetwork } from '../signals.ts'

/** One database's distance from the stated place to the address, and how far it may be off. */
interface Opinion {
  location: AddressLocation
  km: number
  allowedKm: number
}

/**
 * How far an address may be put from its place: as far as the most generous kind of network seen, and never less than
 * an unknown one, so that a reading that is missing never narrows it.
 */
function errorKm(networks: readonly AddressNetwork[]): number {
  return Math.max(databaseErrorKm(undefined), ...networks.map(({ kind }) => databaseErrorKm(kind)))
}

/** What the databases say of an address in the stated country, the kindest first; none where all place it abroad. */
function opinions(place: Place, locations: readonly AddressLocation[], error: number): Opinion[] {
  if (!locations.some(({ country }) => country === place.country)) return []
  return locations
    .flatMap((location) => {
      const { lat, lon, radiusKm = 0 } = location
      if (lat === undefined || lon === undefined) return []
      return [{ location, km: distanceKm(place, { lat, lon }), allowedKm: error + radiusKm }]
    })
    .sort((a, b) => excess(a) - excess(b))
}

function excess({ km, allowedKm }: Opinion): number {
  return km - allowedKm
}

function kmWords(km: number): string {
  return `${Math.round(km).toLocaleString('en-US')} km`
}

const austin = {
  label: 'Austin, Texas, United States',
  country: 'US',
  lat: 30.27,
  lon: -97.74,
  zone: 'America/Chicago',
}
const elPaso = {
  label: 'El Paso, Texas, United States',
  country: 'US',
  lat: 31.76,
  lon: -106.49,
  zone: 'America/Denver',
}
const seattle = { country: 'US', city: 'Seattle', lat: 47.61, lon: -122.33 }
const dallas = { country: 'US', city: 'Dallas', lat: 32.78, lon: -96.8 }
const juarez = { country: 'MX', city: 'Ciudad Juárez', lat: 31.69, lon: -106.42 }
const boston = { country: 'US', city: 'Boston', lat: 42.36, lon: -71.06 }
const dbip = (at: Partial<AddressLocation> & { country: string }): AddressLocation => ({
  database: 'DB-IP City Lite',
  builtOn: '2026-06-05',
  ...at,
})
const geolite = (at: Partial<AddressLocation> & { country: string }): AddressLocation => ({
  database: 'GeoLite2 City',
  builtOn: '2023-11-15',
  ...at,
})
const network = (kind: AddressNetwork['kind']): AddressNetwork => ({
  kind,
  asn: 64_500,
  organisation: 'Example Net',
  operator: null,
  list: 'example list',
  builtOn: '2026-08-22',
})

export default defineCheck({
  id: 'place-vs-address',
  title: 'Stated place against the place of the IP address',
  axis: 'place',
  group: 'address',
  why: 'Databases are off by up to some hundred kilometres; much more than that is rarely their fault.',
  innocent: [
    'a database that is out of date, or knows only where the provider has its office',
    'a satellite or mobile network, whose addresses come out far away',
    'a company network that leads to the internet at another site',
    'a trip within the country, or a move that the application does not show yet',
  ],
  next: 'Ask where in the country they are joining from today, and through which provider.',
  source: [
    'Distances of 258 addresses of known places, by kind of network: own comparison with DB-IP City Lite and GeoLite2 City (read 2026-11-25); the allowance is about the 95th percentile of the worse database',
    'An error radius that a database gives for its own answer is added: MaxMind’s accuracy radius holds with 67 % confidence, maxmind.github.io/GeoIP2-dotnet, Location.AccuracyRadius (read 2026-11-25)',
  ],
  needs: ['claimedPlace', 'addressLocations'],
  wants: ['addressNetworks', 'declared'],
  run({ claimedPlace, addressLocations, addressNetworks = [], declared }) {
    const error = errorKm(addressNetworks)
    // Every address counts, each by its kindest opinion; the farthest of them decides.
    const judged = addressLocations
      .map((locations) => opinions(claimedPlace, locations, error))
      .flatMap((all) => (all[0] === undefined ? [] : [{ kindest: all[0], all }]))
      .sort((a, b) => excess(b.kindest) - excess(a.kindest))
    const worst = judged[0]
    if (worst === undefined) return { outcome: 'not-applicable' }
    const { kindest, all } = worst
    const statement = {
      claimed: claimedPlace.label,
      expected: `an address within ${kmWords(kindest.allowedKm)}, as far as databases are off on such a network`,
      observed: all
        .map(
          ({ location: { database, builtOn, city }, km }) =>
            `${kmWords(km)} away${city === undefined ? '' : `, in ${city}`} (${database} of ${builtOn})`,
        )
        .join('; '),
      facts: {
        distanceKm: Math.round(kindest.km),
        allowedKm: Math.round(kindest.allowedKm),
        addresses: judged.length,
      },
    }
    if (excess(kindest) <= 0) return { ...statement, outcome: 'consistent', level: 'within-error' }
    if (declared?.travel) return { outcome: 'not-applicable' }
    return { ...statement, outcome: 'contradictory', level: 'beyond-error' }
  },
  examples: [
    {
      case: 'a home line in Dallas for somebody in Austin',
      given: {
        claimedPlace: austin,
        addressLocations: [[dbip(dallas), geolite(dallas)]],
        addressNetworks: [network('home')],
      },
      expect: 'consistent',
      level: 'within-error',
    },
    {
      case: 'says Austin, and both databases say Seattle',
      given: {
        claimedPlace: austin,
        addressLocations: [[dbip(seattle), geolite(seattle)]],
        addressNetworks: [network('home')],
      },
      expect: 'contradictory',
      level: 'beyond-error',
    },
    {
      case: 'says Austin, says Seattle, and no table knows the network',
      given: { claimedPlace: austin, addressLocations: [[dbip(seattle)]] },
      expect: 'contradictory',
      level: 'beyond-error',
    },
    {
      case: 'one database says Seattle, the other is right',
      given: { claimedPlace: austin, addressLocations: [[dbip(seattle), geolite(dallas)]] },
      expect: 'consistent',
      level: 'within-error',
    },
    {
      case: 'a database that says itself how unsure it is',
      given: {
        claimedPlace: austin,
        addressLocations: [[geolite({ ...seattle, radiusKm: 1000 })]],
      },
      expect: 'consistent',
      level: 'within-error',
    },
    {
      case: 'a satellite line in Austin that comes out in Seattle',
      given: {
        claimedPlace: austin,
        addressLocations: [[dbip(seattle)]],
        addressNetworks: [network('satellite')],
      },
      expect: 'consistent',
      level: 'within-error',
    },
    {
      case: 'a phone in Austin whose carrier comes out in Dallas',
      given: {
        claimedPlace: austin,
        addressLocations: [[dbip(dallas)]],
        addressNetworks: [network('mobile')],
      },
      expect: 'consistent',
      level: 'within-error',
    },
    {
      case: 'a border city: the nearest opinion is across the river',
      given: { claimedPlace: elPaso, addressLocations: [[dbip(juarez), geolite(boston)]] },
      expect: 'consistent',
      level: 'within-error',
    },
    {
      case: 'at home first, then an address in Seattle in the same window',
      given: { claimedPlace: austin, addressLocations: [[dbip(dallas)], [dbip(seattle)]] },
      expect: 'contradictory',
      level: 'beyond-error',
    },
    {
      case: 'another country is for the country to say',
      given: { claimedPlace: austin, addressLocations: [[dbip(juarez), geolite(juarez)]] },
      expect: 'not-applicable',
    },
    {
      case: 'a database that knows only the country',
      given: { claimedPlace: austin, addressLocations: [[dbip({ country: 'US' })]] },
      expect: 'not-applicable',
    },
    {
      case: 'a traveller who said so',
      given: {
        claimedPlace: austin,
        addressLocations: [[dbip(seattle), geolite(seattle)]],
        declared: { travel: true, vpn: false, remoteDesktop: false, assistive: false },
      },
      expect: 'not-applicable',
    },
  ],
})
