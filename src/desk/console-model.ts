/** What the console knows, and how it changes. Pure: the same events give the same console. */
import type { Card, Form } from '../core/card.ts'
import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import { managersLocale } from '../texts/managers-language.ts'
import { counted } from '../texts/plural.ts'
import type { AnswersView, ConsoleMessageView, LiveView, ReplyView } from './views.ts'

/** `over`: the key of this console no longer opens it. */
export type Connection = 'connecting' | 'live' | 'offline' | 'over'

/** Where a call to the server came from, and so where its answer belongs. */
export interface Origin {
  /** "composer", or the id of a message or private reply. */
  key: string
  /** Button of that message, if one was pressed. */
  button: number | null
  /** Message that the answer stands under; null for the last one when it comes. */
  after: string | null
  /** What was typed or pressed, shown above a private reply. */
  asked: string
}

/** A card that only this person sees. It is not kept anywhere. */
export interface PrivateReply {
  id: string
  after: string | null
  asked: string
  at: number
  card: Card
}

/** A form that is being filled in. Hidden ones wait above the composer with everything typed. */
export interface OpenForm {
  /** The submission's id: the same however often it is sent. */
  id: string
  form: Form
  answers: AnswersView
  /** Answers as the form came, to know whether anything was typed. */
  untouched: AnswersView
  faults: Readonly<Record<string, string>>
  /** How often it came back with faults: each time, the first of them takes the focus. */
  returns: number
  error: string | null
  busy: boolean
  origin: Origin
}

/** The console's state. */
export interface Model {
  messages: readonly ConsoleMessageView[]
  replies: readonly PrivateReply[]
  forms: readonly OpenForm[]
  /** Id of the form in the dialog. */
  shown: string | null
  connection: Connection
  /** What waits for an answer. */
  waiting: readonly Origin[]
  /** Why a call failed, by the origin's key. */
  troubles: Readonly<Record<string, string>>
  /** For assistive technology: the latest change, in brief. */
  announcement: string
  /** The card that changed last, to draw the eye to it. */
  fresh: string | null
}

/** What happens to the console. */
export type ConsoleEvent =
  | { kind: 'live'; view: LiveView }
  | { kind: 'connection'; connection: Connection }
  | { kind: 'called'; origin: Origin }
  | { kind: 'failed'; origin: Origin; error: string }
  | { kind: 'replied'; origin: Origin; reply: ReplyView; id: string; at: number }
  | { kind: 'typed'; form: string; name: string; value: string | boolean }
  | { kind: 'sent'; form: string }
  | { kind: 'unsent'; form: string; error: string }
  | { kind: 'answered'; form: string; reply: ReplyView; id: string; at: number }
  | { kind: 'faulty'; form: string; faults: Readonly<Record<string, string>> }
  | { kind: 'show'; form: string }
  | { kind: 'close' }
  | { kind: 'discard'; form: string }
  | { kind: 'hide'; reply: string }

/** The console at first. */
export function startModel(messages: readonly ConsoleMessageView[]): Model {
  return {
    messages,
    replies: [],
    forms: [],
    shown: null,
    connection: 'connecting',
    waiting: [],
    troubles: {},
    announcement: '',
    fresh: null,
  }
}

/** Answers of a form as it came. */
export function startAnswers(form: Form): AnswersView {
  return Object.fromEntries(
    form.fields.map((field) => [field.name, field.value ?? (field.kind === 'switch' ? false : '')]),
  )
}

/** Whether anything was typed into a form. */
export function isTouched({ answers, untouched }: OpenForm): boolean {
  return Object.entries(answers).some(([name, value]) => untouched[name] !== value)
}

/** Required fields left empty, with what to say beside them. */
export function emptyFaults({ form, answers }: OpenForm): Record<string, string> {
  const empty = form.fields.filter((field) => {
    const answer = answers[field.name]
    return field.required === true && typeof answer === 'string' && answer.trim() === ''
  })
  return Object.fromEntries(empty.map((field) => [field.name, desk.form.empty]))
}

function sameOrigin(a: Origin, b: Origin): boolean {
  return a.key === b.key && a.button === b.button
}

function changeForm(model: Model, id: string, change: Partial<OpenForm>): Model {
  const forms = model.forms.map((form) => (form.id === id ? { ...form, ...change } : form))
  return { ...model, forms }
}

function withoutForm(model: Model, id: string): Model {
  return {
    ...model,
    forms: model.forms.filter((form) => form.id !== id),
    shown: model.shown === id ? null : model.shown,
  }
}

/** Shows what the server answered to the caller alone. */
function take(model: Model, origin: Origin, reply: ReplyView, id: string, at: number): Model {
  switch (reply.kind) {
    case 'card': {
      const after = origin.after ?? model.messages.at(-1)?.id ?? null
      const mine: PrivateReply = { id, after, asked: origin.asked, at, card: reply.card }
      const announcement = fill(desk.news.private, { title: reply.card.title })
      return { ...model, replies: [...model.replies, mine], announcement, fresh: id }
    }
    case 'form': {
      const answers = startAnswers(reply.form)
      const form: OpenForm = {
        id,
        form: reply.form,
        answers,
        untouched: answers,
        faults: {},
        returns: 0,
        error: null,
        busy: false,
        origin,
      }
      return { ...model, forms: [...model.forms, form], shown: id }
    }
    case 'faults':
      // Faults answer a form; to anything else they are an error like another.
      return {
        ...model,
        troubles: { ...model.troubles, [origin.key]: Object.values(reply.faults).join(' ') },
      }
    case 'done':
      return { ...model, announcement: desk.news.done }
  }
}

