/** A form as a Slack modal, and the way back from what was filled in. */
import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { Form } from '../../core/card.ts'
import { isZone } from '../../core/zone.ts'
import { managers } from '../../texts/managers.ts'
import type { Answers, Reply } from '../command.ts'
import { clean, oneLine } from '../text.ts'
import { MOST } from './block-limits.ts'
import { drawnFields, toInput } from './inputs.ts'
import { textBlocks } from './sections.ts'
import { cut } from './text.ts'

/** What a form does not say itself. */
export interface FormContext {
  /** Where the command was called: its answers are given there. */
  channel: string
  /** IANA zone of the person, as Slack knows it. */
  zone: string
  /** The same when one submission arrives twice. */
  submissionId: string
  /** Epoch ms of a wall clock "2026-11-23T15:00" in a zone; undefined for what is none. */
  toInstant(wall: string, zone: string): number | undefined
  /** Lines above the fields, for what no field can say. */
  notices?: readonly string[]
}

const hiddenSchema = z.object({
  command: z.string(),
  args: z.record(z.string(), z.string()),
  channel: z.string(),
  zone: z.string(),
  submissionId: z.string(),
  /** Answers to fields that Slack does not draw. */
  hidden: z.record(z.string(), z.string()),
})

/** What a modal carries along unseen. */
export type Hidden = z.infer<typeof hiddenSchema>

/**
 * Draws a form.
 *
 * A zone is not asked: Slack shows and reads every time in the person's own. The view that replaces another in
 * answer to a submission is drawn by the same function: the ids of its fields are the same, so what was typed stays.
 * Fails: when args and the rest carried along have more than 3,000 characters.
 */
export function toView(form: Form, context: FormContext): ModalView {
  const hidden: Hidden = {
    command: form.command,
    args: { ...form.args },
    channel: context.channel,
    zone: context.zone,
    submissionId: context.submissionId,
    hidden: hiddenAnswers(form, context.zone),
  }
  const metadata = JSON.stringify(hidden)
  if (metadata.length > MOST.privateMetadata) {
    throw new Error(`a form carries ${metadata.length} characters; Slack takes 3000`)
  }
  const inputs = drawnFields(form).map((field, index) =>
    toInput(field, index === 0, hidden, context),
  )
  const notices: KnownBlock[] = (context.notices ?? []).flatMap((line) => textBlocks(`⚠️ ${line}`))
  const intro = form.intro === undefined ? [] : textBlocks(form.intro)
  const words: KnownBlock[] = [...notices.slice(0, MOST_NOTICES), ...intro]
  const blocks: KnownBlock[] = [...words, ...inputs.slice(0, MOST.viewBlocks - words.length)]
  return {
    type: 'modal',
    callback_id: 'form',
    title: viewWords(form.title),
    submit: viewWords(form.submit),
    close: viewWords(managers.chat.slack.modal.close),
    private_metadata: metadata,
    // Slack refuses a view without blocks; the title then says what the button does.
    blocks: blocks.length === 0 ? textBlocks(oneLine(form.title) || '–') : blocks,
  }
}

const MOST_NOTICES = 10

/** Title and buttons are short; one that has no letters at all still needs a character. */
function viewWords(text: string) {
  const words = cut(oneLine(text) || '–', MOST.viewWords)
  return { type: 'plain_text', text: words, emoji: false } as const
}

/** Zones: what the form states, else the person's own. */
function hiddenAnswers(form: Form, own: string): Record<string, string> {
  const zones = form.fields.filter((field) => field.kind === 'zone')
  return Object.fromEntries(
    zones.map(({ name, value }) => [name, value !== undefined && isZone(value) ? value : own]),
  )
}

const optionSchema = z.object({ value: z.string() })

/** What is left out or null was left empty. */
const stateValueSchema = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: optionSchema.nullish(),
  selected_options: z.array(optionSchema).nullish(),
  selected_date_time: z.number().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversations: z.array(z.string()).nullish(),
})

/** A submitted or open view, as Slack sends it. */
export const slackViewSchema = z.object({
  private_metadata: z.string(),
  blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), stateValueSchema)) }),
})

