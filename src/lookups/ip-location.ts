/** Where databases place an IP address. */
import type { AddressLocation } from '../core/signals.ts'
import type { IpDatabase, IpLocation } from '../usecases/lookups.ts'
import { openGeoipLite } from './ip-location/geoip-lite.ts'
import { openDbip, openOwn } from './ip-location/mmdb.ts'
import type { Database } from './ip-location/opinion.ts'
import { DamagedRecord } from './address/mmdb-file.ts'
import { publicAddress, type PublicAddress } from './address/public-address.ts'

/** As many opinions as the signal `addressLocations` holds. */
const MOST_DATABASES = 4

/**
 * Opens the databases.
 *
 * Out: every database's own opinion; disagreement is for the checks to weigh.
 * Fails: rejects when there is none or more than four, or when a file is missing, damaged or not about places.
 */
export default async function create(options: {
  databases: readonly IpDatabase[]
}): Promise<IpLocation> {
  const count = options.databases.length
  if (count < 1 || count > MOST_DATABASES) {
    throw new Error(`IP databases: expected 1 to ${String(MOST_DATABASES)}, got ${String(count)}`)
  }
  const databases = await Promise.all(options.databases.map(open))
  return (address) => {
    const asked = publicAddress(address)
    if (asked === undefined) return { why: 'unknown' }
    const answers = databases.map((database) => ask(database, asked))
    const value = answers.flatMap((answer) => (answer === 'damaged' ? [] : (answer ?? [])))
    if (value.length > 0) return { value }
    return { why: answers.includes('damaged') ? 'error' : 'unknown' }
  }
}

/** A damaged record of one database leaves the opinions of the others. */
function ask(database: Database, asked: PublicAddress): AddressLocation | undefined | 'damaged' {
  try {
    return database(asked)
  } catch (error) {
    if (error instanceof DamagedRecord) return 'damaged'
    throw error
  }
}

async function open(database: IpDatabase): Promise<Database> {
  if (database === 'dbip') return openDbip()
  if (database === 'geoip-lite') return openGeoipLite()
  return openOwn(database.path)
}