/** The answer to a submitted form: faults keep it open, anything else closes it. */
function takeAnswer(model: Model, event: Extract<ConsoleEvent, { kind: 'answered' }>): Model {
  const open = model.forms.find((form) => form.id === event.form)
  if (open === undefined) return model
  if (event.reply.kind !== 'faults') {
    return take(withoutForm(model, open.id), open.origin, event.reply, event.id, event.at)
  }
  const form = event.reply.form ?? open.form
  return changeForm(model, open.id, {
    form,
    // What was typed stays, also where the new form proposes something else.
    answers: { ...startAnswers(form), ...open.answers },
    faults: event.reply.faults,
    returns: open.returns + 1,
    error: null,
    busy: false,
  })
}

/** Takes what came down the live socket, and says in a few words what changed. */
function takeLive(model: Model, view: LiveView): Model {
  const before = new Map(model.messages.map((message) => [message.id, JSON.stringify(message)]))
  const incoming = view.t === 'all' ? view.messages : [view.message]
  const changed = incoming.filter((item) => before.get(item.id) !== JSON.stringify(item))
  const next = {
    ...model,
    messages: view.t === 'all' ? incoming : upsert(model.messages, view.message),
  }
  const last = changed.at(-1)
  if (last === undefined) return next
  const { title } = last.card
  const announcement =
    changed.length > 1
      ? counted(managersLocale, desk.news.several, changed.length)
      : last.removed
        ? fill(desk.news.removed, { title })
        : fill(before.has(last.id) ? desk.news.changed : desk.news.new, { title })
  return { ...next, announcement, fresh: changed.length === 1 ? last.id : null }
}

function upsert(
  messages: readonly ConsoleMessageView[],
  message: ConsoleMessageView,
): readonly ConsoleMessageView[] {
  return messages.some(({ id }) => id === message.id)
    ? messages.map((known) => (known.id === message.id ? message : known))
    : [...messages, message]
}

/** The console after an event. */
export function nextModel(model: Model, event: ConsoleEvent): Model {
  switch (event.kind) {
    case 'live':
      return takeLive(model, event.view)
    case 'connection':
      return { ...model, connection: event.connection }
    case 'called': {
      const { [event.origin.key]: _, ...troubles } = model.troubles
      return { ...model, waiting: [...model.waiting, event.origin], troubles }
    }
    case 'failed':
      return {
        ...model,
        waiting: model.waiting.filter((origin) => !sameOrigin(origin, event.origin)),
        troubles: { ...model.troubles, [event.origin.key]: event.error },
      }
    case 'replied': {
      const waiting = model.waiting.filter((origin) => !sameOrigin(origin, event.origin))
      return take({ ...model, waiting }, event.origin, event.reply, event.id, event.at)
    }
    case 'typed': {
      const open = model.forms.find((form) => form.id === event.form)
      if (open === undefined) return model
      const { [event.name]: _, ...faults } = open.faults
      return changeForm(model, open.id, {
        answers: { ...open.answers, [event.name]: event.value },
        faults,
      })
    }
    case 'sent':
      return changeForm(model, event.form, { busy: true, error: null, faults: {} })
    case 'unsent':
      return changeForm(model, event.form, { busy: false, error: event.error })
    case 'answered':
      return takeAnswer(model, event)
    case 'faulty': {
      const { form, faults } = event
      const returns = 1 + (model.forms.find(({ id }) => id === form)?.returns ?? 0)
      return changeForm(model, form, { faults, returns, error: null })
    }
    case 'show':
      return { ...model, shown: event.form }
    case 'close': {
      const open = model.forms.find((form) => form.id === model.shown)
      if (open === undefined || isTouched(open)) return { ...model, shown: null }
      return withoutForm(model, open.id)
    }
    case 'discard':
      return withoutForm(model, event.form)
    case 'hide':
      return { ...model, replies: model.replies.filter(({ id }) => id !== event.reply) }
  }
}

/** One line of the channel: a message, or a reply that only this person sees. */
export type TimelineItem =
  { kind: 'message'; message: ConsoleMessageView } | { kind: 'reply'; reply: PrivateReply }

/** The channel from top to bottom: each private reply under the message it belongs to. */
export function toTimeline({
  messages,
  replies,
}: Pick<Model, 'messages' | 'replies'>): TimelineItem[] {
  const known = new Set(messages.map(({ id }) => id))
  const under = (id: string | null): TimelineItem[] =>
    replies
      .filter(({ after }) => (after !== null && known.has(after) ? after : null) === id)
      .map((reply) => ({ kind: 'reply', reply }))
  return [
    ...under(null),
    ...messages.flatMap((message) => [
      ...(message.removed ? [] : [{ kind: 'message' as const, message }]),
      ...under(message.id),
    ]),
  ]
}
