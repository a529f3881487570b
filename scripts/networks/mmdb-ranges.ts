/** All networks that an MMDB file has a record for. */
import type { Range } from '../../src/lookups/ip-network/range-set.ts'

const METADATA = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1')

/**
 * Walks the search tree; what the records say is left out.
 *
 * In: a file of 24-bit records. IPv4 is the part below ::/96.
 * Fails: throws for another kind of file.
 * Source: MaxMind DB File Format 2.0 (read 2026-11-25).
 */
export function mmdbRanges(bytes: Buffer, nodeCount: number, recordSize: number): Range[] {
  if (bytes.lastIndexOf(METADATA) === -1 || recordSize !== 24) {
    throw new Error(`expected an MMDB file of 24-bit records, got ${String(recordSize)}`)
  }
  const ranges: Range[] = []
  const walk = (node: number, depth: number, prefix: bigint): void => {
    for (const bit of [0, 1] as const) {
      const child = bytes.readUIntBE(node * 6 + bit * 3, 3)
      const bits = depth + 1
      const next = (prefix << 1n) | BigInt(bit)
      if (child < nodeCount) walk(child, bits, next)
      if (child <= nodeCount) continue
      const first = next << BigInt(128 - bits)
      const last = first | ((1n << BigInt(128 - bits)) - 1n)
      ranges.push({ family: first < 1n << 32n ? 4 : 6, first, last })
    }
  }
  walk(0, 0, 0n)
  return ranges
}
