/** Kinds of networks by the tables that ship. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { networkKinds, signals, type NetworkKind } from '../../src/core/signals.ts'
import create from '../../src/lookups/ip-network.ts'
import type { NetworkList } from '../../src/lookups/ip-network/network-list.ts'
import { rangesOf, type Range } from '../../src/lookups/ip-network/range-set.ts'
import { readShippedTables } from '../../src/lookups/ip-network/shipped-tables.ts'
import type { IpNetwork } from '../../src/usecases/lookups.ts'

let look: IpNetwork
let lists: readonly NetworkList[]

beforeAll(async () => {
  look = await create()
  lists = (await readShippedTables()).lists
})

function network(address: string) {
  const reading = look(address)
  return 'value' in reading ? reading.value : undefined
}

/** A number as an address of its family, in a form of its own. */
function addressOf(family: 4 | 6, value: bigint): string {
  const [groups, bits, base, mark] = family === 4 ? [4, 8n, 10, '.'] : [8, 16n, 16, ':']
  return Array.from({ length: groups }, (_, i) =>
    ((value >> (bits * BigInt(groups - 1 - i))) & ((1n << bits) - 1n)).toString(base),
  ).join(mark)
}

/** Ranges of a list from its whole length, at most so many. */
function spread(list: NetworkList, most: number): Range[] {
  const all = rangesOf(list.ranges)
  const step = Math.max(1, Math.floor(all.length / most))
  return all.filter((_, i) => i % step === 0)
}

const known: readonly [NetworkKind, string | null, number, string][] = [
  ['home', null, 11427, '70.113.60.77'],
  ['home', null, 16591, '136.49.128.173'],
  ['home', null, 3209, '2a02:8070::1'],
  ['mobile', null, 21928, '172.56.1.1'],
  ['mobile', null, 21928, '2607:fb90::1'],
  ['mobile', null, 6167, '2600:1000::1'],
  ['mobile', null, 55836, '47.11.1.1'],
  ['satellite', 'Starlink', 14593, '98.97.1.1'],
  ['satellite', 'Starlink', 14593, '2605:59c8::1'],
  ['education', null, 1742, '128.103.1.1'],
  ['education', null, 680, '141.30.1.1'],
  ['hosting', 'Amazon Web Services', 14618, '2600:1f18::1'],
  ['hosting', 'Microsoft Azure', 8068, '13.107.6.1'],
  ['hosting', null, 24940, '2a01:4f8::1'],
  ['vpn', null, 9009, '146.70.100.1'],
  ['vpn', null, 9009, '2001:ac8:20::1'],
  ['tor', 'Stiftung Erneuerbare Freiheit', 60729, '185.220.101.1'],
  ['gateway', 'Zscaler', 22616, '165.225.1.1'],
  ['gateway', 'Zscaler', 62044, '2a03:eec0:1211::1'],
  ['gateway', 'Netskope', 55256, '163.116.128.1'],
  ['relay', 'iCloud Private Relay', 13335, '104.28.100.10'],
  ['relay', 'iCloud Private Relay', 20940, '2a02:26f7:c9c8:4000::1'],
  ['relay', 'Cloudflare', 13335, '2a09:bac1::1'],
]

describe('a known address', () => {
  it.each(known)('%s, %s, AS%i: %s', (kind, operator, asn, address) => {
    expect(network(address)).toMatchObject({ kind, operator, asn })
  })

  it('shows every kind', () => {
    expect(new Set(known.map(([kind]) => kind))).toEqual(new Set(networkKinds))
  })

  it('names organisation, list and day', () => {
    expect(network('146.70.100.1')).toEqual({
      kind: 'vpn',
      asn: 9009,
      organisation: 'M247 Europe SRL',
      operator: null,
      list: 'X4B list of VPN networks',
      builtOn: '2026-08-22',
    })
    expect(network('70.113.60.77')).toMatchObject({
      organisation: 'Charter Communications Inc',
      builtOn: '2026-06-17',
    })
  })
})

