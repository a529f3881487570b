/** Brings cards to the channels of Discord: one message per key, edited in place. */
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import { DeliveryError } from '../../usecases/deliver.ts'
import type { Messenger, Ports } from '../../usecases/ports.ts'
import type { Log } from '../log.ts'
import { createPace } from '../pace.ts'
import { parseAddress, parseRef, toRef, type Address, type Place } from './address.ts'
import type { Api } from './api.ts'
import { toMessage, type Drawn } from './message.ts'
import { createPosting, withFirst } from './posting.ts'
import { CODE, inLog, isTokenGone, readTrouble, refusal } from './trouble.ts'

/** Least time between two edits of one message: five a channel in five seconds. Source: our judgement from X-RateLimit headers that others report, 2026-11-25. */
const EDIT_PAUSE_MS = 1_000

/** How long everything rests when Discord does not take our token; the rows stay. */
const GONE_MS = 300_000

/** How long a channel is left alone when nobody can be told about it. */
const UNREACHABLE_MS = 600_000

const reasons = managers.chat.discord.unreachable

/** The channel cannot be written to, or not by us. */
const UNREACHABLE: Readonly<Record<number, string>> = {
  [CODE.unknownChannel]: reasons.gone,
  [CODE.unknownGuild]: reasons.notInServer,
  [CODE.missingAccess]: reasons.invite,
  [CODE.missingPermissions]: reasons.needs,
  [CODE.noTextChannel]: reasons.noMessages,
  [CODE.wrongChannelType]: reasons.noMessages,
  [CODE.lockedThread]: reasons.locked,
  [CODE.noDirectMessages]: reasons.noDirect,
  [CODE.noMutualServer]: reasons.noServer,
}

/** The message can no longer be edited; another takes its place. */
const UNEDITABLE = [CODE.unknownMessage, CODE.anothersMessage, CODE.archivedThread]

type Delivered = Parameters<Messenger['deliver']>[0]

/** One pace for all: while Discord does not answer, nothing is tried. */
const ALL = 'discord'

/** The messenger, and what tells it that things changed. */
export interface Delivery extends Messenger {
  /** Tries at once what was resting, after an installation. */
  reset(): void
}

/** Makes the messenger. */
export function createDelivery(ports: Ports, api: Api, log: Log): Delivery {
  const pace = createPace(ports.clock)
  const posting = createPosting(ports, api, pace, log)

  /** What a failure means for the next try. */
  function toDeliveryError(error: unknown): unknown {
    const trouble = readTrouble(error)
    // A limit on everything is kept by discord.js, which sends nothing until it is over.
    if (trouble.kind === 'wait') return new DeliveryError('Discord asks for time', trouble.ms)
    if (trouble.kind === 'unknown') {
      pace.falter(ALL)
      log('warn', inLog(error), 'Discord did not answer; messages wait')
      return error
    }
    if (isTokenGone(trouble)) {
      pace.pause(ALL, GONE_MS)
      log('error', {}, 'Discord takes our token no longer; messages wait')
      return new DeliveryError(trouble.text, GONE_MS)
    }
    log('error', { code: trouble.code, text: trouble.text }, 'Discord refuses a message')
    return error
  }

  async function bring(address: Address, message: Delivered): Promise<Place> {
    const known = message.ref === null ? null : parseRef(message.ref)
    if (known === null) return postWhereItBelongs(address, message)
    try {
      const attempt = { ...about(message), channel: known.channel, replaces: null }
      await posting.edit(known, draw(address, message, known.channel), attempt)
      return known
    } catch (error) {
      const code = refusal(error) ?? 0
      if (UNEDITABLE.some((one) => one === code)) return postWhereItBelongs(address, message)
      const reason = UNREACHABLE[code]
      if (reason === undefined) throw error
      return tellRequester(address, message, { channel: known.channel, reason })
    }
  }

  /** A living card in its channel; a note answers its card, wherever that lives now, and calls the person who asked. */
  async function postWhereItBelongs(address: Address, message: Delivered): Promise<Place> {
    const { key, under, requester, ref } = message
    const parent = under === null ? null : parseRef(under)
    const channel = parent?.channel ?? address.channel
    const drawn = draw(address, message, channel)
    const isCalling = key.startsWith('note:') && requester?.platform === 'discord'
    const shown = isCalling ? calling(drawn, requester.id) : drawn
    try {
      return await posting.post({ ...about(message), channel, replaces: ref }, shown, parent)
    } catch (error) {
      const reason = UNREACHABLE[refusal(error) ?? 0]
      if (reason === undefined) throw error
      return tellRequester(address, message, { channel, reason })
    }
  }

  /** Brings a card to the person who asked, where its channel cannot be reached; it lives there from then on. */
  async function tellRequester(
    address: Address,
    message: Delivered,
    { channel, reason }: { channel: string; reason: string },
  ): Promise<Place> {
    const { requester, ref } = message
    log('warn', { channel, reason }, 'a channel of Discord cannot be written to')
    const nobody = new DeliveryError(`${channel}: ${reason}`, UNREACHABLE_MS)
    if (requester?.platform !== 'discord' || channel !== address.channel) throw nobody
    try {
      const direct = await api.openDirect(requester.id)
      const line = fill(managers.chat.delivery.moved, { channel: `<#${channel}>`, reason })
      const drawn = withFirst(draw(address, message, direct), line)
      return await posting.post({ ...about(message), channel: direct, replaces: ref }, drawn, null)
    } catch (error) {
      const code = refusal(error)
      if (code === undefined || isTokenGone(readTrouble(error))) throw error
      log('error', { channel, code }, 'the person who asked cannot be told either')
      throw nobody
    }
  }

  return {
    editPauseMs: EDIT_PAUSE_MS,
    async deliver(message) {
      const address = parseAddress(message.channel)
      if (address === null) {
        throw new DeliveryError(`no channel of Discord: ${message.channel}`, null)
      }
      pace.wait(ALL)
      try {
        const place = await bring(address, message)
        pace.recover(ALL)
        return toRef(place)
      } catch (error) {
        throw error instanceof DeliveryError ? error : toDeliveryError(error)
      }
    },
    async remove(_channel, ref) {
      const place = parseRef(ref)
      if (place === null) return
      try {
        await api.remove(place.channel, place.message)
      } catch (error) {
        if (refusal(error) === undefined) throw error
      }
    },
    reset: () => pace.reset(),
  }
}

function about({ key, caseId }: Delivered): { key: string; caseId: string | null } {
  return { key, caseId }
}

/** Outside its server a card carries along whose rules hold. */
function draw({ guild, channel }: Address, { card }: Delivered, where: string): Drawn {
  return toMessage(card, { guild: where === channel ? null : guild })
}

/** Calls a person: Discord tells them of a message that names them, and of nobody else that it names. */
function calling(drawn: Drawn, person: string): Drawn {
  const { message, ...rest } = withFirst(drawn, `<@${person}>`)
  return {
    ...rest,
    message: {
      ...message,
      allowed_mentions: { parse: [], users: [person], replied_user: false },
    },
  }
}
