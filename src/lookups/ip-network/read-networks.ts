/** Published lists of networks, in the forms they are published in. */
import { isIP } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { addressWords } from '../address/address-words.ts'
import { merge, type Range } from './range-set.ts'

/**
 * Form of a list: `lines` has a network or address per line and `#` before comments, `csv` has it in the first field,
 * `json` has it anywhere as a string.
 */
export type ListForm = 'lines' | 'csv' | 'json'

/** What a list says, merged, and how many of its entries are no networks. */
export interface ReadNetworks {
  ranges: Range[]
  entries: number
  strangers: number
}

/** Entries read before others get their turn: about 5 ms (tried 2026-11-25). */
const SLICE = 2000

/**
 * Reads a list in slices, so that whoever measures round trips meanwhile is not held up.
 *
 * Fails: rejects when a `json` list is no JSON.
 */
export async function readNetworks(text: string, form: ListForm): Promise<ReadNetworks> {
  const entries =
    form === 'json' ? stringsOf(JSON.parse(text)).filter(isLikeNetwork) : linesOf(text)
  const merged: Range[] = []
  let count = 0
  let strangers = 0
  let slice: Range[] = []
  for (const entry of entries) {
    const range = readNetwork(form === 'csv' ? (entry.split(',', 1)[0] ?? '') : entry)
    count += 1
    if (range === undefined) strangers += 1
    else slice.push(range)
    if (count % SLICE !== 0) continue
    // Neighbours in a list are mostly neighbours on the network too: little is left to merge in the end.
    merged.push(...merge(slice))
    slice = []
    await setImmediate()
  }
  return { ranges: merge([...merged, ...slice]), entries: count, strangers }
}

/** Reads "192.0.2.0/24", "192.0.2.1", "2001:db8::/32" or "2001:db8::1"; bits beyond the prefix are ignored. */
export function readNetwork(text: string): Range | undefined {
  const [address = '', prefix] = text.trim().split('/')
  const family = isIP(address)
  if ((family !== 4 && family !== 6) || address.includes('%')) return undefined
  const most = family === 4 ? 32 : 128
  const bits = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number(prefix) : 0
  if (bits < LEAST_PREFIX || bits > most) return undefined
  let value = 0n
  for (const word of addressWords({ text: address, family })) value = (value << 32n) | BigInt(word)
  const host = (1n << BigInt(most - bits)) - 1n
  const last = value | host
  return { family, first: last - host, last }
}

/** No list names a wider network: whoever says /0 means everybody. */
const LEAST_PREFIX = 8

function* linesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end === -1 ? text.length : end)
    at = end === -1 ? text.length : end + 1
    const entry = line.replace(/#.*$/, '').trim()
    if (entry !== '') yield entry
  }
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
