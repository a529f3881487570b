/** One message of ours in Slack: posted once, then edited. */
import type { KnownBlock, SectionBlock } from '@slack/types'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { Place } from './address.ts'
import { MOST } from './block-limits.ts'
import { createLost, EVENT_TYPE, type Attempt } from './lost.ts'
import type { Log } from '../log.ts'
import type { Pace } from '../pace.ts'
import { context } from './sections.ts'
import { readTrouble } from './trouble.ts'
import type { Client } from './workspaces.ts'

/** Least time between two messages in one channel. Source: docs.slack.dev, rate limits of chat.postMessage, read 2026-11-22. */
const POST_PAUSE_MS = 1_000

/** A message as Slack takes it. */
export interface Drawn {
  text: string
  blocks: KnownBlock[]
}

/** Slack does not take the blocks: a fault of ours, which must not keep a verdict from its readers. Source: docs.slack.dev, errors of chat.postMessage, read 2026-11-22. */
const UNDRAWN = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
])

/** The message that it should stand under is gone, or takes no answers; it then stands alone. Source: as above. */
const NO_THREAD = new Set(['thread_not_found', 'cannot_reply_to_message', 'message_not_found'])

/** Read below a message that was posted again because nobody knows whether it was posted before. */
const MAYBE_TWICE = fill(managers.chat.delivery.maybeTwice, { platform: 'Slack' })

/** A block that is ours, before what the card says. In: a text in Slack's markup. */
export function line(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } }
}

/** Puts a block first, where another block fits. */
export function withFirst({ text, blocks }: Drawn, block: KnownBlock): Drawn {
  const last = blocks.at(-1)
  const full = blocks.length >= MOST.messageBlocks
  // The last block has the buttons.
  return { text, blocks: [block, ...(full && last ? [...blocks.slice(0, -2), last] : blocks)] }
}

/**
 * What pictures say in words instead of them; null where there are none.
 *
 * Slack fetches a picture before it takes a message, and refuses the message when that fails.
 * Source: slackapi/python-slack-sdk#1782 (read 2026-11-25).
 */
function withoutPictures({ text, blocks }: Drawn): Drawn | null {
  if (!blocks.some(({ type }) => type === 'image')) return null
  return {
    text,
    blocks: blocks.map((block) => (block.type === 'image' ? context(block.alt_text) : block)),
  }
}

/** Posts and edits. */
export interface Posting {
  edit(client: Client, place: Place, drawn: Drawn): Promise<void>
  /** Posts, unless it stands there already without our knowing. */
  post(client: Client, attempt: Attempt, drawn: Drawn): Promise<Place>
}

/** Makes it. */
export function createPosting(ports: Ports, pace: Pace, log: Log): Posting {
  const lost = createLost(ports, log)

  /** Sends again with less when Slack does not take the blocks: first without pictures, then without any. */
  async function takingBlocks<T>(drawn: Drawn, send: (part: Drawn) => Promise<T>): Promise<T> {
    try {
      return await send(drawn)
    } catch (error) {
      const trouble = readTrouble(error)
      if (trouble.kind !== 'refused' || !UNDRAWN.has(trouble.code)) throw error
      const { code } = trouble
      const plainer = withoutPictures(drawn)
      if (plainer !== null) {
        log('warn', { code }, 'Slack does not take a card with its picture; it goes without')
        return takingBlocks(plainer, send)
      }
      log('error', { code }, 'Slack does not take a card; only its first line is shown')
      return send({ text: drawn.text, blocks: [] })
    }
  }

  const send = (client: Client, { channel, key }: Attempt, drawn: Drawn, thread: string | null) =>
    takingBlocks(drawn, (part) =>
      client.chat.postMessage({
        channel,
        ...part,
        ...(thread === null ? {} : { thread_ts: thread }),
        metadata: { event_type: EVENT_TYPE, event_payload: { key } },
        unfurl_links: false,
        unfurl_media: false,
      }),
    )

  async function sendOnce(client: Client, attempt: Attempt, drawn: Drawn) {
    try {
      return await send(client, attempt, drawn, attempt.thread)
    } catch (error) {
      const trouble = readTrouble(error)
      const isAlone = trouble.kind === 'refused' && NO_THREAD.has(trouble.code)
      if (attempt.thread === null || !isAlone) throw error
      return send(client, attempt, drawn, null)
    }
  }

  const edit: Posting['edit'] = async (client, { channel, ts }, drawn) => {
    await takingBlocks(drawn, (part) => client.chat.update({ channel, ts, ...part }))
  }

  return {
    edit,
    async post(client, attempt, drawn) {
      pace.wait(attempt.channel)
      const earlier = await lost.lookUp(client, attempt)
      if (earlier.kind === 'found') {
        await edit(client, earlier.place, drawn)
        return earlier.place
      }
      const shown = earlier.kind === 'unknown' ? withFirst(drawn, line(MAYBE_TWICE)) : drawn
      await lost.mark(attempt)
      pace.pause(attempt.channel, POST_PAUSE_MS)
      try {
        const { ts, channel = attempt.channel } = await sendOnce(client, attempt, shown)
        if (ts === undefined) throw new Error('Slack did not say where it posted')
        return { channel, ts }
      } catch (error) {
        const trouble = readTrouble(error)
        if (trouble.kind !== 'unknown') await lost.unmark(attempt)
        if (trouble.kind === 'wait') pace.pause(attempt.channel, trouble.ms)
        throw error
      }
    },
  }
}
