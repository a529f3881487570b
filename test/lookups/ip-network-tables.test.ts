/** The parts of the lookup: files, sets of ranges, published lists. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { SocketAddress } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressWords } from '../../src/lookups/address/address-words.ts'
import create from '../../src/lookups/ip-network.ts'
import { isInside } from '../../src/lookups/ip-network/boundaries.ts'
import { pack, unpack } from '../../src/lookups/ip-network/packed-file.ts'
import {
  rangeSet,
  rangesOf,
  sizeOf,
  union,
  without,
} from '../../src/lookups/ip-network/range-set.ts'
import { readNetwork, readNetworks } from '../../src/lookups/ip-network/read-networks.ts'

/** A folder with the tables that ship, one of them changed or left out. */
function folderWith(name: string, change: (bytes: Buffer) => Uint8Array | null): URL {
  const folder = mkdtempSync(join(tmpdir(), 'ip-network-tables-'))
  for (const file of ['asn.bin.gz', 'networks.bin.gz']) {
    if (file !== name) cpSync(join('data', file), join(folder, file))
    const changed = file === name ? change(readFileSync(join('data', file))) : null
    if (changed !== null) writeFileSync(join(folder, file), changed)
  }
  return pathToFileURL(`${folder}/`)
}

const damages: readonly [string, (bytes: Buffer) => Uint8Array | null][] = [
  ['missing', () => null],
  ['empty', () => new Uint8Array()],
  ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['cut by one byte', (bytes) => bytes.subarray(0, -1)],
  ['something else', () => Buffer.from('<html>')],
  ['short, and whole to the unpacker', (bytes) => gzipSync(gunzipSync(bytes).subarray(0, -5000))],
  ['another table', () => readFileSync(join('data', 'gazetteer.tsv.gz'))],
]

describe.each(['asn.bin.gz', 'networks.bin.gz'])('%s', (name) => {
  it.each(damages)('%s: no reading for anybody, and why', async (_, damage) => {
    const look = await create({ folder: folderWith(name, damage) })
    for (const address of ['146.70.100.1', '70.113.60.77', '2a02:8070::1', 'nonsense']) {
      expect(look(address)).toEqual({ why: 'error' })
    }
    expect(look.faults()).toHaveLength(1)
    expect(look.faults()[0]).toMatch(new RegExp(`${name}|expected .* in one of`))
    expect(await look.refresh(Date.parse('2026-11-25'))).toEqual([])
  })
})

it('whole tables have no faults', async () => {
  expect((await create()).faults()).toEqual([])
})

describe('a packed table', () => {
  it('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint32Array({ maxLength: 50 }), { maxLength: 5 }),
        fc.string(),
        async (columns, text) => {
          const table = { about: { text }, columns, text: Buffer.from(text) }
          const read = await unpack(await pack(table))
          expect(read).toEqual(table)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('an address in words', () => {
  it('says what the text says', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        const words = addressWords({ text, family: 6 })
        expect(words).toHaveLength(4)
        const groups = words.flatMap((word) => [Math.floor(word / 65_536), word % 65_536])
        const again = groups.map((group) => group.toString(16)).join(':')
        const short = (address: string) => new SocketAddress({ address, family: 'ipv6' }).address
        expect(short(again)).toBe(short(text))
      }),
    )
    expect(addressWords({ text: '255.254.1.0', family: 4 })).toEqual([0xff_fe_01_00])
  })
})

/** Ranges in a world small enough to count: the last addresses of IPv4, and some of IPv6 that differ beyond /64. */
const WORLD = 64n
const bases = { 4: (1n << 32n) - WORLD, 6: (0x2001_0db8n << 96n) + (1n << 70n) } as const
const ranges = fc.array(
  fc
    .tuple(fc.constantFrom(4 as const, 6 as const), fc.bigInt(0n, WORLD - 1n), fc.bigInt(0n, 20n))
    .map(([family, from, length]) => {
      const last = from + length < WORLD ? from + length : WORLD - 1n
      return { family, first: bases[family] + from, last: bases[family] + last }
    }),
  { maxLength: 12 },
)

function members(list: readonly { family: 4 | 6; first: bigint; last: bigint }[]): Set<string> {
  const all = new Set<string>()
  for (const { family, first, last } of list) {
    for (let at = first; at <= last; at++) all.add(`${String(family)} ${String(at)}`)
  }
  return all
}

