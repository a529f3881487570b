/** Whom to name wherever an answer of their database is shown, as its licence asks. */
import { managers } from '../texts/managers.ts'

const texts = managers.words.attributions

/** A line with the link that goes with it. */
export interface Attribution {
  text: string
  url: string
}

/**
 * By what an answer of theirs carries: the name of the database or, where the name of a network is DB-IP's whatever list told its
 * kind, its number, in words or as kept, or the check.
 * Source: db-ip.com/db/lite.php (CC BY 4.0), MaxMind's GeoLite2 EULA (read 2026-11-22).
 */
const byMark: readonly (Attribution & { marks: readonly RegExp[] })[] = [
  {
    marks: [/DB-IP/, / \(AS\d/, /"asn":\d/, /network-kind/],
    text: texts.dbIp,
    url: 'https://db-ip.com',
  },
  {
    marks: [/GeoLite2/],
    text: texts.geoLite,
    url: 'https://www.maxmind.com',
  },
]

/** Whose coasts and borders maps have; in the public domain, so named out of courtesy. Source: naturalearthdata.com, terms of use (read 2026-11-25). */
export const NATURAL_EARTH: Attribution = {
  text: texts.naturalEarth,
  url: 'https://www.naturalearthdata.com',
}

/** The attributions that a text needs: those of every database it names. */
export function attributionsOf(text: string): Attribution[] {
  return byMark
    .filter(({ marks }) => marks.some((mark) => mark.test(text)))
    .map(({ text: line, url }) => ({ text: line, url }))
}
