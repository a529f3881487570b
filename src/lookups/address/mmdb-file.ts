/** Files in MaxMind's format. */
import { Reader, type Response } from 'maxmind'
import type { PublicAddress } from './public-address.ts'

/** The search tree is followed by 16 zero bytes. Source: MaxMind DB File Format 2.0, "Data Section Separator". */
const SEPARATOR_BYTES = 16

/** Well-known resolvers and registries on every continent: what a file says of them shows what kind it is. */
export const WELL_KNOWN: readonly PublicAddress[] = [
  { text: '8.8.8.8', family: 4 },
  { text: '9.9.9.9', family: 4 },
  { text: '193.0.6.139', family: 4 },
  { text: '196.216.2.6', family: 4 },
  { text: '200.3.14.10', family: 4 },
  { text: '202.12.29.142', family: 4 },
  { text: '2001:4860:4860::8888', family: 6 },
  { text: '2001:67c:2e8::1', family: 6 },
]

/**
 * Opens a file.
 *
 * In: how to get its bytes; what it is called in a fault.
 * Fails: rejects when it is missing, damaged or something else.
 */
export async function openMmdb(
  path: string,
  read: (path: string) => Promise<Buffer>,
  called = 'IP database',
): Promise<Reader<Response>> {
  try {
    const bytes = await read(path)
    const reader = new Reader<Response>(bytes)
    const { searchTreeSize, nodeCount } = reader.metadata
    const separator = bytes.subarray(searchTreeSize, searchTreeSize + SEPARATOR_BYTES)
    if (nodeCount > 0 && separator.length === SEPARATOR_BYTES && separator.every((b) => b === 0)) {
      return reader
    }
  } catch (cause) {
    if (isFileError(cause)) {
      throw new Error(`${called} ${path}: expected a readable file, got ${cause.code}`, { cause })
    }
    throw new Error(`${called} ${path}: expected an MMDB file, got something else or a part`, {
      cause,
    })
  }
  throw new Error(`${called} ${path}: expected a whole MMDB file, got a damaged one`)
}

/** A record that cannot be read: of a file only the search tree is looked at when it is opened. */
export class DamagedRecord extends Error {}

/** What a file holds of an address; null for nothing. Fails: `DamagedRecord`. */
export function recordOf(reader: Reader<Response>, text: string): unknown {
  try {
    return reader.get(text)
  } catch (cause) {
    const { databaseType } = reader.metadata
    throw new DamagedRecord(`${databaseType}: expected a record of ${text}, got a damaged one`, {
      cause,
    })
  }
}

/** The day a file was made, YYYY-MM-DD. */
export function builtOn(reader: Reader<Response>): string {
  return reader.metadata.buildEpoch.toISOString().slice(0, 10)
}

function isFileError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
