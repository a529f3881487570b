/** One way to use the product, as all of them are alike: what is typed, pressed and filled in, and what is seen of it. */
import { expect } from 'vitest'
import type { Card, Form } from '../../src/core/card.ts'
import { until } from '../chat/discord/_person.ts'
import type { openProduct } from '../usecases/_product.ts'

/** What somebody sees after they did something. */
export interface Seen {
  kind: 'card' | 'form' | 'nothing'
  /** All words, with ids and tokens taken out. */
  words: string
  buttons: string[]
}

/** Somebody at one of the ways in. */
export interface Surface {
  product: Pick<Awaited<ReturnType<typeof openProduct>>, 'ports' | 'store' | 'clock'>
  /** Words that this way does not show, and why not. */
  without: readonly RegExp[]
  /** In: what is waited for; a deed that shows nothing is waited for by what it leaves in the log. */
  type(command: string, args: Readonly<Record<string, string>>, kind: Seen['kind']): Promise<Seen>
  press(label: string, kind: Seen['kind']): Promise<Seen>
  /** Fills in fields by their names; the others stay as they are. */
  submit(answers: Readonly<Record<string, string>>, kind: Seen['kind']): Promise<Seen>
  close(): Promise<void>
}

/** Nothing to see. */
export const NOTHING: Seen = { kind: 'nothing', words: '', buttons: [] }

/** The same name everywhere. */
export const NAME = 'Alex'
/** The same zone everywhere. */
export const ZONE = 'America/Chicago'

/** Somebody to be simulated. */
export const PEOPLE = [
  { id: 'anna', name: 'Anna', story: 'At home in Austin.', place: 'Austin, Texas, United States' },
]

/** Takes out what differs each time, and what is only layout. */
export function normal(text: string): string {
  return text
    .replace(/\b(case|round|review|fault)_[0-9a-z]+/g, '$1_X')
    .replace(/[\w-]{43}/g, 'TOKEN')
    .replace(/[\u2026]$/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Every word of a card that somebody is to read, in its order. */
export function linesOf(card: Card): string[] {
  const lines = card.sections.flatMap((section) => {
    switch (section.kind) {
      case 'text':
        return [section.text]
      case 'facts':
        return section.facts.flatMap(({ name, value }) => [name, value])
      case 'finding':
        return [
          section.title,
          ...section.facts.flatMap(({ name, value }) => [name, value]),
          ...section.innocent,
          section.next,
        ]
      case 'steps':
        return section.steps.map(({ label }) => label)
      case 'link':
        return section.copy ? [section.label, section.url] : [section.label]
      case 'image':
        return []
    }
  })
  return [card.title, ...card.badges, ...lines].map(normal).filter(Boolean)
}

/** Every word of a form: its title, what it asks, what stands in it, and the button. */
export function linesOfForm(form: Form): string[] {
  const fields = form.fields.flatMap((field) => {
    const isText = ['text', 'email', 'phone', 'url', 'place', 'suggest'].includes(field.kind)
    return [field.label, ...(isText && typeof field.value === 'string' ? [field.value] : [])]
  })
  return [form.title, ...fields, form.submit].map(normal).filter(Boolean)
}

/** How much has happened: every deed leaves a line. */
export async function eventsOf({ product }: Pick<Surface, 'product'>): Promise<string[]> {
  return product.store.transaction(async (tx) => {
    const lines = await tx.audit.after(0, 1000)
    return lines.map(({ event, detail }) => normal(`${event} ${JSON.stringify(detail)}`))
  })
}

/** Waits until something happened that shows nothing to the person. */
export async function nothingSeen(surface: Pick<Surface, 'product'>, before: number) {
  await until(async () => expect((await eventsOf(surface)).length).toBeGreaterThan(before))
  return NOTHING
}
