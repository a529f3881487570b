/** GeoLite2 City of 2023 as geoip-lite carries it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { opinion, type Database } from './opinion.ts'

/** The archive the data were made from: "… GeoLite2-City-CSV_20231115.zip". */
const ARCHIVE = /GeoLite2-City-CSV_(\d{4})(\d{2})(\d{2})\.zip/

/**
 * geoip-lite, loaded when first asked for: it keeps 150 MB in memory.
 *
 * The day the data were built is in the name of MaxMind's archive, which the package keeps beside them.
 * Fails: rejects when the data are missing or damaged.
 * Source: geoip-lite 1.4.10, `data/city.checksum`, `scripts/updatedb.js`.
 */
export async function openGeoipLite(): Promise<Database> {
  const data = join(
    dirname(createRequire(import.meta.url).resolve('geoip-lite/package.json')),
    'data',
  )
  try {
    const builtOn = ARCHIVE.exec(readFileSync(join(data, 'city.checksum'), 'utf8'))
      ?.slice(1)
      .join('-')
    if (builtOn === undefined)
      throw new Error('expected the archive name in city.checksum, got none')
    // Otherwise the package would read another folder named by an environment variable, of another date.
    Object.assign(globalThis, { geodatadir: data })
    const { default: geoip } = await import('geoip-lite')
    const head = { name: 'GeoLite2 City', builtOn }
    return ({ text }) => opinion(head, geoip.lookup(text))
  } catch (cause) {
    const got = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`IP database geoip-lite: expected its data in ${data}, got: ${got}`, { cause })
  }
}
