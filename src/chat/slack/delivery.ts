/** Brings cards to the channels of Slack: one message per key, edited in place. */
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import { DeliveryError } from '../../usecases/deliver.ts'
import type { Messenger, Ports } from '../../usecases/ports.ts'
import { parseAddress, parseRef, toRef, type Address, type Place } from './address.ts'
import { toBlocks } from './blocks.ts'
import type { Log } from '../log.ts'
import { createPace } from '../pace.ts'
import { createPosting, line, withFirst, type Drawn } from './posting.ts'
import { isTokenGone, readTrouble } from './trouble.ts'
import type { Workspace, Workspaces } from './workspaces.ts'

/** Least time between two edits of one message. Source: docs.slack.dev, rate limits, read 2026-11-22. */
const EDIT_PAUSE_MS = 1_000

/** How long a workspace without the app is left alone; its rows stay. */
const GONE_MS = 300_000

/** How long a channel is left alone when nobody can be told about it. */
const UNREACHABLE_MS = 600_000

const reasons = managers.chat.slack.unreachable

/** The channel cannot be written to, or not by us. Source: docs.slack.dev, errors of chat.postMessage and chat.update, read 2026-11-22. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  not_in_channel: reasons.invite,
  channel_not_found: reasons.invite,
  is_archived: reasons.archived,
  is_inactive: reasons.archived,
  restricted_action: reasons.restricted,
  restricted_action_read_only_channel: reasons.restricted,
  restricted_action_thread_only_channel: reasons.restricted,
  restricted_action_non_threadable_channel: reasons.restricted,
  no_permission: reasons.restricted,
  team_access_not_granted: reasons.notApproved,
  ekm_access_denied: reasons.suspended,
}

/** The message can no longer be edited; another takes its place. Source: as above. */
const UNEDITABLE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

type Message = Parameters<Messenger['deliver']>[0]

/** The messenger, and what tells it that things changed. */
export interface Delivery extends Messenger {
  /** Tries at once what was resting, after an installation. */
  reset(): void
}

/** What Slack refused; undefined for any other failure. */
function refusal(error: unknown): string | undefined {
  const trouble = readTrouble(error)
  return trouble.kind === 'refused' ? trouble.code : undefined
}

/** Makes the messenger. */
export function createDelivery(ports: Ports, workspaces: Workspaces, log: Log): Delivery {
  const pace = createPace(ports.clock)
  const posting = createPosting(ports, pace, log)

  /** What a failure means for the next try. */
  function toDeliveryError(tenant: string, error: unknown): unknown {
    const trouble = readTrouble(error)
    if (trouble.kind === 'wait') return new DeliveryError('Slack asks for time', trouble.ms)
    if (trouble.kind === 'unknown') {
      pace.falter(tenant)
      log('warn', { tenant, err: error }, 'Slack did not answer; messages wait')
      return error
    }
    if (isTokenGone(trouble)) {
      pace.pause(tenant, GONE_MS)
      log('error', { tenant, code: trouble.code }, 'Slack takes our token no longer; messages wait')
      return new DeliveryError(trouble.code, GONE_MS)
    }
    log('error', { tenant, code: trouble.code }, 'Slack refuses a message')
    return error
  }

  async function bring(workspace: Workspace, address: Address, message: Message): Promise<Place> {
    const drawn = toBlocks(message.card)
    const known = message.ref === null ? null : parseRef(message.ref)
    if (known === null) return postWhereItBelongs(workspace, address, message, drawn)
    try {
      await posting.edit(workspace.client, known, drawn)
      return known
    } catch (error) {
      const code = refusal(error) ?? ''
      if (UNEDITABLE.has(code)) return postWhereItBelongs(workspace, address, message, drawn)
      const reason = UNREACHABLE[code]
      if (reason === undefined) throw error
      return tellRequester(workspace, address, message, { channel: known.channel, reason })
    }
  }

  /** A living card in its channel; a note under its card, wherever that lives now, calling the person who asked. */
  async function postWhereItBelongs(
    workspace: Workspace,
    address: Address,
    message: Message,
    drawn: Drawn,
  ): Promise<Place> {
    const { key, caseId, under, requester, ref } = message
    const parent = under === null ? null : parseRef(under)
    const channel = parent?.channel ?? address.channel
    const isCalling = key.startsWith('note:') && requester?.platform === 'slack'
    const shown = isCalling ? calling(drawn, requester.id) : drawn
    const attempt = { key, caseId, channel, thread: parent?.ts ?? null, replaces: ref }
    try {
      return await posting.post(workspace.client, attempt, shown)
    } catch (error) {
      const reason = UNREACHABLE[refusal(error) ?? '']
      if (reason === undefined) throw error
      return tellRequester(workspace, address, message, { channel, reason })
    }
  }

  /** Brings a card to the person who asked, where its channel cannot be reached; it lives there from then on. */
  async function tellRequester(
    { client }: Workspace,
    address: Address,
    { key, caseId, card, requester, ref }: Message,
    { channel, reason }: { channel: string; reason: string },
  ): Promise<Place> {
    log('warn', { channel, reason }, 'a channel of Slack cannot be written to')
    const nobody = new DeliveryError(`${channel}: ${reason}`, UNREACHABLE_MS)
    if (requester?.platform !== 'slack' || channel !== address.channel) throw nobody
    try {
      const opened = await client.conversations.open({ users: requester.id })
      const direct = opened.channel?.id
      if (direct === undefined) throw nobody
      const text = fill(managers.chat.delivery.moved, { channel: `<#${channel}>`, reason })
      const attempt = { key, caseId, channel: direct, thread: null, replaces: ref }
      return await posting.post(client, attempt, withFirst(toBlocks(card), line(text)))
    } catch (error) {
      const code = refusal(error)
      if (code === undefined || isTokenGone({ kind: 'refused', code })) throw error
      log('error', { channel, code }, 'the person who asked cannot be told either')
      throw nobody
    }
  }

  return {
    editPauseMs: EDIT_PAUSE_MS,
    async deliver(message) {
      const address = parseAddress(message.channel)
      if (address === null) throw new DeliveryError(`no channel of Slack: ${message.channel}`, null)
      const tenant = `${address.enterprise ?? '-'}/${address.team ?? '-'}`
      pace.wait(tenant)
      try {
        const workspace = await workspaces.find(address)
        if (workspace === undefined) {
          pace.pause(tenant, GONE_MS)
          log('error', { tenant }, 'the app is not installed there any more; messages wait')
          throw new DeliveryError(`the app is not installed in ${tenant}`, GONE_MS)
        }
        const place = await bring(workspace, address, message)
        pace.recover(tenant)
        return toRef(place)
      } catch (error) {
        throw error instanceof DeliveryError ? error : toDeliveryError(tenant, error)
      }
    },
    async remove(channel, ref) {
      const address = parseAddress(channel)
      const place = parseRef(ref)
      const workspace = address && (await workspaces.find(address))
      if (!place || !workspace) return
      try {
        await workspace.client.chat.delete({ ...place })
      } catch (error) {
        if (refusal(error) === undefined) throw error
      }
    },
    reset: () => pace.reset(),
  }
}

/** Calls a person: Slack tells them of a message that names them, when it is posted. */
function calling({ text, blocks }: Drawn, person: string): Drawn {
  const drawn = withFirst({ text, blocks }, line(`<@${person}>`))
  return { ...drawn, text: `<@${person}> ${text}` }
}