function asked(set: ReturnType<typeof rangeSet>): Set<string> {
  const all = new Set<string>()
  for (const family of [4, 6] as const) {
    for (let at = bases[family]; at < bases[family] + WORLD; at++) {
      const width = family === 4 ? 1 : 4
      const words = Array.from({ length: width }, (_, i) =>
        Number((at >> BigInt(32 * (width - 1 - i))) & 0xffff_ffffn),
      )
      if (isInside(family === 4 ? set.four : set.six, words))
        all.add(`${String(family)} ${String(at)}`)
    }
  }
  return all
}

describe('a set of ranges', () => {
  it('contains what its ranges contain, up to the last address there is', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const set = rangeSet(list)
        expect(asked(set)).toEqual(members(list))
        expect(members(rangesOf(set))).toEqual(members(list))
      }),
    )
  })

  it('has no neighbours that touch', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const merged = rangesOf(rangeSet(list))
        merged.slice(1).forEach((range, i) => {
          const before = merged[i]
          if (before?.family === range.family) expect(range.first).toBeGreaterThan(before.last + 1n)
        })
      }),
    )
  })

  it('without others is what is in none of them', () => {
    fc.assert(
      fc.property(ranges, ranges, ranges, (list, one, other) => {
        const rest = without(rangeSet(list), union([rangeSet(one), rangeSet(other)]))
        const taken = members([...one, ...other])
        const expected = [...members(list)].filter((member) => !taken.has(member))
        expect(asked(rest)).toEqual(new Set(expected))
      }),
    )
  })

  it('counts its ranges, and the IPv4 addresses in them up to the last there is', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const set = rangeSet(list)
        const addresses = members(list.filter(({ family }) => family === 4)).size
        expect(sizeOf(set)).toEqual({ ranges: rangesOf(set).length, addresses })
      }),
    )
  })
})

describe('a published list', () => {
  it.each([
    ['192.0.2.0/24', 4, 0xc000_0200n, 0xc000_02ffn],
    ['192.0.2.77/24', 4, 0xc000_0200n, 0xc000_02ffn],
    ['192.0.2.1', 4, 0xc000_0201n, 0xc000_0201n],
    ['2001:db8::/127', 6, 0x2001_0db8n << 96n, (0x2001_0db8n << 96n) + 1n],
    ['::ffff:192.0.2.1', 6, 0xffff_c000_0201n, 0xffff_c000_0201n],
  ])('reads %s', (text, family, first, last) => {
    expect(readNetwork(text)).toEqual({ family, first, last })
  })

  it.each([
    '',
    '192.0.2',
    '192.0.2.0/33',
    '192.0.2.0/x',
    '0.0.0.0/0',
    '::/0',
    '1.0.0.0/7',
    'a::/129',
  ])('takes no network from %j', (text) => {
    expect(readNetwork(text)).toBeUndefined()
  })

  it.each([
    ['lines', '# VPNs\n192.0.2.0/25\r\n192.0.2.128/25 # second half\n\n2001:db8::/32'],
    ['csv', '192.0.2.0/25,US,US-CA,San Jose,\n192.0.2.128/25,US,,,\n2001:db8::/32,US,,,\n'],
    ['json', '{"a": {"b": ["192.0.2.0/25"]}, "c": "192.0.2.128/25", "d": ["2001:db8::/32", "x"]}'],
  ] as const)('as %s is read and merged', async (form, text) => {
    const { ranges: found, entries, strangers } = await readNetworks(text, form)
    expect({ entries, strangers }).toEqual({ entries: 3, strangers: 0 })
    expect(found).toEqual([readNetwork('192.0.2.0/24'), readNetwork('2001:db8::/32')])
  })

  it('counts what is no network', async () => {
    const html = '<html>\n<body>\n192.0.2.1\n'
    expect(await readNetworks(html, 'lines')).toMatchObject({ entries: 3, strangers: 2 })
    await expect(readNetworks(html, 'json')).rejects.toThrow('JSON')
  })

  it('lets others have their turn while it is long', async () => {
    let turns = 0
    let isOver = false
    const turn = (): void => {
      turns += 1
      if (!isOver) setImmediate(turn)
    }
    setImmediate(turn)
    const lines = Array.from(
      { length: 60_000 },
      (_, i) => `10.${String(i >> 8)}.${String(i & 255)}.1`,
    )
    await readNetworks(lines.join('\n'), 'lines')
    isOver = true
    expect(turns).toBeGreaterThan(10)
  })
})