describe('addresses', () => {
  it.each(['::ffff:146.70.100.1', '::FFFF:9246:6401', '0:0:0:0:0:ffff:146.70.100.1'])(
    'in IPv6 clothes are unwrapped: %s',
    (address) => {
      expect(look(address)).toEqual(look('146.70.100.1'))
      expect(network(address)?.kind).toBe('vpn')
    },
  )

  it.each([
    ['private', '10.0.0.1'],
    ['of carriers’ NAT, first', '100.64.0.0'],
    ['of carriers’ NAT, last', '100.127.255.255'],
    ['of carriers’ NAT, mapped', '::ffff:100.64.0.1'],
    ['loopback', '127.0.0.1'],
    ['link-local', 'fe80::1%eth0'],
    ['documentation', '2001:db8::1'],
    ['nobody’s', '2a0d:5600::1'],
    ['no address', 'not an address'],
    ['nothing', ''],
  ])('%s are unknown: %j', (_, address) => {
    expect(look(address)).toEqual({ why: 'unknown' })
  })

  it('beside carriers’ NAT are known', () => {
    expect(network('100.128.0.0')?.asn).toBe(21928)
  })

  it('of any kind fit the signal', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (address) => {
        const reading = look(address)
        if ('value' in reading) signals.addressNetworks.schema.parse(reading.value)
        else expect(reading).toEqual({ why: 'unknown' })
      }),
      { numRuns: 3000 },
    )
  })
})

describe('the lists that ship', () => {
  it('are whole', () => {
    const count = (id: string) => {
      const list = lists.find(({ about }) => about.id === id)
      return list === undefined ? 0 : rangesOf(list.ranges).length
    }
    expect(Object.fromEntries(lists.map(({ about: { id } }) => [id, count(id)]))).toEqual({
      'icloud-private-relay': 6873,
      zscaler: 64,
      'x4b-vpn': 5940,
      'amazon-aws': 2854,
      'google-gcp': 172,
      'microsoft-azure': 1402,
      'oracle-oci': 476,
      'x4b-datacenter': 40412,
    })
  })

  it('give Private Relay its name at the first and last address of each of its ranges', () => {
    const relay = lists.find(({ about }) => about.kind === 'relay')
    const wrong = rangesOf(relay?.ranges ?? never()).flatMap(({ family, first, last }) =>
      [first, last]
        .map((at) => addressOf(family, at))
        .filter((address) => network(address)?.operator !== 'iCloud Private Relay'),
    )
    expect(wrong).toEqual([])
  })

  it.each(['vpn', 'hosting'] as const)('leave relays and gateways out of %s', (kind) => {
    const innocent = lists.filter(({ about }) => ['relay', 'gateway'].includes(about.kind))
    const taken = innocent.flatMap(({ ranges }) => rangesOf(ranges))
    const overlapping = lists
      .filter(({ about }) => about.kind === kind)
      .flatMap(({ ranges }) => rangesOf(ranges))
      .filter((range) => taken.some((other) => overlap(range, other)))
    expect(overlapping).toEqual([])
  })

  it('hold from the first address of a range to the last, and not beside it', () => {
    for (const list of lists) {
      const { kind, list: name } = list.about
      for (const { family, first, last } of spread(list, 300)) {
        for (const at of [first, last]) {
          const found = network(addressOf(family, at))
          // Another list may know better, never worse.
          if (found?.list !== name) expect(rank(found?.kind)).toBeLessThanOrEqual(rank(kind))
        }
        for (const at of [first - 1n, last + 1n]) {
          const isOwn = list.asns.includes(network(addressOf(family, at))?.asn ?? 0)
          if (!isOwn) expect(network(addressOf(family, at))?.list).not.toBe(name)
        }
      }
    }
  })

  it('say where they come from and under what licence', () => {
    for (const { about } of lists) {
      expect(about.source).toMatch(/^github\.com\/\S+$/)
      expect(about.licence).toMatch(/^(?:MIT|CC0-1\.0)/)
      expect(about.builtOn).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(about.sha256.every((hash) => /^[\da-f]{64}$/.test(hash))).toBe(true)
    }
  })
})

const ORDER: readonly (NetworkKind | undefined)[] = ['relay', 'gateway', 'tor', 'vpn', 'hosting']

function rank(kind: NetworkKind | undefined): number {
  const at = ORDER.indexOf(kind)
  return at === -1 ? ORDER.length : at
}

function overlap(a: Range, b: Range): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last
}

function never(): never {
  throw new Error('expected a list')
}
