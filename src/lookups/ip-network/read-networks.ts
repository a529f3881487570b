/** Published lists of networks, in the forms they are published in. */
import { isIP } from 'node:net'
import { addressWords } from '../address/address-words.ts'
import type { Range } from './range-set.ts'

/**
 * Form of a list: `lines` has a network or address per line and `#` before comments, `csv` has it in the first field,
 * `json` has it anywhere as a string.
 */
export type ListForm = 'lines' | 'csv' | 'json'

/** What a list says, and how many of its entries are no networks. */
export interface ReadNetworks {
  ranges: Range[]
  strangers: number
}

/** Entries read before others get their turn: about 5 ms (tried 2026-11-25). */
const SLICE = 5000

/**
 * Reads a list in slices, so that whoever measures round trips meanwhile is not held up.
 *
 * Fails: rejects when a `json` list is no JSON.
 */
export async function readNetworks(text: string, form: ListForm): Promise<ReadNetworks> {
  const entries =
    form === 'json' ? stringsOf(JSON.parse(text)).filter(isLikeNetwork) : linesOf(text)
  const ranges: Range[] = []
  let strangers = 0
  for (let at = 0; at < entries.length; at += SLICE) {
    for (const entry of entries.slice(at, at + SLICE)) {
      const range = readNetwork(form === 'csv' ? (entry.split(',', 1)[0] ?? '') : entry)
      if (range === undefined) strangers += 1
      else ranges.push(range)
    }
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return { ranges, strangers }
}

/** Reads "192.0.2.0/24", "192.0.2.1", "2001:db8::/32" or "2001:db8::1"; bits beyond the prefix are ignored. */
export function readNetwork(text: string): Range | undefined {
  const [address = '', prefix] = text.trim().split('/')
  const family = isIP(address)
  if ((family !== 4 && family !== 6) || address.includes('%')) return undefined
  const most = family === 4 ? 32 : 128
  const bits = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN
  if (!(bits >= 1 && bits <= most)) return undefined
  let value = 0n
  for (const word of addressWords({ text: address, family })) value = (value << 32n) | BigInt(word)
  const host = (1n << BigInt(most - bits)) - 1n
  const last = value | host
  return { family, first: last - host, last }
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '')
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsOf)
}

/** Of the strings of a JSON file only some are meant as networks. */
function isLikeNetwork(text: string): boolean {
  return /^[\da-f.:]+\/\d+$/i.test(text)
}
