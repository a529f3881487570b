/** Maps and timelines to draw: ordinary ones, and those where the earth or a name is in the way. */
import { distanceKm, type Point } from '../../src/core/geo.ts'
import type { MapAddress, MapVantage, MapView } from '../../src/core/map-view.ts'
import type { TimelineView } from '../../src/core/timeline-view.ts'

const DATABASES = ['DB-IP City Lite', 'GeoLite2 City']

type Place = Point & { label: string }

/** A place. */
export function place(label: string, lat: number, lon: number): Place {
  return { label, lat, lon }
}

/** Where databases place an address. */
export function address(at: Place, part: Partial<MapAddress> = {}): MapAddress {
  return { ...at, numbers: [1], databases: DATABASES, radiusKm: null, ...part }
}

/** A server and its fastest answer. */
export function server({ label, lat, lon }: Place, leastMs: number) {
  return { name: label, lat, lon, leastMs, reachKm: leastMs * 100 }
}

/** A map of a claim, addresses and servers. */
export function mapView(
  claim: Place,
  addresses: readonly MapAddress[],
  servers: readonly Omit<MapVantage, 'claimKm'>[],
): MapView {
  return {
    claim,
    addresses,
    addressCount: 1,
    databases: DATABASES,
    countries: [],
    vantages: servers
      .map((each) => ({ ...each, claimKm: distanceKm(each, claim) }))
      .sort((a, b) => a.reachKm - b.reachKm),
  }
}

export const austin = place('Austin, Texas, United States', 30.27, -97.74)
export const bucharest = place('Bucharest, Romania', 44.43, 26.1)
export const frankfurt = place('Frankfurt', 50.11, 8.68)
const tokyo = place('Tokyo', 35.68, 139.69)
const sydney = place('Sydney', -33.87, 151.2)

/** Every map by what is difficult about it. */
export const maps: Readonly<Record<string, MapView>> = {
  'elsewhere, measured from one server': mapView(
    austin,
    [address(bucharest, { radiusKm: 20 })],
    [server(frankfurt, 36.4)],
  ),
  'at home, and an answer that allows half of the earth': mapView(
    austin,
    [address(austin, { radiusKm: 500 })],
    [server(frankfurt, 134)],
  ),
  'nothing but a server': mapView(austin, [], [server(frankfurt, 134)]),
  'nothing but an address': mapView(austin, [address(bucharest)], []),
  'nothing but a country': {
    ...mapView(austin, [], []),
    countries: [{ label: 'Romania', databases: DATABASES }],
  },
  'Fiji, on both sides of the date line': mapView(
    place('Suva, Central, Fiji', -18.14, 178.44),
    [address(place('Apia, Samoa', -13.83, -171.76))],
    [server(place('Auckland', -36.85, 174.76), 31)],
  ),
  'Chukotka, and a ring that crosses the date line': mapView(
    place('Anadyr, Chukotka, Russia', 64.73, 177.51),
    [address(place('Nome, United States', 64.5, -165.4), { radiusKm: 50 })],
    [server(tokyo, 52)],
  ),
  'Longyearbyen, and a ring around the pole': mapView(
    place('Longyearbyen, Svalbard, Norway', 78.22, 15.65),
    [address(place('Oslo, Norway', 59.91, 10.75))],
    [server(place('Oslo', 59.91, 10.75), 38)],
  ),
  'McMurdo, and a ring around the other pole': mapView(
    place('McMurdo Station, Antarctica', -77.85, 166.67),
    [address(place('Christchurch, New Zealand', -43.53, 172.63))],
    [server(sydney, 88)],
  ),
  'the poles themselves': mapView(
    place('North Pole', 90, 0),
    [address(place('South Pole', -90, 0))],
    [server(place('Null Island', 0, 0), 100)],
  ),
  'all on one spot': mapView(
    place('Frankfurt am Main, Hesse, Germany', 50.11, 8.68),
    [address(place('Frankfurt am Main, Germany', 50.11, 8.68), { radiusKm: 5 })],
    [server(frankfurt, 0)],
  ),
  'opposite ends of the earth': mapView(
    place('Madrid, Spain', 40.4, -3.7),
    [address(place('Weber, New Zealand', -40.4, 176.3))],
    [],
  ),
  'opposite ends of the earth, with a ring': mapView(
    place('Madrid, Spain', 40.4, -3.7),
    [address(place('Weber, New Zealand', -40.4, 176.3), { radiusKm: 20_000 })],
    [server(sydney, 100)],
  ),
  'many addresses and servers': {
    ...mapView(
      place('New York City, New York, United States', 40.71, -74),
      [
        address(place('Lagos, Nigeria', 6.45, 3.39), { databases: ['DB-IP City Lite'] }),
        address(place('Port Harcourt, Nigeria', 4.8, 7), { databases: ['GeoLite2 City'] }),
        address(place('Ashburn, United States', 39.04, -77.49), { numbers: [2], radiusKm: 20 }),
      ],
      [
        server(frankfurt, 95),
        server(place('Ashburn', 39.04, -77.49), 99),
        server(place('Singapore', 1.35, 103.8), 210),
        server(place('São Paulo', -23.5, -46.6), 130),
        server(tokyo, 97),
        server(sydney, 99),
      ],
    ),
    addressCount: 2,
  },
  'names that are no markup and not in the font': mapView(
    place('東京, 日本', 35.68, 139.69),
    [address(place('</text><script>alert("1")</script> & \'Ōsaka\' \u0000\uD800', 34.69, 135.5))],
    [
      server(
        place(`${'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(4)}`, 53, -4),
        96,
      ),
    ],
  ),
}

