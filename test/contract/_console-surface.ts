/** The console, as somebody in front of it. */
import { commands } from '../../commands/index.ts'
import { rights } from '../../src/core/access.ts'
import type { Button, Form } from '../../src/core/card.ts'
import type { Answers, Reply } from '../../src/chat/command.ts'
import { dispatch, type Deed } from '../../src/chat/dispatch.ts'
import { openProduct } from '../usecases/_product.ts'
import {
  linesOf,
  linesOfForm,
  NAME,
  NOTHING,
  PEOPLE,
  ZONE,
  type Seen,
  type Surface,
} from './_surface.ts'

/** What the console shows, line by line: the others are held to it. */
export interface ConsoleSeen extends Seen {
  lines: string[]
}

/** Opens it. */
export async function openConsole() {
  const product = await openProduct()
  product.ports.simulator.people = PEOPLE
  const caller = {
    actor: { platform: 'console', id: 'person_1', name: NAME } as const,
    channel: 'hiring',
    channelOf: null,
    calls: null,
    emptyListsMean: 'everybody',
    rights,
    workspace: 'console',
    zone: ZONE,
  }
  let form: Form | null = null
  let buttons: readonly Button[] = []
  let submissions = 0

  function see(reply: Reply): ConsoleSeen {
    if (reply.kind === 'card') {
      buttons = reply.card.buttons
      const lines = linesOf(reply.card)
      return {
        kind: 'card',
        lines,
        words: lines.join(' '),
        buttons: buttons.map(({ label }) => label),
      }
    }
    if (reply.kind !== 'form') return { ...NOTHING, lines: [] }
    form = reply.form
    const lines = linesOfForm(form)
    return { kind: 'form', lines, words: lines.join(' '), buttons: [form.submit] }
  }
  const run = async (deed: Deed) => see(await dispatch(product.ports, commands, caller, deed))
  const surface = {
    product,
    without: [],
    type: (command: string, args: Readonly<Record<string, string>>) =>
      run({
        kind: 'type',
        text: [...(command === 'verify' ? [] : [command]), ...Object.values(args)].join(' '),
      }),
    press(label: string) {
      const button = buttons.find((one) => one.label === label)
      if (button === undefined) throw new Error(`no button “${label}”`)
      return run({ kind: 'press', command: button.command, args: button.args })
    },
    submit(given: Readonly<Record<string, string>>) {
      if (form === null) throw new Error('no form')
      const stated = form.fields.map((field) => [field.name, field.value ?? ''] as const)
      const answers: Answers = { ...Object.fromEntries(stated), ...given }
      const { command, args } = form
      return run({ kind: 'submit', command, args, answers, submissionId: `s${++submissions}` })
    },
    close: async () => product.close(),
  } satisfies Surface
  return surface
}
