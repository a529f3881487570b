/** Answers to one interaction: the first within three seconds, later ones within fifteen minutes, then none at all. */
import type { Log } from '../log.ts'
import type { Api, Callback } from './api.ts'
import { CALLBACK } from './api.ts'
import type { Modal } from './modal.ts'
import { NOBODY, type Message } from './message.ts'
import { FLAG } from './most.ts'
import type { Illustrated } from './picture.ts'
import { CODE, inLog, readTrouble, refusal } from './trouble.ts'

/** Where an answer stands: in a message of its own, or in place of the message that was acted on. */
export type Target = 'new' | 'draft'

/** Gives an answer. Fails: with what Discord said. */
export type First = (callback: Callback) => Promise<void>

/** Answers. None fails for an interaction that Discord takes no answer to any more. */
export interface Answering {
  /** Says that the answer follows. Out: false when it is too late for any. */
  defer(target: Target): Promise<boolean>
  /** Shows something to the caller alone. Out: false when it is too late. */
  show(shown: Illustrated, target: Target): Promise<boolean>
  /** Opens a modal, which can only be the first answer. Out: false when it is too late. */
  openModal(modal: Modal): Promise<boolean>
  /** Answers with nothing to see; for what was done on a message. Out: false when it is too late. */
  acknowledge(): Promise<boolean>
  /** Whether anything was answered. */
  isAnswered(): boolean
}

/** The answer can no longer be given: three seconds, or fifteen minutes, are over. Source: receiving and responding, discord/discord-api-docs, read 2026-11-25. */
const TOO_LATE = [CODE.unknownInteraction, CODE.invalidWebhookToken]

/** There is nothing to edit, or not yet. */
const NOT_YET = [CODE.unknownWebhook, CODE.unknownMessage]

/** Pauses before it is tried again. Source: our judgement, 2026-11-25. */
const ON_ITS_WAY_MS = [100, 300, 900]

/** What is answered. */
export interface Answered {
  applicationId: string
  token: string
  /** By the gateway's side, or in the answer to a request. */
  first: First
}

/** Makes the answers to one interaction. */
export function createAnswering(
  api: Api,
  { applicationId, token, first }: Answered,
  log: Log,
): Answering {
  let isAnswered = false

  /** Out: false when it is too late. */
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    for (let isAgain = false; ; isAgain = true) {
      try {
        await work()
        return true
      } catch (error) {
        const code = refusal(error)
        if (TOO_LATE.some((known) => known === code)) return false
        // Of two answers that we gave, the first counted and its receipt was lost.
        if (code === CODE.alreadyAcknowledged) return isAgain
        if (isAgain || readTrouble(error).kind !== 'unknown') throw error
        log('debug', inLog(error), 'Discord did not take an answer; once more')
      }
    }
  }

  async function answer(callback: Callback): Promise<boolean> {
    isAnswered = true
    return attempt(() => first(callback))
  }

  /** Over HTTP our first answer may still be on its way to where it can be edited. */
  async function edit(message: Message, files: Illustrated['files']): Promise<boolean> {
    for (const pauseMs of [...ON_ITS_WAY_MS, null]) {
      try {
        return await attempt(() => api.editAnswer(applicationId, token, message, files))
      } catch (error) {
        const code = refusal(error)
        if (!NOT_YET.some((known) => known === code)) throw error
        if (pauseMs !== null) await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
    return false
  }

  const defer = (target: Target) =>
    answer(
      target === 'draft'
        ? { type: CALLBACK.deferredUpdate }
        : { type: CALLBACK.deferredMessage, data: { flags: FLAG.ephemeral } },
    )

  return {
    defer,
    async show({ message, files }, target) {
      if (!isAnswered && files.length > 0 && !(await defer(target))) return false
      if (isAnswered) return edit(message, files)
      const type = target === 'draft' ? CALLBACK.update : CALLBACK.message
      return answer({ type, data: { ...message, attachments: [], flags: FLAG.ephemeral } })
    },
    openModal: (modal) => answer({ type: CALLBACK.modal, data: modal }),
    acknowledge: async () => isAnswered || answer({ type: CALLBACK.deferredUpdate }),
    isAnswered: () => isAnswered,
  }
}

/** A message that only says something. In: in Discord's markup. */
export function saying(content: string): Illustrated {
  const message = { content, embeds: [], components: [], allowed_mentions: NOBODY }
  return { message, picture: null, files: [] }
}
