/** What the caller alone sees: an ephemeral message, or a direct one where that is not possible; and modals. */
import type { ModalView } from '@slack/types'
import type { Card } from '../../core/card.ts'
import { managers } from '../../texts/managers.ts'
import { toBlocks } from './blocks.ts'
import type { Log } from '../log.ts'
import type { Visitor } from './rights.ts'
import { textBlocks } from './sections.ts'
import { isTokenGone, readTrouble } from './trouble.ts'
import type { Client } from './workspaces.ts'

const texts = managers.chat.slack.modal

/** A trigger opens one modal, within three seconds. Source: docs.slack.dev, errors of views.open, read 2026-11-22. */
const TRIGGER_GONE = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
])

/** The modal is no longer open: the person closed it. Source: errors of views.update, read as above. */
const VIEW_GONE = new Set(['not_found', 'view_not_found'])

/** A modal that only says something. */
export function sayingView(title: string, text: string): ModalView {
  const words = (shown: string) => ({ type: 'plain_text', text: shown, emoji: false }) as const
  return {
    type: 'modal',
    callback_id: 'said',
    title: words(title),
    close: words(texts.close),
    blocks: textBlocks(text),
  }
}

/** While the form is prepared. */
export const LOADING = sayingView(texts.oneMoment, texts.preparing)

/** While a submitted form is worked on. */
export const WORKING = sayingView(texts.oneMoment, texts.working)

/** Opens a modal. Out: its id; null when the trigger was used up or too old. */
export async function openView(
  client: Client,
  trigger: string,
  view: ModalView,
): Promise<string | null> {
  try {
    const { view: opened } = await client.views.open({ trigger_id: trigger, view })
    return opened?.id ?? null
  } catch (error) {
    const trouble = readTrouble(error)
    if (trouble.kind === 'refused' && TRIGGER_GONE.has(trouble.code)) return null
    throw error
  }
}

/** Changes what an open modal shows; one that was closed stays closed. */
export async function updateView(client: Client, id: string, view: ModalView): Promise<void> {
  try {
    await client.views.update({ view_id: id, view })
  } catch (error) {
    const trouble = readTrouble(error)
    if (trouble.kind !== 'refused' || !VIEW_GONE.has(trouble.code)) throw error
  }
}

/** Id of the direct message with a person. Fails: with what Slack said. */
export async function openDirect(client: Client, person: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: person })
  if (channel?.id === undefined) throw new Error('Slack opened no direct message')
  return channel.id
}

/** Shows a card to the caller alone, where they asked; in a direct message where Slack does not let us. */
export async function whisper(visitor: Visitor, card: Card, log: Log): Promise<void> {
  const { workspace, user, channel } = visitor
  const { client } = workspace
  const drawn = toBlocks(card)
  if (channel !== null && !channel.startsWith('D')) {
    try {
      await client.chat.postEphemeral({ channel, user, ...drawn })
      return
    } catch (error) {
      const trouble = readTrouble(error)
      if (trouble.kind !== 'refused' || isTokenGone(trouble)) throw error
      log(
        'debug',
        { channel, code: trouble.code },
        'no ephemeral message there; a direct one instead',
      )
    }
  }
  await client.chat.postMessage({
    channel: await openDirect(client, user),
    ...drawn,
    unfurl_links: false,
    unfurl_media: false,
  })
}
