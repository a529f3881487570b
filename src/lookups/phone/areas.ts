/** Where numbers of the North American plan (+1) were given out. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The place of a national number's longest known prefix: "Austin, TX"; null where none is known. Fails: never. */
export type Areas = (nationalNumber: string) => string | null

/** An area code; with the exchange and the thousands block of some more, the longest prefix of the table. */
const SHORTEST = 3
const LONGEST = 7

/**
 * Reads `phone-areas.tsv.gz`, made by `scripts/build-phone-areas.ts`: 10,370 places of 32,497 prefixes.
 *
 * Fails: throws when the file is missing or damaged.
 */
export function readAreas(folder: URL): Areas {
  const placeOf = new Map<string, string>()
  for (const line of unpack(new URL('phone-areas.tsv.gz', folder)).trimEnd().split('\n')) {
    const [place = '', prefixes] = line.split('\t')
    if (place === '' || prefixes === undefined || !/^[\d ]+$/.test(prefixes)) {
      throw new Error(`phone areas: expected a place and its prefixes, got ${line.slice(0, 100)}`)
    }
    for (const prefix of prefixes.split(' ')) placeOf.set(prefix, place)
  }
  return (nationalNumber) => {
    for (let length = LONGEST; length >= SHORTEST; length -= 1) {
      const place = placeOf.get(nationalNumber.slice(0, length))
      if (place !== undefined) return place
    }
    return null
  }
}

function unpack(file: URL): string {
  try {
    return gunzipSync(readFileSync(file)).toString('utf8')
  } catch (cause) {
    const got = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`phone areas: expected a gzip file at ${file.pathname}, got: ${got}`, { cause })
  }
}
