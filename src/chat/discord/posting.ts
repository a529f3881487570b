/** One message of ours in Discord: posted once, then edited. */
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { Log } from '../log.ts'
import type { Pace } from '../pace.ts'
import type { Place } from './address.ts'
import type { Api, File, Sending, Sent } from './api.ts'
import { createLost, type Attempt } from './lost.ts'
import { withoutPicture, type Drawn, type Message } from './message.ts'
import { FLAG, MOST } from './most.ts'
import { illustrate } from './picture.ts'
import { CODE, readTrouble, refusal } from './trouble.ts'

/** Discord does not take the message: a fault of ours, which must not keep a verdict from its readers. */
const UNDRAWN = [CODE.invalidBody, CODE.tooLarge]

/** Read below a message that was posted again because nobody knows whether it was posted before. */
const MAYBE_TWICE = fill(managers.chat.delivery.maybeTwice, { platform: 'Discord' })

/** Pictures of messages whose ids are remembered, so that an edit does not send the same one again. */
const KEPT = 500

/** Puts a line of ours, in Discord's markup, before what the card says; left out where it does not fit. */
export function withFirst(drawn: Drawn, line: string): Drawn {
  const content = `${line}\n${drawn.message.content}`
  if (content.length > MOST.content) return drawn
  return { ...drawn, message: { ...drawn.message, content } }
}

/** Puts a mark into the last line of the last embed. */
function withMark(message: Message, mark: string): Message {
  const footer = { text: mark }
  const last = message.embeds.at(-1)
  if (last === undefined) return { ...message, embeds: [{ footer }] }
  return { ...message, embeds: [...message.embeds.slice(0, -1), { ...last, footer }] }
}

/** The first line alone, with the buttons; no address in it is unfolded. */
function firstLine({ content, components, allowed_mentions }: Message): Message {
  return { content, embeds: [], components, allowed_mentions }
}

/** Posts and edits. */
export interface Posting {
  edit(place: Place, drawn: Drawn, attempt: Attempt): Promise<void>
  /** Posts, unless it stands there already without our knowing. In: the message that it answers. */
  post(attempt: Attempt, drawn: Drawn, under: Place | null): Promise<Place>
}

/** Makes it. */
export function createPosting(ports: Ports, api: Api, pace: Pace, log: Log): Posting {
  const lost = createLost(ports, api, log)
  const pictures = new Map<string, { url: string; ids: string[] }>()

  const remember = (sent: Sent, { picture }: Drawn) => {
    if (pictures.size >= KEPT) pictures.clear()
    if (picture === null) pictures.delete(sent.id)
    else pictures.set(sent.id, { url: picture.url, ids: sent.attachments.map(({ id }) => id) })
  }

  /** Sends again with less when Discord does not take it: first without the picture, then the first line alone. */
  async function takingLess(
    drawn: Drawn,
    mark: string,
    send: (message: Message, files: readonly File[], flags: number) => Promise<Sent>,
  ): Promise<Sent> {
    const { message, files, picture } = await illustrate(ports, drawn)
    try {
      const sent = await send(withMark(message, mark), files, 0)
      remember(sent, { message, picture })
      return sent
    } catch (error) {
      const code = refusal(error)
      const isUndrawn = UNDRAWN.some((known) => known === code)
      // The right to attach files is one of its own.
      if (files.length > 0 && (isUndrawn || code === CODE.missingPermissions)) {
        log('warn', { code }, 'Discord does not take a card with its picture; it goes without')
        return takingLess(withoutPicture(drawn), mark, send)
      }
      if (!isUndrawn) throw error
      log('error', { code }, 'Discord does not take a card; only its first line is shown')
      return send(firstLine(message), [], FLAG.suppressEmbeds)
    }
  }

  const edit: Posting['edit'] = async ({ channel, message: id }, drawn, attempt) => {
    const mark = lost.markOf(attempt)
    const before = pictures.get(id)
    if (before !== undefined && before.url === drawn.picture?.url) {
      try {
        // The same picture stays where it is; all else is edited around it.
        await api.edit(channel, id, withMark(drawn.message, mark), 0, { kept: before.ids })
        return
      } catch (error) {
        const code = refusal(error)
        if (!UNDRAWN.some((known) => known === code)) throw error
        pictures.delete(id)
      }
    }
    await takingLess(drawn, mark, (message, files, flags) =>
      api.edit(channel, id, message, flags, { files }),
    )
  }

  return {
    edit,
    async post(attempt, drawn, under) {
      const { channel } = attempt
      pace.wait(channel)
      const earlier = await lost.lookUp(attempt)
      if (earlier.kind === 'found') {
        await edit(earlier.place, drawn, attempt)
        return earlier.place
      }
      const shown = earlier.kind === 'unknown' ? withFirst(drawn, `-# ${MAYBE_TWICE}`) : drawn
      await lost.mark(attempt)
      const sending: Sending = {
        nonce: lost.nonceOf(attempt),
        enforce_nonce: true,
        ...(under === null ? {} : { message_reference: toReference(under) }),
      }
      try {
        const sent = await takingLess(shown, lost.markOf(attempt), (message, files, flags) =>
          api.post(channel, message, { ...sending, flags }, files),
        )
        const place = { channel: sent.channel_id, message: sent.id }
        // By its nonce Discord may have given back what stood there already, as it was then.
        if (earlier.kind === 'absent') await edit(place, shown, attempt)
        return place
      } catch (error) {
        const trouble = readTrouble(error)
        if (trouble.kind !== 'unknown') await lost.unmark(attempt)
        if (trouble.kind === 'wait') pace.pause(channel, trouble.ms)
        throw error
      }
    },
  }
}

/** A message that answers another; it stands alone where that is gone. */
function toReference({ channel, message }: Place) {
  return { channel_id: channel, message_id: message, fail_if_not_exists: false } as const
}
