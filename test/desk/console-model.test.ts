import { describe, expect, it } from 'vitest'
import { textCard } from '../../src/core/card.ts'
import type { Reply } from '../../src/chat/command.ts'
import {
  emptyFaults,
  isTouched,
  nextModel,
  startModel,
  toTimeline,
  type ConsoleEvent,
  type Model,
  type Origin,
} from '../../src/desk/console-model.ts'
import type { ReplyView } from '../../src/desk/views.ts'
import { contradictedCard, fullForm, message, waitingCard } from './samples.ts'

const composer: Origin = { key: 'composer', button: null, after: null, asked: '/verify' }
const pressed: Origin = { key: 'm1', button: 0, after: 'm1', asked: 'New link' }
const m1 = message('m1', waitingCard)
const m2 = message('m2', waitingCard)

function after(model: Model, ...events: readonly ConsoleEvent[]): Model {
  return events.reduce(nextModel, model)
}

const replied = (origin: Origin, reply: ReplyView, id = 'r1'): ConsoleEvent => ({
  kind: 'replied',
  origin,
  reply,
  id,
  at: 1,
})
const card = { kind: 'card', card: textCard('For you') } as const
const withForm = () =>
  after(startModel([m1]), replied(composer, { kind: 'form', form: fullForm }, 'f1'))
const ids = (model: Model) =>
  toTimeline(model).map((item) => (item.kind === 'message' ? item.message.id : item.reply.id))

describe('the console', () => {
  it('takes every reply of the chat contract', () => {
    const reply = { kind: 'done' } satisfies Reply
    const view: ReplyView = reply as Reply
    expect(after(startModel([]), replied(composer, view)).announcement).toBe('Done')
  })

  it('changes a message in place and says so', () => {
    const changed = { ...m1, card: contradictedCard, edited: true }
    const model = after(startModel([m1, m2]), {
      kind: 'live',
      view: { t: 'message', message: changed },
    })
    expect(ids(model)).toEqual(['m1', 'm2'])
    expect(model.messages[0]).toBe(changed)
    expect(model.announcement).toBe('Changed: Contradicted: Jane Doe')
    expect(model.fresh).toBe('m1')
  })

  it('says nothing when a reconnect brings nothing new', () => {
    const model = after(startModel([m1]), {
      kind: 'live',
      view: { t: 'all', messages: [{ ...m1 }] },
    })
    expect(model.announcement).toBe('')
  })

  it('hides removed messages but keeps what stands under them', () => {
    const model = after(startModel([m1, m2]), replied(pressed, card), {
      kind: 'live',
      view: { t: 'message', message: { ...m1, removed: true } },
    })
    expect(ids(model)).toEqual(['r1', 'm2'])
    expect(model.announcement).toContain('Removed')
  })

  it('puts a private reply under the message whose button was pressed, else under the last one', () => {
    const model = after(startModel([m1, m2]), replied(pressed, card), replied(composer, card, 'r2'))
    expect(ids(model)).toEqual(['m1', 'r1', 'm2', 'r2'])
  })

  it('keeps a private reply whose message is no longer among the latest', () => {
    const model = after(startModel([m1]), replied(pressed, card), {
      kind: 'live',
      view: { t: 'all', messages: [m2] },
    })
    expect(ids(model)).toEqual(['r1', 'm2'])
  })

  it('keeps everything typed through faults, errors and closing', () => {
    const model = after(
      withForm(),
      { kind: 'typed', form: 'f1', name: 'email', value: 'jane' },
      { kind: 'sent', form: 'f1' },
      { kind: 'unsent', form: 'f1', error: 'No connection' },
      { kind: 'close' },
      { kind: 'show', form: 'f1' },
      { kind: 'sent', form: 'f1' },
      {
        kind: 'answered',
        form: 'f1',
        id: 'x',
        at: 1,
        reply: {
          kind: 'faults',
          faults: { email: 'must be an address' },
          form: {
            ...fullForm,
            fields: [
              ...fullForm.fields,
              { kind: 'text', name: 'more', label: 'More', value: 'new' },
            ],
          },
        },
      },
    )
    const form = model.forms[0]
    expect(model.shown).toBe('f1')
    expect(form?.id).toBe('f1')
    expect(form?.answers).toMatchObject({ email: 'jane', name: 'Jane Doe', more: 'new' })
    expect(form?.faults).toEqual({ email: 'must be an address' })
    expect(form?.busy).toBe(false)
  })

  it('drops an untouched form when it is closed, and keeps a touched one', () => {
    expect(after(withForm(), { kind: 'close' }).forms).toEqual([])
    const typed = after(
      withForm(),
      { kind: 'typed', form: 'f1', name: 'vpn', value: true },
      { kind: 'close' },
    )
    expect(typed.forms.map(isTouched)).toEqual([true])
    expect(after(typed, { kind: 'discard', form: 'f1' }).forms).toEqual([])
  })

  it('opens the next form when a submission answers with one', () => {
    const next = { ...fullForm, title: 'Another check' }
    const model = after(withForm(), {
      kind: 'answered',
      form: 'f1',
      id: 'f2',
      at: 1,
      reply: { kind: 'form', form: next },
    })
    expect(model.forms.map(({ form }) => form.title)).toEqual(['Another check'])
    expect(model.shown).toBe('f2')
  })

  it('remembers which call waits, and why one failed, each beside its own message', () => {
    const called = after(startModel([m1]), { kind: 'called', origin: pressed })
    expect(called.waiting).toEqual([pressed])
    const failed = after(called, { kind: 'failed', origin: pressed, error: 'busy' })
    expect(failed.waiting).toEqual([])
    expect(failed.troubles).toEqual({ m1: 'busy' })
    expect(after(failed, { kind: 'called', origin: pressed }).troubles).toEqual({})
  })

  it('asks for required fields before anything is sent', () => {
    const form = withForm().forms[0]
    expect(form && Object.keys(emptyFaults(form))).toEqual(['email', 'place', 'occurrence'])
  })
})
