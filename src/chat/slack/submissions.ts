/** A submitted form: answered within three seconds, or the modal says that it takes longer. */
import type { ModalView } from '@slack/types'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import type { Reply } from '../command.ts'
import { parseAddress } from './address.ts'
import type { Deeds } from './deeds.ts'
import { within } from '../within.ts'
import type { Log } from '../log.ts'
import {
  fromState,
  toFaultAnswer,
  toHidden,
  toView,
  type FaultAnswer,
  type SlackView,
} from './modal.ts'
import type { Once } from '../once.ts'
import { sayingView, updateView, whisper, WORKING } from './private-answers.ts'
import type { Visitor } from './rights.ts'
import type { Address } from './address.ts'

const texts = managers.chat.slack.modal

/** What Slack takes as the answer to a submission; nothing closes the modal. */
export type SubmissionAnswer = FaultAnswer | undefined

/** A submission. */
export interface Submission {
  visitor: Omit<Visitor, 'channel'>
  /** Where the person is, when the form does not say. */
  tenant: Omit<Address, 'channel'>
  viewId: string
  view: SlackView
  answer(answer: SubmissionAnswer): Promise<void>
}

/** Of Slack's three seconds, what is left for the way there and back. */
export const ANSWER_WITHIN_MS = 2_000

/** Handles submissions. */
export function createSubmissions(options: {
  deeds: Deeds
  once: Once
  log: Log
  answerWithinMs: number
}): (submission: Submission) => Promise<void> {
  const { deeds, once, log } = options

  return async ({ visitor, tenant, viewId, view, answer }) => {
    const { command, args, submissionId, channel, zone } = toHidden(view)
    const address = parseAddress(channel) ?? { ...tenant, channel: '' }
    const visit = { ...visitor, tenant, channel: address.channel === '' ? null : address.channel }
    const deed = { kind: 'submit', command, args, answers: fromState(view), submissionId } as const

    /** The same form keeps its id while its answers are mended; another form gets its own. */
    const toAnswer = async (reply: Reply): Promise<SubmissionAnswer> => {
      if (reply.kind === 'form') {
        const context = await deeds.formContext(visit, zone)
        return { response_action: 'update', view: toView(reply.form, context) }
      }
      if (reply.kind !== 'faults') return undefined
      const context = { ...(await deeds.formContext(visit, zone)), submissionId }
      return toFaultAnswer(reply, view, context)
    }

    // Tied to the form and not to the click: Slack lets a person submit again when our answer was lost.
    const work = once.run(
      `submission:${submissionId}`,
      async () => {
        const { reply } = await deeds.perform(visit, { deed })
        return { reply, answer: await toAnswer(reply) }
      },
      ({ reply }) => reply.kind !== 'faults',
    )
    const early = await within(options.answerWithinMs, work)
    if (early === undefined) await answer({ response_action: 'update', view: WORKING })
    const { isFirst, result } = early ?? (await work)
    if (early !== undefined) await answer(result?.answer)
    else
      await updateView(visitor.workspace.client, viewId, toLateView(result?.reply, result?.answer))
    if (isFirst && result?.reply.kind === 'card') await whisper(visit, result.reply.card, log)
  }
}

/** What a modal shows whose answer came late: faults have no fields to stand under any more. */
function toLateView(reply: Reply | undefined, answer: SubmissionAnswer): ModalView {
  if (answer?.response_action === 'update') return answer.view
  if (reply?.kind !== 'faults') return sayingView(texts.done, texts.canClose)
  const faults = Object.entries(reply.faults).map(([field, fault]) =>
    fill(texts.fault, { field, fault }),
  )
  return sayingView(texts.faults, [...faults, texts.beginAgain].join('\n'))
}
