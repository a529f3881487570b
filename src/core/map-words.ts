/** What a map shows, in words: beside the picture, and instead of it. */
import { isOverHalfEarth, type MapVantage, type MapView } from './map-view.ts'

/** Half of the way around the earth, km: nothing is farther away. */
const FARTHEST_KM = 20_015

/** The longest alternative text that a chat takes. Source: docs.slack.dev, image block, alt_text (read 2026-11-22). */
const MOST_ALT = 2000

/** Kilometres as people write them: "3,640 km". */
export function kmWords(km: number): string {
  return `${Math.round(km).toLocaleString('en-US')} km`
}

/** Which databases, as briefly as it can be said. In: theirs, and all that were asked. */
function databaseWords(databases: readonly string[], all: readonly string[]): string {
  if (databases.length > 1 && databases.length === all.length) {
    return databases.length === 2 ? 'both databases' : `all ${databases.length} databases`
  }
  return databases.join(' and ')
}

/** One line each for the stated place, the addresses and the servers; what is not there is not mentioned. */
export function mapLines(view: MapView): string[] {
  const { claim, addresses, addressCount, databases, countries, vantages } = view
  const which = (numbers: readonly number[]) =>
    addressCount > 1 ? `IP address ${numbers.join(' and ')}` : 'IP address'
  return [
    `Stated place: ${claim.label}`,
    ...addresses.map(
      ({ label, numbers, databases: by, radiusKm }) =>
        `${which(numbers)} placed in ${label}, by ${databaseWords(by, databases)}${radiusKm === null ? '' : `, give or take ${kmWords(radiusKm)}`}`,
    ),
    ...countries.map(
      ({ label, databases: by }) =>
        `Country of the IP address, no city: ${label}, by ${databaseWords(by, databases)}`,
    ),
    ...vantages.map((vantage) => vantageLine(vantage)),
  ]
}

function vantageLine({ name, leastMs, reachKm, claimKm }: MapVantage): string {
  const answer = `Fastest answer to our server in ${name} after ${leastMs.toFixed(1)} ms`
  if (reachKm >= FARTHEST_KM) return `${answer}: that allows every place on earth`
  const reach = `${answer}: the computer is at most ${kmWords(reachKm)} from there`
  const half = isOverHalfEarth(reachKm) ? ', which is more than half of the earth' : ''
  return `${reach}${half}; the stated place is ${kmWords(claimKm)} from there`
}

/** The map in one text of at most 2,000 characters. */
export function mapAlt(view: MapView): string {
  const text = `Map. ${mapLines(view).join('. ')}.`
  return text.length <= MOST_ALT ? text : `${text.slice(0, MOST_ALT - 1)}…`
}
