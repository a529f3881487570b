/** Discord, as somebody in front of it. */
import { expect } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { Message, Modal } from '../chat/discord/_fake-discord.ts'
import { buttonsOf, inputsOf, until, wordsOf } from '../chat/discord/_person.ts'
import { IDS, openDiscordProduct } from '../chat/discord/_product.ts'
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
export async function openDiscord(): Promise<Surface> {
  const product = await openDiscordProduct()
  await product.connected()
  const { fake, ports } = product
  ports.simulator.people = PEOPLE
  ports.settings.defaultZone = ZONE
  const member = fake.guilds.get(IDS.guild)?.members.get(IDS.owner)
  if (member) member.name = NAME
  const person = product.person(IDS.owner)
  let shown: Message | undefined
  let modal: Modal | undefined

  const ownButtons = (message: Message) =>
    buttonsOf(message).filter((label) => !label.startsWith('Change '))
  const isDraft = (message: Message) => JSON.stringify(message.components).includes('"s;')
  const seeMessage = (message: Message): Seen => {
    shown = message
    const kind = isDraft(message) ? 'form' : 'card'
    const words = normal(`${wordsOf(message)} ${ownButtons(message).join(' ')}`)
    return { kind, words, buttons: ownButtons(message) }
  }

  /** What there is to see after a deed. */
  async function see(deed: () => Promise<unknown>, kind: Seen['kind']): Promise<Seen> {
    const [before, events] = [snapshot(), (await eventsOf({ product })).length]
    await deed()
    const open = fake.modals.get(IDS.owner)
    if (open) return seeModal(open)
    const changed = () =>
      person.own().find((message) => before.get(message.id) !== JSON.stringify(message))
    if (kind === 'nothing') {
      await nothingSeen({ product }, events)
      // A command that was typed is always answered by something.
      expect(['', 'That is done.']).toContain(wordsOf(changed()))
      return NOTHING
    }
    return until(() => {
      const message = changed()
      expect(message?.content).toMatch(/./)
      return seeMessage(message as Message)
    })
  }
  const snapshot = () =>
    new Map(person.own().map((message) => [message.id, JSON.stringify(message)]))

  /** A form in parts is seen whole once its first part is answered as it stands. */
  async function seeModal(open: Modal): Promise<Seen> {
    const isWhole = String(open.modal['custom_id']).startsWith('f;')
    if (!isWhole) return see(() => person.submit(open), 'form')
    modal = open
    const title = String(open.modal['title'])
    const inputs = inputsOf(open).map(({ label, value }) => `${label} ${value ?? ''}`)
    return { kind: 'form', words: normal([title, ...inputs, title].join(' ')), buttons: [title] }
  }

  /** Opens every part of a draft and fills in what is asked for. */
  async function fillIn(draft: Message, answers: Readonly<Record<string, string>>): Promise<void> {
    for (const label of buttonsOf(draft).filter((one) => one.startsWith('Change '))) {
      await person.press(draft, label)
      const open = await person.modal()
      const { start } = answers
      await person.submit(open, {
        ...answers,
        ...(start === undefined ? {} : { start: start.replace('T', ' ') }),
      })
    }
  }

  return {
    product,
    // Length is typed with the time.
    without: [/^Length$/],
    type: (command, args, kind) =>
      see(() => person.type(command === 'verify' ? 'new' : command, named(command, args)), kind),
    press: (label, kind) => see(() => person.press(shown as Message, label), kind),
    async submit(answers, kind) {
      if (modal) {
        const open = modal
        modal = undefined
        return see(() => person.submit(open, answers), kind)
      }
      const draft = shown as Message
      await fillIn(draft, answers)
      const [send = ''] = ownButtons(draft)
      return see(() => person.press(draft, send), kind)
    },
    close: () => product.close(),
  }
}

/** Arguments by the names that Discord shows. */
function named(command: string, args: Readonly<Record<string, string>>): Record<string, string> {
  const { parameters = [] } = commands.find(({ name }) => name === command) ?? {}
  for (const name of Object.keys(args)) {
    if (!parameters.some((one) => one.name === name)) throw new Error(`${command} takes no ${name}`)
  }
  return { ...args }
}
