/** The live console: its state, and everything a person can do with it. */
import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import type { Button, Option } from '../core/card.ts'
import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import * as calls from './calls.ts'
import { emptyFaults, nextModel, startModel, type Model, type Origin } from './console-model.ts'
import { connectLive, type Live } from './live.ts'
import { randomId } from './random-id.ts'
import type { ConsoleData, ReplyView } from './views.ts'

/** Everything a person can do with the console. */
export interface ConsoleActions {
  /** Sends a line; true when it got through. */
  type(text: string): Promise<boolean>
  press(from: { key: string; after: string | null }, button: Button, index: number): void
  edit(form: string, name: string, value: string | boolean): void
  submit(form: string): void
  show(form: string): void
  close(): void
  discard(form: string): void
  hide(reply: string): void
  retry(): void
  findPlaces(query: string, signal: AbortSignal): Promise<readonly Option[] | null>
}

/** IANA zone of this browser. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** State and actions of a console. Connects once the page is live; on the server it only draws. */
export function useConsole(data: ConsoleData): { model: Model; actions: ConsoleActions } {
  const [model, send] = useReducer(nextModel, data.messages, startModel)
  const live = useRef<Live | null>(null)
  // Actions outlive renderings: they read the model as it is when they run.
  const current = useRef(model)
  current.current = model

  useEffect(() => {
    live.current = connectLive(
      (view) => send({ kind: 'live', view }),
      (connection) => send({ kind: 'connection', connection }),
    )
    return () => live.current?.close()
  }, [])

  const actions = useMemo((): ConsoleActions => {
    const checkOver = (outcome: calls.Outcome<unknown>) => {
      if (!outcome.ok && outcome.over) send({ kind: 'connection', connection: 'over' })
      // Answered again: the person has opened the printed address elsewhere in this browser.
      if (outcome.ok && current.current.connection === 'over') live.current?.retry()
    }
    const follow = async (origin: Origin, outcome: Promise<calls.Outcome<ReplyView>>) => {
      send({ kind: 'called', origin })
      const result = await outcome
      checkOver(result)
      if (result.ok) {
        const id = randomId()
        send({ kind: 'replied', origin, reply: result.value, id, at: Date.now() })
      } else {
        send({ kind: 'failed', origin, error: result.error })
      }
      return result.ok
    }
    return {
      type(text) {
        const origin: Origin = { key: 'composer', button: null, after: null, asked: text }
        return follow(origin, calls.typeLine({ text, zone: ownZone() }))
      },
      press({ key, after }, { command, args, label }, button) {
        const origin: Origin = { key, button, after, asked: label }
        void follow(origin, calls.pressButton({ command, args, zone: ownZone() }))
      },
      edit: (form, name, value) => send({ kind: 'typed', form, name, value }),
      submit(id) {
        const open = current.current.forms.find((form) => form.id === id)
        if (open === undefined || open.busy) return
        const faults = emptyFaults(open)
        if (Object.keys(faults).length > 0) {
          send({ kind: 'faulty', form: id, faults })
          return
        }
        send({ kind: 'sent', form: id })
        const { command, args } = open.form
        const body = { command, args, answers: open.answers, submissionId: id, zone: ownZone() }
        void calls.submitForm(body).then((result) => {
          checkOver(result)
          if (!result.ok) {
            const error = fill(desk.form.unsent, { error: result.error })
            send({ kind: 'unsent', form: id, error })
            return
          }
          const next = { id: randomId(), at: Date.now() }
          send({ kind: 'answered', form: id, reply: result.value, ...next })
        })
      },
      show: (form) => send({ kind: 'show', form }),
      close: () => send({ kind: 'close' }),
      discard: (form) => send({ kind: 'discard', form }),
      hide: (reply) => send({ kind: 'hide', reply }),
      retry: () => live.current?.retry(),
      async findPlaces(query, signal) {
        const outcome = await calls.findPlaces(query, signal)
        checkOver(outcome)
        return outcome.ok ? outcome.value : null
      },
    }
  }, [])
  return { model, actions }
}
