/**
 * Messages whose answer was lost: posted or not, nobody told us.
 *
 * Slack has no key that makes a call safe to repeat. So each message carries its key as metadata, and before a message
 * is posted a mark is written. A mark without a known place means that an answer was lost, by Slack or by a crash: the
 * message is then looked for in the channel's history before it is posted again. Reading history is a wide permission,
 * so it is optional: without it the message is posted again and says that it may stand there twice, because a verdict
 * that nobody sees is worse than one that stands twice.
 */
import { z } from 'zod'
import type { Ports } from '../../usecases/ports.ts'
import type { Place } from './address.ts'
import type { Log } from '../log.ts'
import { readTrouble } from './trouble.ts'
import type { Client } from './workspaces.ts'

/** Names our metadata among that of other apps. */
export const EVENT_TYPE = 'whereabouts_card'

/** Slack's clock and ours may differ by this much. Source: the tolerance that Slack itself recommends for signatures, read 2026-11-22. */
const CLOCKS_DIFFER_MS = 300_000

/** What was said in a channel since the attempt. Commercial apps outside the Marketplace get 15 messages a call. Source: docs.slack.dev, changelog of 2025-05-29, read 2026-11-22. */
const PAGE = 200
const PAGES = 5

/** A message that is about to be posted. */
export interface Attempt {
  key: string
  caseId: string | null
  channel: string
  /** The thread it goes into. */
  thread: string | null
  /** Where the message was that is gone, and whose place this one takes. */
  replaces: string | null
}

/** What became of an earlier attempt. */
export type Earlier =
  { kind: 'none' } | { kind: 'found'; place: Place } | { kind: 'absent' } | { kind: 'unknown' }

/** Remembers attempts. */
export interface Lost {
  /** What became of an attempt before this one. Fails: with what Slack said when it does not answer. */
  lookUp(client: Client, attempt: Attempt): Promise<Earlier>
  /** To be called before posting. */
  mark(attempt: Attempt): Promise<void>
  /** To be called when Slack surely did not post. */
  unmark(attempt: Attempt): Promise<void>
}

const messageSchema = z.looseObject({
  ts: z.string(),
  metadata: z
    .looseObject({
      event_type: z.string(),
      event_payload: z.looseObject({ key: z.string().optional() }).optional(),
    })
    .optional(),
})

/** Makes the memory. */
export function createLost({ store, clock }: Ports, log: Log): Lost {
  const nameOf = ({ key, channel }: Attempt) => `slack-posting:${channel}:${key}`
  const write = (attempt: Attempt, value: string) =>
    store.transaction((tx) => tx.refs.set(nameOf(attempt), attempt.caseId, value))
  /** When this message was first tried, epoch ms. A mark of the message that it replaces says nothing about it. */
  const triedAt = async (attempt: Attempt): Promise<number | null> => {
    const mark = await store.transaction((tx) => tx.refs.get(nameOf(attempt)))
    const [at = '', replaces = ''] = (mark ?? '').split(' ')
    return at === '' || replaces !== (attempt.replaces ?? '') ? null : Number(at)
  }
  return {
    async lookUp(client, attempt) {
      const since = await triedAt(attempt)
      if (since === null) return { kind: 'none' }
      try {
        const ts = await search(client, attempt, since)
        if (ts === null) return { kind: 'absent' }
        return { kind: 'found', place: { channel: attempt.channel, ts } }
      } catch (error) {
        const trouble = readTrouble(error)
        if (trouble.kind !== 'refused') throw error
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

async function search(client: Client, attempt: Attempt, since: number): Promise<string | null> {
  const { channel, thread, key } = attempt
  const oldest = String(Math.floor((since - CLOCKS_DIFFER_MS) / 1000))
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const next = cursor === undefined ? {} : { cursor }
    const window = { channel, oldest, limit: PAGE, include_all_metadata: true, ...next }
    const answer =
      thread === null
        ? await client.conversations.history(window)
        : await client.conversations.replies({ ...window, ts: thread })
    for (const message of answer.messages ?? []) {
      const { data } = messageSchema.safeParse(message)
      if (data?.metadata?.event_type !== EVENT_TYPE) continue
      if (data.metadata.event_payload?.key === key) return data.ts
    }
    cursor = answer.response_metadata?.next_cursor
    if (cursor === undefined || cursor === '') return null
  }
  return null
}
