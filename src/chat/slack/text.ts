/** Text for Slack: what a person typed stays text, and fits. */
import type { MrkdwnElement, PlainTextElement } from '@slack/types'

/** Controls that are no line break or tab, and marks that turn the direction of all that follows. */
const UNSHOWN = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g

/** What Slack's servers write as an entity; it is not documented whether a limit counts one character or all of it. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Stands where a text is empty: Slack refuses empty ones. */
const NOTHING = '–'

/** Characters as Slack may count them at most: UTF-16 units, entities in full. */
export function sizeOf(text: string): number {
  return escapeMrkdwn(text).length
}

/** Takes the meaning from `&`, `<` and `>`: without them no mention, link or date can be written. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
}

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

/** Cuts a text that does not fit, at a word where one ends near by. */
export function cut(text: string, most: number): string {
  if (sizeOf(text) <= most) return text
  const kept = fitting(text, most - 1)
  const word = kept.search(/\s\S*$/)
  const end = word > kept.length * 0.7 ? word : kept.length
  // A joiner at the end would bind the ellipsis to the last character.
  return `${kept.slice(0, end).replace(/[\s\u200D]+$/u, '')}…`
}

/** As many whole characters from the start as fit. */
function fitting(text: string, most: number): string {
  let size = 0
  let end = 0
  for (const character of text) {
    size += sizeOf(character)
    if (size > most) break
    end += character.length
  }
  return text.slice(0, end)
}

/** Splits a long text into at most `count` pieces that fit; the last is cut. */
export function pieces(text: string, most: number, count: number): string[] {
  if (count <= 1 || sizeOf(text) <= most) return [cut(text, most)]
  const head = fitting(text, most)
  const gap = head.search(/\s\S*$/)
  const end = gap > 0 ? gap : head.length
  return [text.slice(0, end).trimEnd(), ...pieces(text.slice(end).trim(), most, count - 1)]
}

/** Text without any meaning but itself: Slack draws no mention, link, emoji name or format in it. */
export function plain(text: string, most: number): PlainTextElement {
  return { type: 'plain_text', text: cut(clean(text) || NOTHING, most), emoji: false }
}

/** Letters, digits and what stands between words: nothing that a format, link, mention or emoji name can be made of. */
const BARE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ,()’'-]*$/u

/** A name of something in bold where that is safe, else as it is. */
export function strong(name: string, most: number): PlainTextElement | MrkdwnElement {
  const text = cut(oneLine(name) || NOTHING, most - 2)
  if (!BARE.test(text)) return { type: 'plain_text', text, emoji: false }
  return { type: 'mrkdwn', text: `*${text}*`, verbatim: true }
}

/** Signs that look the same and mean nothing, for the one text that Slack always reads as markup. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '*': '∗',
  _: 'ˍ',
  '~': '∼',
  '`': 'ˋ',
  ':': '꞉',
  '>': '›',
}

/** Signs of formats, the colon before an emoji's name, and what makes a quote where a text begins. */
const FORMATS = /[*_~`]|:(?=[\p{L}\p{N}_+'-]+:)|^>/gu

/** Text for a notification: escaped, and without formats, which Slack has no escape for. */
export function toNotification(text: string, most: number): string {
  const inert = oneLine(text).replace(FORMATS, (sign) => LOOKALIKES[sign] ?? sign)
  return escapeMrkdwn(cut(inert || NOTHING, most))
}

/** An address to open, safe inside Slack's markup; null for what is no web address. */
export function toUrl(text: string): string | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  return url.href.replace(/[|`<>]/g, (sign) => encodeURIComponent(sign))
}