/** A submitted or open view. */
export type SlackView = z.infer<typeof slackViewSchema>

/** What a view carries along. Fails: for a view that `toView` did not draw. */
export function toHidden(view: Pick<SlackView, 'private_metadata'>): Hidden {
  return hiddenSchema.parse(JSON.parse(view.private_metadata))
}

/** The answers of a submitted view, by field name; what was left empty is an empty text. */
export function fromState(view: Pick<SlackView, 'private_metadata' | 'state'>): Answers {
  const answers: Record<string, string | boolean> = { ...toHidden(view).hidden }
  for (const [name, elements] of Object.entries(view.state.values)) {
    for (const value of Object.values(elements)) answers[name] = answerOf(value)
  }
  return answers
}

function answerOf(value: z.infer<typeof stateValueSchema>): string | boolean {
  switch (value.type) {
    case 'checkboxes':
      return (value.selected_options ?? []).length > 0
    case 'datetimepicker': {
      const seconds = value.selected_date_time
      return typeof seconds === 'number' ? `@${seconds * 1000}` : ''
    }
    case 'external_select':
    case 'static_select':
      return value.selected_option?.value ?? ''
    case 'multi_users_select':
      return (value.selected_users ?? []).join(',')
    case 'multi_conversations_select':
      return (value.selected_conversations ?? []).join(',')
    default:
      return value.value ?? ''
  }
}

/** How Slack is told that answers do not fit: beside their fields, or by a view that asks more. */
export type FaultAnswer =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: ModalView }

/**
 * Faults by the id of the block they stand under.
 *
 * Slack refuses an error for a block that the view does not have: a fault of a field that is not drawn stands under
 * the first one, with its name. Out: `rest` are faults that no field can show, for a view without any.
 */
export function toErrors(
  faults: Readonly<Record<string, string>>,
  view: Pick<SlackView, 'blocks'>,
): { errors: Record<string, string>; rest: string[] } {
  const drawn = view.blocks.flatMap(({ type, block_id }) =>
    type === 'input' && block_id !== undefined ? [block_id] : [],
  )
  const errors: Record<string, string> = {}
  const rest: string[] = []
  for (const [name, fault] of Object.entries(faults)) {
    if (drawn.includes(name)) errors[name] = sentence(fault)
    else rest.push(`${sentence(name)}: ${clean(fault)}`)
  }
  const [first] = drawn
  if (first === undefined || rest.length === 0) return { errors, rest }
  const lines = [...(errors[first] === undefined ? [] : [errors[first]]), ...rest]
  return { errors: { ...errors, [first]: lines.join(' ') }, rest: [] }
}

/** A fault reads "must be one line": alone under its field it begins like a sentence. */
function sentence(text: string): string {
  const shown = clean(text)
  return `${shown.slice(0, 1).toUpperCase()}${shown.slice(1)}`
}

/** What to answer a submission with whose answers do not fit. In: the view that was submitted. */
export function toFaultAnswer(
  reply: Extract<Reply, { kind: 'faults' }>,
  view: Pick<SlackView, 'blocks'>,
  context: FormContext,
): FaultAnswer {
  const drawn = new Set(view.blocks.map(({ block_id }) => block_id))
  const { form } = reply
  const asksMore = form !== undefined && drawnFields(form).some(({ name }) => !drawn.has(name))
  if (asksMore) {
    // Slack cannot show errors in a view that it is given in the same answer: they stand above its fields.
    const labels = new Map(form.fields.map(({ name, label }) => [name, label]))
    const notices = Object.entries(reply.faults).map(
      ([name, fault]) => `${labels.get(name) ?? sentence(name)}: ${fault}`,
    )
    return { response_action: 'update', view: toView(form, { ...context, notices }) }
  }
  const { errors, rest } = toErrors(reply.faults, view)
  if (rest.length === 0 || form === undefined) return { response_action: 'errors', errors }
  return { response_action: 'update', view: toView(form, { ...context, notices: rest }) }
}
