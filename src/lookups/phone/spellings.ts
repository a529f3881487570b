/** The texts that a written phone number may stand for. */

/** Nobody writes a longer one; what comes after is not read. The parser refuses more than 250 characters. */
const MOST_CHARACTERS = 250

/** The zeros of digits that keyboards write: Arabic, Persian, Devanagari, Bengali, Tamil, Thai, Lao, Tibetan, Burmese, Khmer. */
const ZEROS = [...'٠۰०০௦๐໐༠၀០']

/** Letters of the keys 2 to 9. Source: ITU-T E.161. */
const KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz']

/** Between two numbers: "512 555 0100 / 737 555 0100". */
const BETWEEN = /[/;,|&]|\bor\b|\band\b/i

/** An extension at the end, which a word for a number ("1-800-FLOWERS ext. 12") does not include. */
const EXTENSION = /[\s,;]*(?:ext(?:n|ension)?|x|#)[.:\s]*\d{1,7}\s*$/i

/** A word for digits is told from a remark by the area code in front of it. */
const WITH_WORD = /^[^\d+]*(\+?[\d\s().-]*\d{3}[\s().-]*[a-z][a-z\d\s.-]*)$/i

/** Digits of a number of +1 at the beginning: networks ignore those that a longer word dials. */
const NANP = /^\+?(1?)([2-9]\d{9})/

/** "1 512 476 9999": no other plan groups so, and Germany's has such digits too. */
const NANP_GROUPS = /^1[\s.-]*(?=\(?[2-9]\d{2}\)?[\s.-]+[2-9]\d{2}[\s.-]+\d{4}(?!\d))/

/** Nobody gives more numbers than this in one line. */
const MOST_NUMBERS = 3

/** A number that begins with its country code has as many digits as this, seldom fewer. */
const LEAST_WITH_COUNTRY = 11

/**
 * Ways to read a number, the one that changes least first.
 *
 * As written, in groups of +1 with its +; the first of several; with its letters as keys; with 00 for +; with a country code whose + is missing.
 * In: any text. Out: in ASCII digits, without invisible marks. Fails: never.
 */
export function spellings(written: string): string[] {
  const text = plain(written)
  const digits = text.replace(/\D/g, '')
  const several = BETWEEN.test(text)
    ? text
        .split(BETWEEN)
        .filter((part) => /\d/.test(part))
        .slice(0, MOST_NUMBERS)
    : []
  const international = /^\D*00/.test(text) ? [text.replace(/^[^\d]*00/, '+')] : []
  const withoutPlus =
    !text.includes('+') && digits.length >= LEAST_WITH_COUNTRY ? [`+${digits}`] : []
  return [
    text.replace(NANP_GROUPS, '+1 '),
    ...several,
    ...word(text),
    ...international,
    ...withoutPlus,
  ]
}

function plain(written: string): string {
  return (
    written
      .slice(0, MOST_CHARACTERS)
      .normalize('NFKC')
      // Direction marks, zero-width spaces, soft hyphens: they come along when a number is copied.
      .replace(/\p{Cf}/gu, '')
      .replace(/\p{Nd}/gu, asciiDigit)
      .trim()
  )
}

function asciiDigit(character: string): string {
  const code = character.charCodeAt(0)
  const zero = ZEROS.find((first) => code >= first.charCodeAt(0) && code <= first.charCodeAt(0) + 9)
  return zero === undefined ? character : String(code - zero.charCodeAt(0))
}

/** "1-800-FLOWERS" → "+18003569377", or the same digits in another plan. */
function word(text: string): string[] {
  const spelt = WITH_WORD.exec(text.replace(EXTENSION, ''))?.[1]
  if (spelt === undefined) return []
  const digits = spelt
    .toLowerCase()
    .replace(/[a-z]/g, (letter) => String(KEYS.findIndex((key) => key.includes(letter)) + 2))
    .replace(/[^\d+]/g, '')
  const [, country = '', national] = NANP.exec(digits) ?? []
  if (national === undefined) return [digits]
  return [country === '' ? national : `+1${national}`, digits]
}
