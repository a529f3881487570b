/** The ways in which a typed place can be a name and what narrows it down. */
import { fold } from './fold.ts'

/** One way to read a text. */
export interface PlaceReading {
  /** Folded name of the place. */
  name: string
  /** Folded regions and countries. */
  within: string[]
}

/** Nobody types more; longer texts are cut, so that a hostile one costs nothing. */
const MOST_CHARACTERS = 200
const MOST_PARTS = 6
const MOST_WORDS = 8

/** Words with which profiles widen a city: "Greater Seattle Area", "Austin, Texas Metropolitan Area", "Metro Detroit". */
const AROUND =
  /^(?:greater|metro) | (?:metropolitan area|metropolitan region|metro area|metroplex|metro|area)$/g

/** Words that say how somebody works there, or that a county follows: "Remote - Austin, TX", "based in Berlin", "Co. Cork". */
const BEFORE =
  /^(?:(?:remote|hybrid|on ?site|based|located|living|currently|near|from|in|co|county) )+| (?:remote|hybrid|on ?site)$/g

/** A part of so few letters is a code, never a place after a street: "Salvador, BA" is not Ba on Fiji. */
const LONGEST_CODE = 3

/**
 * Parts of a text between commas, folded. Words with digits (postal codes, house numbers) are dropped unless they are
 * all there is.
 */
export function parts(text: string): string[] {
  return text
    .slice(0, MOST_CHARACTERS)
    .split(/[,;\n\t/|()]+/)
    .map((part) => {
      const words = fold(part).split(' ')
      const plain = words.filter((word) => !/\d/.test(word))
      return (plain.length > 0 ? plain : words).slice(0, MOST_WORDS).join(' ')
    })
    .filter((part) => part !== '')
    .slice(0, MOST_PARTS)
}

/**
 * Ways to read a text, the most natural first.
 *
 * Example: "Austin TX" → {austin tx}, {austin, within tx}; "12 Main St, Austin, TX" → …, {austin, within tx}.
 */
export function readings(text: string): PlaceReading[] {
  const asTyped = parts(text)
  const cores = asTyped.map((part) => part.replace(BEFORE, '').replace(AROUND, ''))
  return [
    ...whole(text, asTyped),
    ...inOrder(asTyped, 0, 1),
    ...reversed(asTyped),
    ...inOrder(asTyped, 1).filter(isAfterStreet),
    ...inOrder(cores, 0, 1),
    ...inOrder(cores, 1).filter(isAfterStreet),
  ]
}

/** A name that is written with what else divides parts: "Frankfurt (Oder)", "Dallas/Fort Worth". */
function whole(text: string, asTyped: readonly string[]): PlaceReading[] {
  const name = fold(text.slice(0, MOST_CHARACTERS)).split(' ').slice(0, MOST_WORDS).join(' ')
  return asTyped.length > 1 && name !== '' ? [{ name, within: [] }] : []
}

function isAfterStreet({ name, within }: PlaceReading): boolean {
  return within.length > 0 || name.length > LONGEST_CODE
}

/** Each part as the name, with the parts after it; those before it are a street. */
function inOrder(list: readonly string[], from: number, to?: number): PlaceReading[] {
  return list.slice(from, to).flatMap((part, at) => split(part, list.slice(from + at + 1)))
}

/** The large before the small: "Texas, Paris". */
function reversed(list: readonly string[]): PlaceReading[] {
  const name = list.at(-1)
  return name === undefined || list.length < 2 ? [] : [{ name, within: list.slice(0, -1) }]
}

/** A part as a name alone, then with ever more of its last words as region and country. */
function split(part: string, within: string[]): PlaceReading[] {
  const words = part.split(' ')
  return words.map((_, left) => {
    const name = words.slice(0, words.length - left).join(' ')
    const rest = words.slice(words.length - left).join(' ')
    return { name, within: left === 0 ? within : [rest, ...within] }
  })
}
