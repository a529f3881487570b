/**
 * Messages whose answer was lost: posted or not, nobody told us.
 *
 * For a few minutes Discord takes a message with the same nonce once. After that a message is found by its mark, a short
 * hash in the last line of its embed. Before a message is posted that is written down, so that a mark without a known
 * place means that an answer was lost, by Discord or by a crash. Where the channel may not be read and the minutes are
 * over, the message is posted again and says that it may stand there twice, because a verdict that nobody sees is worse
 * than one that stands twice.
 */
import type { Ports } from '../../usecases/ports.ts'
import type { Log } from '../log.ts'
import { snowflakeAt, type Place } from './address.ts'
import type { Api } from './api.ts'
import { MOST } from './most.ts'
import { readTrouble } from './trouble.ts'

/** Discord's clock and ours may differ by this much. Source: our judgement, 2026-11-25. */
const CLOCKS_DIFFER_MS = 300_000

/** How long a nonce surely counts: "the past few minutes". Source: Create Message, discord/discord-api-docs, read 2026-11-25. */
const NONCE_MS = 120_000

/** Pages of a hundred messages that are looked through. */
const PAGES = 5

const MARK_LENGTH = 12

/** A message that is about to be posted. */
export interface Attempt {
  key: string
  caseId: string | null
  channel: string
  /** Where the message was that is gone, and whose place this one takes. */
  replaces: string | null
}

/** What became of an earlier attempt. */
export type Earlier =
  | { kind: 'none' }
  | { kind: 'found'; place: Place }
  /** Not there, or Discord would still tell it from a new one. */
  | { kind: 'absent' }
  | { kind: 'unknown' }

/** Remembers attempts. */
export interface Lost {
  /** The nonce of an attempt, the same for each try. */
  nonceOf(attempt: Attempt): string
  /** Stands in the message. */
  markOf(attempt: Attempt): string
  /** What became of an attempt before this one. Fails: with what Discord said when it does not answer. */
  lookUp(attempt: Attempt): Promise<Earlier>
  /** To be called before posting. */
  mark(attempt: Attempt): Promise<void>
  /** To be called when Discord surely did not post. */
  unmark(attempt: Attempt): Promise<void>
}

/** Makes the memory. */
export function createLost({ store, clock, random }: Ports, api: Api, log: Log): Lost {
  const nameOf = ({ key, channel }: Attempt) => `discord-posting:${channel}:${key}`
  const markOf = ({ key, channel }: Attempt) =>
    `No. ${random.hash(`${channel} ${key}`).slice(0, MARK_LENGTH)}`
  const write = (attempt: Attempt, value: string) =>
    store.transaction((tx) => tx.refs.set(nameOf(attempt), attempt.caseId, value))
  /** When this message was first tried, epoch ms. A mark of the message that it replaces says nothing about it. */
  const triedAt = async (attempt: Attempt): Promise<number | null> => {
    const mark = await store.transaction((tx) => tx.refs.get(nameOf(attempt)))
    const [at = '', replaces = ''] = (mark ?? '').split(' ')
    return at === '' || replaces !== (attempt.replaces ?? '') ? null : Number(at)
  }
  return {
    nonceOf: ({ key, channel, replaces }) =>
      random.hash(`${channel} ${key} ${replaces ?? ''}`).slice(0, MOST.nonce),
    markOf,
    async lookUp(attempt) {
      const since = await triedAt(attempt)
      if (since === null) return { kind: 'none' }
      try {
        const message = await search(api, attempt.channel, markOf(attempt), since)
        if (message === null) return { kind: 'absent' }
        return { kind: 'found', place: { channel: attempt.channel, message } }
      } catch (error) {
        const trouble = readTrouble(error)
        if (trouble.kind !== 'refused') throw error
        if (clock.now() - since < NONCE_MS) return { kind: 'absent' }
        log('warn', { code: trouble.code }, 'a message may stand twice: its channel cannot be read')
        return { kind: 'unknown' }
      }
    },
    async mark(attempt) {
      // The first one stays: the message may be from any attempt since.
      if ((await triedAt(attempt)) !== null) return
      await write(attempt, `${clock.now()} ${attempt.replaces ?? ''}`)
    },
    unmark: (attempt) => write(attempt, ''),
  }
}

async function search(
  api: Api,
  channel: string,
  mark: string,
  since: number,
): Promise<string | null> {
  let after = snowflakeAt(since - CLOCKS_DIFFER_MS)
  for (let page = 0; page < PAGES; page++) {
    const messages = await api.after(channel, after)
    const found = messages.find(({ embeds }) => embeds.some(({ footer }) => footer?.text === mark))
    if (found !== undefined) return found.id
    if (messages.length === 0) return null
    const ids = messages.map(({ id }) => BigInt(id))
    after = String(ids.reduce((most, id) => (id > most ? id : most)))
  }
  return null
}
