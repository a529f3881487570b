/**
 * What a button or a form carries along: the command it is for, its arguments, and whose rules hold.
 *
 * Discord gives 100 characters to each and keeps nothing else, so ids are written short: "round=~01k…" for "round_01k…".
 */
import { MOST } from './most.ts'

/** What is carried. */
export interface Carried {
  /**
   * `press`: a button of a card. `form`: a form that answers at once. `draft`: part of a form whose answers so far stand
   * in a message; `ask`: a button of that message that opens a part; `send`: the one that submits it.
   */
  kind: 'press' | 'form' | 'draft' | 'ask' | 'send'
  command: string
  args: Readonly<Record<string, string>>
  /** Which part of a form, from 0. */
  part: number
  /** The same when one submission arrives twice. */
  submission: string
  /** The server whose rules hold, where the message is in none; null where it is in one. */
  guild: string | null
}

const KINDS = { press: 'c', form: 'f', draft: 'd', ask: 'a', send: 's' } as const

/** Writes it. Out: null for what does not fit. */
export function toCustomId(carried: Carried): string | null {
  const { kind, command, args, part, submission, guild } = carried
  // Half a character has no code of its own.
  if (![command, ...Object.keys(args), ...Object.values(args)].every(isWhole)) return null
  const pairs = Object.entries(args).map(([name, value]) => {
    const isShort = value.startsWith(`${name}_`)
    const rest = encodeURIComponent(isShort ? value.slice(name.length + 1) : value)
    return `${encodeURIComponent(name)}=${isShort ? `~${rest}` : rest.replace(/^~/, '%7E')}`
  })
  const head = [KINDS[kind], encodeURIComponent(command), String(part), submission]
  const where = guild === null ? '' : BigInt(guild).toString(36)
  const id = [...head, where, ...pairs].join(';')
  return id.length > MOST.customId ? null : id
}

function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}

/** Reads it; null for an id that is none of ours. */
export function parseCustomId(id: string): Carried | null {
  const [sign = '', command = '', part = '', submission = '', where = '', ...pairs] = id.split(';')
  const kind = Object.entries(KINDS).find(([, letter]) => letter === sign)?.[0]
  if (!isKind(kind) || command === '' || !/^\d{1,2}$/.test(part)) return null
  try {
    return {
      kind,
      command: decodeURIComponent(command),
      args: Object.fromEntries(pairs.map(readPair)),
      part: Number(part),
      submission,
      guild: where === '' ? null : fromBase36(where),
    }
  } catch {
    return null
  }
}

function isKind(text: string | undefined): text is Carried['kind'] {
  return text !== undefined && text in KINDS
}

function readPair(pair: string): [string, string] {
  const at = pair.indexOf('=')
  if (at < 1) throw new Error('no pair')
  const name = decodeURIComponent(pair.slice(0, at))
  const value = pair.slice(at + 1)
  const rest = decodeURIComponent(value.replace(/^~/, ''))
  return [name, value.startsWith('~') ? `${name}_${rest}` : rest]
}

/** A snowflake from the shorter way of writing it. */
function fromBase36(text: string): string {
  if (!/^[0-9a-z]{1,13}$/.test(text)) throw new Error('no snowflake')
  return String([...text].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n))
}
