/** Writes small files in MaxMind's format, for feeds that cannot be had without paying. */

/** A value of a record. */
type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value }

const SEPARATOR = Buffer.alloc(16)
const METADATA = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1')

/** Types of the data section. Source: MaxMind DB File Format 2.0 (read 2026-11-25). */
const TYPE = { string: 2, map: 7, uint32: 6, array: 11, boolean: 14 } as const

/**
 * An MMDB file of IPv6 with IPv4 below ::/96.
 *
 * In: networks as bits ("0".repeat(96) and so on), none inside another, each with its record.
 */
export function mmdb(databaseType: string, records: readonly (readonly [string, Value])[]): Buffer {
  const data: Buffer[] = []
  let size = 0
  const leaves = records.map(([bits, value]) => {
    const bytes = encode(value)
    const offset = size
    data.push(bytes)
    size += bytes.length
    return { bits, offset }
  })
  const nodes: [number | null, number | null][] = [[null, null]]
  const places: { node: number; bit: 0 | 1; offset: number }[] = []
  for (const { bits, offset } of leaves) {
    let node = 0
    ;[...bits].forEach((letter, i) => {
      const bit = letter === '1' ? 1 : 0
      if (i === bits.length - 1) {
        places.push({ node, bit, offset })
        return
      }
      const next = nodes[node]?.[bit] ?? nodes.push([null, null]) - 1
      const here = nodes[node]
      if (here !== undefined) here[bit] = next
      node = next
    })
  }
  const count = nodes.length
  for (const { node, bit, offset } of places) {
    const here = nodes[node]
    if (here !== undefined) here[bit] = count + SEPARATOR.length + offset
  }
  const tree = Buffer.alloc(count * 6)
  nodes.forEach(([left, right], i) => {
    tree.writeUIntBE(left ?? count, i * 6, 3)
    tree.writeUIntBE(right ?? count, i * 6 + 3, 3)
  })
  const about = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: Date.parse('2026-11-20T00:00:00Z') / 1000,
    database_type: databaseType,
    description: {},
    ip_version: 6,
    languages: [],
    node_count: count,
    record_size: 24,
  })
  return Buffer.concat([tree, SEPARATOR, ...data, METADATA, about])
}

/** An IPv4 network as the bits of its place in the tree. */
export function bitsOf(network: string): string {
  const [address = '', prefix = '32'] = network.split('/')
  const bits = address.split('.').map((part) => Number(part).toString(2).padStart(8, '0'))
  return '0'.repeat(96) + bits.join('').slice(0, Number(prefix))
}

function encode(value: Value): Buffer {
  if (typeof value === 'boolean') return control(TYPE.boolean, value ? 1 : 0)
  if (typeof value === 'string') {
    const bytes = Buffer.from(value)
    return Buffer.concat([control(TYPE.string, bytes.length), bytes])
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return Buffer.concat([control(TYPE.uint32, 4), bytes])
  }
  if (Array.isArray(value)) {
    const items = value as readonly Value[]
    return Buffer.concat([control(TYPE.array, items.length), ...items.map(encode)])
  }
  const entries = Object.entries(value)
  return Buffer.concat([
    control(TYPE.map, entries.length),
    ...entries.flatMap(([key, part]) => [encode(key), encode(part as Value)]),
  ])
}

/** Control byte and size; types above 7 take a second byte, sizes up to 284 are enough here. */
function control(type: number, size: number): Buffer {
  const short = size < 29 ? size : 29
  const bytes = type <= 7 ? [(type << 5) | short] : [short, type - 7]
  return Buffer.from(size < 29 ? bytes : [...bytes, size - 29])
}
