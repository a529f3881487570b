/** What Slack would make of texts: every mention, link, format and emoji name in them, read by its own rules. */
import { isObject } from '../../../src/chat/json-faults.ts'

interface Text {
  type: 'plain_text' | 'mrkdwn'
  text: string
  emoji?: unknown
  verbatim?: unknown
}

/** Every text object in a value. */
export function textsIn(value: unknown): Text[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!isObject(value)) return []
  const { type, text } = value
  const isText = (type === 'plain_text' || type === 'mrkdwn') && typeof text === 'string'
  const own = isText ? [value as unknown as Text] : []
  return [...own, ...Object.values(value).flatMap(textsIn)]
}

/** Mentions, links, formats, quotes and emoji names in a text that Slack reads as markup. */
export function meaningsIn(text: string, verbatim = true): string[] {
  const patterns = [
    /<[^>\n]+>/g,
    /```[\s\S]+?```/g,
    /(?<!`)`[^`\n]+`(?!`)/g,
    /\*[^*\n]+\*/g,
    /_[^_\n]+_/g,
    /~[^~\n]+~/g,
    /:[a-z0-9_+-]+:/g,
    /^(&gt;|>)/gm,
    ...(verbatim ? [] : [/https?:\/\/\S+/g, /@(channel|here|everyone)/g]),
  ]
  return patterns.flatMap((pattern) => text.match(pattern) ?? [])
}
