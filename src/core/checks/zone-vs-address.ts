import { defineCheck } from '../check.ts'
import type { AddressLocation, NetworkKind } from '../signals.ts'
import { formatOffset, isHiddenZone, NEIGHBOUR_MIN, zoneOffsetMin } from '../zone.ts'

/** Offsets of a zone that two places must share: on the day, in January and in July of that year. */
function offsetsOf(zone: string, startAt: number): number[] | undefined {
  const year = new Date(startAt).getUTCFullYear()
  const offsets = [startAt, Date.UTC(year, 0, 1, 12), Date.UTC(year, 6, 1, 12)].map((atMs) =>
    zoneOffsetMin(zone, atMs),
  )
  return offsets.some((offset) => offset === undefined)
    ? undefined
    : offsets.flatMap((o) => o ?? [])
}

/** A zone with its offsets; of an address with who says so. */
interface Clock {
  zone: string
  offsets: readonly number[]
  sources: string
}

/** The zone of an address where all databases that name one agree on its hours through the year. */
function clockOf(locations: readonly AddressLocation[], startAt: number): Clock[] {
  const named = locations.flatMap(({ zone, database, builtOn }) => {
    const offsets = zone === undefined ? undefined : offsetsOf(zone, startAt)
    return zone === undefined || offsets === undefined
      ? []
      : [{ zone, offsets, sources: `${database} of ${builtOn}` }]
  })
  const [first, ...rest] = named
  if (first === undefined || rest.some((other) => gapMin(first, other) > 0)) return []
  return [{ ...first, sources: named.map(({ sources }) => sources).join(', ') }]
}

/** The most by which two clocks differ through the year. */
function gapMin(a: Pick<Clock, 'offsets'>, b: Pick<Clock, 'offsets'>): number {
  return Math.max(...a.offsets.map((offset, i) => Math.abs(offset - (b.offsets[i] ?? offset))))
}

/** "UTC−6 (America/Chicago)" */
function clockWords({ zone, offsets }: Pick<Clock, 'zone' | 'offsets'>): string {
  return `${formatOffset(offsets[0] ?? 0)} (${zone})`
}

const dbip = (country: string, zone?: string): AddressLocation => ({
  database: 'DB-IP City Lite',
  builtOn: '2026-06-05',
  country,
  ...(zone === undefined ? {} : { zone }),
})
const geolite = (country: string, zone: string): AddressLocation => ({
  database: 'GeoLite2 City',
  builtOn: '2023-11-15',
  country,
  zone,
})
const network = (kind: NetworkKind) => ({
  kind,
  asn: 64_500,
  organisation: 'Example Net',
  operator: null,
  list: 'example list',
  builtOn: '2026-08-22',
})
const nothing = { travel: false, vpn: false, remoteDesktop: false, assistive: false }
const winter = Date.UTC(2026, 10, 23, 21)

