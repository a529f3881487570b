/** Text for Discord: what a person typed stays text, and fits. */
import { clean, cutTo } from '../text.ts'

/** Stands where a text is empty: Discord refuses empty ones. */
const NOTHING = '–'

/**
 * Signs that begin a format, a mention, a masked link or an address, wherever they stand.
 *
 * A slash is among them so that no address becomes a link and no invitation is unfolded.
 */
const SIGNS = /[\\*_~`|[\]<>@/]/g

/** What makes a heading, a list, small text or a quote where a line begins. */
const LINE_STARTS = /^(\s*)([#+-]|\d+(?=[.)]))/gm

/** Takes the meaning from signs by a backslash before each, which Discord does not show. */
export function escape(text: string): string {
  return text
    .replace(SIGNS, (sign) => `\\${sign}`)
    .replace(LINE_STARTS, (_all, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    )
}

/** Characters as Discord counts them at most: with the backslashes. */
function sizeOf(text: string): number {
  return escape(text).length
}

/** A text that means nothing but itself, within a limit. In: anything; out: never empty. */
export function plain(text: string, most: number): string {
  const whole = clean(text) || NOTHING
  for (let room = most; ; room -= 1) {
    // What a sign means depends on what stands around it, so only the whole tells its size.
    const shown = escape(cutTo(whole, room, sizeOf))
    if (shown.length <= most) return shown
  }
}

/** Cuts a text that Discord reads without any markup: labels, placeholders, alternative texts. */
export function cut(text: string, most: number): string {
  return cutTo(text, most, (part) => part.length)
}

/** The same, never empty. */
export function label(text: string, most: number): string {
  return cut(clean(text).replace(/\s+/g, ' ') || NOTHING, most)
}

/** Zero width: breaks a fence that stands inside a text. */
const BREAK = '\u200B'

/** A text as code, which shows every sign as it is. Read back by `fromCode`. */
export function toCode(text: string): string {
  if (text === '') return NOTHING
  if (!/[\n`]/.test(text)) return `\`${text}\``
  return `\`\`\`\n${text.replaceAll('```', `\`${BREAK}\`${BREAK}\``)}\n\`\`\``
}

/** The text that was written as code where a text begins; empty where none was. */
export function fromCode(shown: string): string {
  const [, block] = /^```\n([^]*?)\n```/.exec(shown) ?? []
  if (block !== undefined) return block.replaceAll(`\`${BREAK}\`${BREAK}\``, '```')
  return /^`([^`\n]+)`/.exec(shown)?.[1] ?? ''
}

/** An address to open; null for what is no web address. */
export function toUrl(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}
