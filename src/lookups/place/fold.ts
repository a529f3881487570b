/** Spellings of one name brought together. */

/** Letters that Unicode does not take apart into a base letter and a mark. Source: Unicode 15.1, NFKD. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ς: 'σ',
  ə: 'a',
}

/** What people write for a letter with a mark when the keyboard lacks it: German, Danish, Norwegian, Swedish. */
const DIGRAPHS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

/** Words with a common short form, either of which may be in the gazetteer. */
const SHORT_WORDS: readonly (readonly [string, string])[] = [
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['fort', 'ft'],
  ['mount', 'mt'],
  ['port', 'pt'],
]

/** Points of the compass before a name, which people shorten; nobody lengthens them. */
const DIRECTIONS: readonly (readonly [string, string])[] = [
  ['north ', 'n '],
  ['south ', 's '],
  ['east ', 'e '],
  ['west ', 'w '],
]

/** What is left out before a name: "The Bronx". */
const ARTICLE = 'the '

/** Words that are part of a region's official name and are left out as often as not. */
const REGION_WORDS =
  /^(?:state of|province of|municipality of) | (?:county|province|state|region|department|oblast|governorate|voivodeship|district|prefecture|municipality|metropolitan)$/g

/** The part of a region's folded name that people use: "state of berlin" → "berlin". */
export function coreOfRegion(key: string): string {
  return key.replace(REGION_WORDS, '')
}

/** Folded characters up to the end of Latin Extended-A and a little more, where almost all names lie. */
const cached: (string | undefined)[] = new Array<string | undefined>(0x250)

/**
 * The form in which names are compared: small letters without marks, words separated by one space.
 *
 * Out: letters and digits of any script; empty for emoji and punctuation. Fails: never.
 * Example: "São Paulo" → "sao paulo", "Washington, D.C." → "washington dc", "Xi’an" → "xian".
 */
export function fold(text: string): string {
  let folded = ''
  for (const character of text) folded += foldCharacter(character)
  return folded.includes(' ') ? folded.replace(/ {2,}/g, ' ').trim() : folded
}

/** One character: nothing, a space, or one or more letters. Folding never depends on the neighbours. */
function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  const known = cached[code]
  if (known !== undefined) return known
  const folded = character
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}.'’‘ʻʼ\u0060´]/gu, '')
    .replace(/[ßæœøłđðþıħəς]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
  if (code < cached.length) cached[code] = folded
  return folded
}

/** Every folded form a name is found under, the usual one first. */
export function spellings(name: string): string[] {
  const usual = fold(name)
  const composed = name.toLowerCase()
  const hasDigraph = /[äöüåø]/.test(composed)
  const hasShortWord = /\b(?:sainte?|ste?|fort|ft|mount|mt|port|pt)\b/.test(usual)
  const direction = DIRECTIONS.find(([long]) => usual.startsWith(long))
  const hasArticle = usual.startsWith(ARTICLE)
  if (!hasDigraph && !hasShortWord && direction === undefined && !hasArticle) return [usual]
  const forms = new Set([usual])
  if (hasArticle) forms.add(usual.slice(ARTICLE.length))
  if (direction !== undefined) forms.add(direction[1] + usual.slice(direction[0].length))
  if (hasDigraph) {
    forms.add(fold(composed.replace(/[äöüåø]/g, (letter) => DIGRAPHS[letter] ?? letter)))
  }
  if (hasShortWord) {
    for (const [long, short] of SHORT_WORDS) {
      for (const form of [...forms]) {
        forms.add(replaceWord(form, long, short)).add(replaceWord(form, short, long))
      }
    }
  }
  return [...forms]
}

function replaceWord(text: string, word: string, by: string): string {
  return ` ${text} `.replaceAll(` ${word} `, ` ${by} `).trim()
}
