/** Slack, as somebody in front of it. */
import { expect } from 'vitest'
import type { Message, View } from '../chat/slack/_fake-slack.ts'
import { buttonsOf, until, wordsOf } from '../chat/slack/_person.ts'
import { openSlackProduct } from '../chat/slack/_product.ts'
import {
  eventsOf,
  NAME,
  normal,
  nothingSeen,
  NOTHING,
  PEOPLE,
  ZONE,
  type Seen,
  type Surface,
} from './_surface.ts'

/** Opens it. */
export async function openSlack(): Promise<Surface> {
  const product = await openSlackProduct()
  const { fake, ports } = product
  ports.simulator.people = PEOPLE
  Object.assign(fake.users.get('UADMIN') ?? {}, {
    real_name: NAME,
    profile: { real_name: NAME },
    tz: ZONE,
  })
  const person = product.person('UADMIN')
  let shown: Message | undefined
  let view: View | undefined

  /** What there is to see after a deed. */
  async function see(deed: () => Promise<unknown>, kind: Seen['kind']): Promise<Seen> {
    const [messages, events] = [person.own().length, (await eventsOf({ product })).length]
    const open = JSON.stringify(person.views().map((one) => one.view))
    await deed()
    if (kind === 'nothing') {
      await nothingSeen({ product }, events)
      expect(person.own()).toHaveLength(messages)
      return NOTHING
    }
    return until(() => {
      const message = person.own()[messages]
      if (message) {
        shown = message
        const words = normal(escaped(wordsOf(message.blocks)))
        return { kind: 'card', words, buttons: buttonsOf(message.blocks) } as const
      }
      const [now] = person.views()
      expect(now && JSON.stringify([now.view]) !== open).toBe(true)
      view = now as View
      const submit = (view.view['submit'] as { text: string } | undefined)?.text ?? ''
      const title = (view.view['title'] as { text: string }).text
      const words = normal(`${title} ${inputsOf(view.view)} ${submit}`)
      return { kind: 'form', words, buttons: [submit] } as const
    })
  }

  return {
    product,
    // Slack knows the person's zone, and shows every time in it; where a card goes is asked where there are channels.
    without: [/^In the time zone$/],
    type(command, args, kind) {
      const line = [...(command === 'verify' ? [] : [command]), ...Object.values(args)].join(' ')
      return see(() => person.type(line), kind)
    },
    press: (label, kind) => see(() => person.press(shown as Message, label), kind),
    submit: (answers, kind) => see(() => person.submit(view as View, timed(answers)), kind),
    close: () => product.close(),
  }
}

/** Slack writes signs of its markup as entities, and bold between stars. */
function escaped(text: string): string {
  return text
    .replace(/^\*(.*)\*$/gm, '$1')
    .replace(/```/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Slack's picker gives seconds. */
function timed(answers: Readonly<Record<string, string>>): Record<string, string | number> {
  const { start, ...rest } = answers
  if (start === undefined) return rest
  return { ...rest, start: Math.floor(Date.parse(`${start}:00-06:00`) / 1000) }
}

/** Labels and what stands in the fields. */
function inputsOf(view: object): string {
  const blocks = Reflect.get(view, 'blocks') as { label?: { text: string }; element?: object }[]
  return blocks
    .flatMap(({ label, element }) => [
      label?.text ?? '',
      String(Reflect.get(element ?? {}, 'initial_value') ?? ''),
      (Reflect.get(element ?? {}, 'initial_option') as { text: { text: string } } | undefined)?.text
        .text ?? '',
    ])
    .join(' ')
}
