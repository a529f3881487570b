/** Text as people wrote it, made fit to be shown. */

/** Controls that are no line break or tab, and marks that turn the direction of all that follows. */
const UNSHOWN = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g

/** A text as it may be shown: no controls, no half characters, no space around it. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSHOWN, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
}

/** The same in one line. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ')
}

/** How long a text is where it is shown. */
export type SizeOf = (text: string) => number

/** Cuts a text that does not fit, at a word where one ends near by. */
export function cutTo(text: string, most: number, sizeOf: SizeOf): string {
  if (sizeOf(text) <= most) return text
  const kept = fitting(text, most - 1, sizeOf)
  const word = kept.search(/\s\S*$/)
  const end = word > kept.length * 0.7 ? word : kept.length
  // A joiner at the end would bind the ellipsis to the last character.
  return `${kept.slice(0, end).replace(/[\s\u200D]+$/u, '')}…`
}

/** As many whole characters from the start as fit. */
export function fitting(text: string, most: number, sizeOf: SizeOf): string {
  let size = 0
  let end = 0
  for (const character of text) {
    size += sizeOf(character)
    if (size > most) break
    end += character.length
  }
  return text.slice(0, end)
}
