/** People in front of Discord: what they type, press and fill in, as Discord tells us of it. */
import { expect, vi } from 'vitest'
import type { FakeDiscord, Json, Message, Modal, Where } from './_fake-discord.ts'

/** How a payload reaches the product. */
export interface Wire {
  /** Out: what the product answered first. Fails: when it did not answer in time. */
  send(begun: ReturnType<FakeDiscord['begin']>): Promise<Json>
}

/** Waits for what happens after the answer. */
export function until<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: 9_000, interval: 5 })
}

/** Words as a reader sees them: without the signs that only format. */
function readable(text: string): string {
  return text
    .replace(/^(?:-# |> |```\n?)/gm, '')
    .replace(/(^|[^\\])\*\*/g, '$1')
    .replace(/(^|[^\\])`+/g, '$1')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1')
}

/** All words of a message. */
export function wordsOf(message: Pick<Message, 'content' | 'embeds'> | undefined): string {
  if (message === undefined) return ''
  const inEmbeds = message.embeds.flatMap((embed) => {
    const {
      title = '',
      description = '',
      fields = [],
      footer,
    } = embed as {
      title?: string
      description?: string
      fields?: { name: string; value: string }[]
      footer?: { text: string }
    }
    return [
      title,
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
      footer?.text ?? '',
    ]
  })
  return [message.content, ...inEmbeds].map(readable).filter(Boolean).join('\n')
}

interface Button {
  type: number
  label: string
  custom_id?: string
  url?: string
  style: number
}

function buttonsIn({ components }: Pick<Message, 'components'>): Button[] {
  return components.flatMap((row) => (row['components'] ?? []) as Button[])
}

/** The buttons of a message, by what they are called. */
export function buttonsOf(message: Pick<Message, 'components'>): string[] {
  return buttonsIn(message).map(({ label }) => label)
}

interface Input {
  type: number
  custom_id: string
  value?: string
  options?: { value: string; default?: boolean }[]
  default_values?: { id: string }[]
}

/** The inputs of a modal. */
export function inputsOf({ modal }: Modal): (Input & { label: string; description?: string })[] {
  return (
    modal['components'] as { label: string; description?: string; component?: Input }[]
  ).flatMap(({ label, description, component }) =>
    component === undefined
      ? []
      : [{ ...component, label, ...(description === undefined ? {} : { description }) }],
  )
}

/** Somebody in a channel. */
export function createPerson(discord: FakeDiscord, wire: Wire, user: string, where: Where) {
  const send = (kind: number, data: Json, message: Message | null = null, at = where) =>
    wire.send(discord.begin(user, at, kind, data, message))
  const own = () => discord.messages.filter(({ only }) => only === user)
  const command = (
    subcommand: string,
    options: Readonly<Record<string, string>>,
    focused?: string,
  ) => ({
    id: '1',
    name: 'verify',
    type: 1,
    options: [
      {
        type: 1,
        name: subcommand,
        options: Object.entries(options).map(([name, value]) => ({
          type: 3,
          name,
          value,
          ...(name === focused ? { focused: true } : {}),
        })),
      },
    ],
  })
  const person = {
    user,
    /** What only this person was shown, newest last. */
    own,
    /** The newest thing shown to this person alone that has these words; waits for it. */
    answer: (words: string | RegExp) =>
      until(() => {
        const has = (text: string) =>
          typeof words === 'string' ? text.includes(words) : words.test(text)
        const found = own().findLast((message) => has(wordsOf(message)))
        expect(found, own().map(wordsOf).join('\n---\n')).toBeDefined()
        return found as Message
      }),
    /** The modal that is open; waits for it. */
    modal: (title?: string) =>
      until(() => {
        const open = discord.modals.get(user)
        expect(open).toBeDefined()
        if (title !== undefined) expect(open?.modal['title']).toBe(title)
        return open as Modal
      }),
    type: (subcommand: string, options: Readonly<Record<string, string>> = {}) =>
      send(2, command(subcommand, options)),
    async typeAhead(
      subcommand: string,
      option: string,
      value: string,
    ): Promise<{ name: string; value: string }[]> {
      const { data } = await send(4, command(subcommand, { [option]: value }, option))
      return (data as { choices: { name: string; value: string }[] }).choices
    },
    menu: (text: string) =>
      send(2, {
        id: '2',
        name: 'Verify this candidate',
        type: 3,
        target_id: '1200000000000000001',
        resolved: {
          messages: { '1200000000000000001': { id: '1200000000000000001', content: text } },
        },
      }),
    pressing(message: Message, label: string) {
      const button = buttonsIn(message).find((one) => one.label === label)
      const known = buttonsOf(message).join(', ')
      if (button?.custom_id === undefined) throw new Error(`no button “${label}” among ${known}`)
      const channel = discord.channels.get(message.channel)
      const at = { guild: channel?.guild ?? null, channel: message.channel }
      const data = { component_type: 2, id: 2, custom_id: button.custom_id }
      return discord.begin(user, at, 3, data, message)
    },
    press: (message: Message, label: string) => wire.send(person.pressing(message, label)),
    submitting(open: Modal, answers: Readonly<Record<string, string | readonly string[]>> = {}) {
      const components = inputsOf(open).map((input, at) => ({
        type: 18,
        id: 2 * at + 1,
        component: {
          type: input.type,
          id: 2 * at + 2,
          custom_id: input.custom_id,
          ...filled(input, answers),
        },
      }))
      const data = { custom_id: open.modal['custom_id'], components }
      return discord.begin(user, open.where, 5, data, open.message)
    },
    async submit(open: Modal, answers: Readonly<Record<string, string | readonly string[]>> = {}) {
      const answer = await wire.send(person.submitting(open, answers))
      if (discord.modals.get(user) === open) discord.modals.delete(user)
      return answer
    },
  }
  return person
}

/** A person. */
export type Person = ReturnType<typeof createPerson>

/** What an input sends: what was filled in, else what stood in it before. */
function filled(input: Input, answers: Readonly<Record<string, string | readonly string[]>>): Json {
  const given = answers[input.custom_id]
  if (input.type === 4) return { value: given ?? input.value ?? '' }
  const before = [
    ...(input.options ?? []).filter((option) => option.default).map(({ value }) => value),
    ...(input.default_values ?? []).map(({ id }) => id),
  ]
  return { values: given === undefined ? before : [given].flat() }
}