export default defineCheck({
  id: 'zone-vs-address',
  title: 'Time zone of the device against the zone of the IP address',
  axis: 'place',
  group: 'clock',
  why: 'Without a tunnel a device and its address stand in the same place, and tell the same time.',
  innocent: [
    'a VPN or company gateway that no list knows',
    'a company laptop that keeps the zone of head office',
    'a person who works on the hours of a team elsewhere',
    'a mobile carrier that comes out in another zone, or a database that is wrong',
  ],
  next: 'Ask what time it is where they are, and whether a VPN is on.',
  source: [
    'Offsets: the IANA tables of the ECMAScript engine, ECMA-402 (read 2026-11-25)',
    'Satellite addresses are put 552 km from their place by one database at the median, 24 % of them in a wrong country: own comparison (read 2026-11-25)',
  ],
  needs: ['browserZone', 'addressLocations'],
  wants: ['addressNetworks', 'declared'],
  run({ browserZone, addressLocations, addressNetworks = [], declared }, { startAt }) {
    if (addressNetworks.some(({ kind }) => kind === 'satellite')) {
      return { outcome: 'not-applicable' }
    }
    const addresses = addressLocations.flatMap((locations) => clockOf(locations, startAt))
    const devices = [...new Set(browserZone)]
      .filter((zone) => !isHiddenZone(zone))
      .flatMap((zone) => {
        const offsets = offsetsOf(zone, startAt)
        return offsets === undefined ? [] : [{ zone, offsets }]
      })
    const widest = devices
      .flatMap((device) =>
        addresses.map((address) => ({ device, address, gap: gapMin(device, address) })),
      )
      .sort((a, b) => b.gap - a.gap)[0]
    if (widest === undefined) return { outcome: 'not-applicable' }
    const { device, address, gap } = widest
    const statement = {
      claimed: `a device at ${clockWords(device)}`,
      expected: 'an address at the same hours through the year',
      observed: `an address at ${clockWords(address)} (${address.sources})`,
      facts: { gapMin: gap },
    }
    if (gap === 0) return { ...statement, outcome: 'consistent', level: 'same-offset' }
    if (declared?.travel || declared?.remoteDesktop) return { outcome: 'not-applicable' }
    const level = gap <= NEIGHBOUR_MIN ? 'neighbouring-offset' : 'other-offset'
    return { ...statement, outcome: 'contradictory', level }
  },
  examples: [
    {
      case: 'a device and an address in one zone',
      given: {
        browserZone: ['America/Chicago'],
        addressLocations: [[dbip('US', 'America/Chicago'), geolite('US', 'America/Chicago')]],
      },
      expect: 'consistent',
      level: 'same-offset',
    },
    {
      case: 'another name for the same hours',
      given: {
        browserZone: ['Asia/Calcutta'],
        addressLocations: [[geolite('IN', 'Asia/Kolkata')]],
      },
      expect: 'consistent',
      level: 'same-offset',
    },
    {
      case: 'a device set to Chicago behind an address in Bucharest',
      given: {
        browserZone: ['America/Chicago'],
        addressLocations: [[dbip('RO', 'Europe/Bucharest'), geolite('RO', 'Europe/Bucharest')]],
      },
      expect: 'contradictory',
      level: 'other-offset',
    },
    {
      case: 'a border of zones: the line comes out one zone away',
      given: {
        browserZone: ['America/Chicago'],
        addressLocations: [[geolite('US', 'America/New_York')]],
      },
      expect: 'contradictory',
      level: 'neighbouring-offset',
    },
    {
      case: 'the same hours in winter only',
      given: {
        browserZone: ['America/Bogota'],
        addressLocations: [[geolite('US', 'America/New_York')]],
      },
      startAt: winter,
      expect: 'contradictory',
      level: 'neighbouring-offset',
    },
    {
      case: 'databases that disagree about the zone',
      given: {
        browserZone: ['America/Chicago'],
        addressLocations: [[dbip('MX', 'America/Tijuana'), geolite('US', 'America/Chicago')]],
      },
      expect: 'not-applicable',
    },
    {
      case: 'databases without a zone',
      given: { browserZone: ['America/Chicago'], addressLocations: [[dbip('US')]] },
      expect: 'not-applicable',
    },
    {
      case: 'a browser that hides its zone',
      given: { browserZone: ['UTC'], addressLocations: [[geolite('US', 'America/Chicago')]] },
      expect: 'not-applicable',
    },
    {
      case: 'a satellite line that comes out on another coast',
      given: {
        browserZone: ['America/Anchorage'],
        addressLocations: [[geolite('US', 'America/New_York')]],
        addressNetworks: [network('satellite')],
      },
      expect: 'not-applicable',
    },
    {
      case: 'a traveller who said so',
      given: {
        browserZone: ['America/Chicago'],
        addressLocations: [[geolite('PT', 'Europe/Lisbon')]],
        declared: { ...nothing, travel: true },
      },
      expect: 'not-applicable',
    },
    {
      case: 'a remote desktop that takes the zone of its user, declared',
      given: {
        browserZone: ['America/Chicago'],
        addressLocations: [[geolite('IE', 'Europe/Dublin')]],
        declared: { ...nothing, remoteDesktop: true },
      },
      expect: 'not-applicable',
    },
  ],
})
