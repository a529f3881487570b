/** What a map shows, in words: beside the picture, and instead of it. */
import { fill } from '../texts/fill.ts'
import { managersLocale } from '../texts/managers-language.ts'
import { managers } from '../texts/managers.ts'
import { isOverHalfEarth, type MapAddress, type MapVantage, type MapView } from './map-view.ts'

/** Half of the way around the earth, km: nothing is farther away. */
const FARTHEST_KM = 20_015

/** The longest alternative text that a chat takes. Source: docs.slack.dev, image block, alt_text (read 2026-11-22). */
const MOST_ALT = 2000

const texts = managers.words.map

/** Kilometres as people write them: "3,640 km". */
export function kmWords(km: number): string {
  return fill(texts.kilometres, { number: Math.round(km).toLocaleString(managersLocale) })
}

/** Which databases, as briefly as it can be said. In: theirs, and all that were asked. */
function databaseWords(databases: readonly string[], all: readonly string[]): string {
  const count = databases.length
  if (count > 1 && count === all.length) {
    return count === 2 ? texts.bothDatabases : fill(texts.allDatabases, { count })
  }
  return databases.join(managers.words.and)
}

/** One line each for the stated place, the addresses and the servers; what is not there is not mentioned. */
export function mapLines(view: MapView): string[] {
  const { claim, addresses, countries, databases, vantages } = view
  return [
    fill(texts.stated, { place: claim.label }),
    ...addresses.map((address) => addressLine(address, view)),
    ...countries.map(({ label, databases: by }) =>
      fill(texts.country, { country: label, databases: databaseWords(by, databases) }),
    ),
    ...vantages.map((vantage) => vantageLine(vantage)),
  ]
}

function addressLine(
  { label, numbers, databases: by, radiusKm }: MapAddress,
  { addressCount, databases }: MapView,
): string {
  const address =
    addressCount > 1
      ? fill(texts.numberedAddress, { numbers: numbers.join(managers.words.and) })
      : texts.oneAddress
  const parts = { address, place: label, databases: databaseWords(by, databases) }
  return radiusKm === null
    ? fill(texts.address, parts)
    : fill(texts.addressWithin, { ...parts, distance: kmWords(radiusKm) })
}

function vantageLine({ name, leastMs, reachKm, claimKm }: MapVantage): string {
  const answer = fill(texts.answer, { server: name, ms: leastMs.toFixed(1) })
  if (reachKm >= FARTHEST_KM) return fill(texts.anywhere, { answer })
  const text = isOverHalfEarth(reachKm) ? texts.farReach : texts.reach
  return fill(text, { answer, reach: kmWords(reachKm), distance: kmWords(claimKm) })
}

/** The map in one text of at most 2,000 characters. */
export function mapAlt(view: MapView): string {
  const text = fill(texts.alt, { lines: mapLines(view).join('. ') })
  return text.length <= MOST_ALT ? text : `${text.slice(0, MOST_ALT - 1)}…`
}
