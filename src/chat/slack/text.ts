/** Text for Slack: what a person typed stays text, and fits. */
import type { MrkdwnElement, PlainTextElement } from '@slack/types'
import { clean, cutTo, fitting, oneLine } from '../text.ts'

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

/** Cuts a text that does not fit, at a word where one ends near by. */
export function cut(text: string, most: number): string {
  return cutTo(text, most, sizeOf)
}

/** Splits a long text into at most `count` pieces that fit; the last is cut. */
export function pieces(text: string, most: number, count: number): string[] {
  if (count <= 1 || sizeOf(text) <= most) return [cut(text, most)]
  const head = fitting(text, most, sizeOf)
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