/** Monday 23 November 2026, 14:56 in Austin. */
const OPENED_AT = Date.UTC(2026, 10, 23, 20, 56)
const MINUTE_MS = 60_000

/** Readings every ten seconds; one in fifty stalls. */
function readings(count: number, ms: number) {
  return Array.from({ length: count }, (_, index) => ({
    at: OPENED_AT + 4000 + index * 10_000,
    minMs: ms + (index % 3),
    medianMs: ms + 3 + (index % 5),
    p90Ms: index % 50 === 49 ? 20 * ms : ms + 8 + (index % 7),
  }))
}

/** Every timeline by what is difficult about it. */
export const timelines: Readonly<Record<string, TimelineView>> = {
  'one reading': {
    zone: 'America/Chicago',
    startAt: OPENED_AT,
    endAt: OPENED_AT + MINUTE_MS,
    tracks: [{ name: null, floorMs: null, readings: readings(1, 36) }],
    marks: [{ at: OPENED_AT, kind: 'continue' }],
    hidden: [],
  },
  'an hour with stalls, in the background at times': {
    zone: 'Asia/Kathmandu',
    startAt: OPENED_AT,
    endAt: OPENED_AT + 60 * MINUTE_MS,
    tracks: [{ name: 'Frankfurt', floorMs: 85.3, readings: readings(350, 126) }],
    marks: [
      { at: OPENED_AT, kind: 'continue' },
      { at: OPENED_AT + 4 * MINUTE_MS, kind: 'join' },
      ...Array.from({ length: 9 }, (_, index) => ({
        at: OPENED_AT + (5 + index / 10) * MINUTE_MS,
        kind: 'address' as const,
      })),
      { at: OPENED_AT + 60 * MINUTE_MS, kind: 'close' },
    ],
    hidden: [{ fromAt: OPENED_AT + 40 * MINUTE_MS, toAt: OPENED_AT + 60 * MINUTE_MS }],
  },
  'several servers, too soon for the stated place': {
    zone: 'UTC',
    startAt: OPENED_AT,
    endAt: OPENED_AT + 50 * MINUTE_MS,
    tracks: [
      { name: 'Frankfurt', floorMs: 85.3, readings: readings(50, 31) },
      { name: '<b>Łódź & 東京</b>', floorMs: 0, readings: readings(50, 0.4) },
      { name: 'Sydney', floorMs: 140, readings: readings(2, 900) },
    ],
    marks: [],
    hidden: [],
  },
}
