/**
 * Platform-neutral messages and forms. Each chat draws them its own way; none adds or leaves out a word.
 *
 * All text is plain: a chat escapes it for its platform. Nothing here is markup.
 */

/** The colour and icon of a card, always beside a word that says the same. */
export type Tone = 'neutral' | 'good' | 'attention' | 'serious'

/** One fact: a short name and its value. */
export interface Fact {
  name: string
  value: string
}

/** A part of a card, drawn from top to bottom. */
export type Section =
  | { kind: 'text'; text: string; quiet?: boolean }
  | { kind: 'facts'; facts: readonly Fact[] }
  | {
      kind: 'finding'
      title: string
      against: boolean
      facts: readonly Fact[]
      innocent: readonly string[]
      next: string
    }
  | { kind: 'steps'; steps: readonly { label: string; state: 'done' | 'now' | 'next' }[] }
  | { kind: 'link'; label: string; url: string; copy?: boolean }
  /** A picture of `CARD_PICTURE`'s size; `alt` says all that it shows, in at most 2,000 characters. */
  | { kind: 'image'; url: string; alt: string }

/** Size of the picture of a card, in CSS pixels; it has twice as many of its own. */
export const CARD_PICTURE = { width: 480, height: 380 } as const

/** A button: pressing it calls a command with arguments. */
export interface Button {
  label: string
  style: 'primary' | 'normal' | 'danger'
  command: string
  args: Readonly<Record<string, string>>
}

/** A message. */
export interface Card {
  tone: Tone
  /** First line, readable alone in a notification. */
  title: string
  /** Short words beside the title: "simulated". */
  badges: readonly string[]
  sections: readonly Section[]
  buttons: readonly Button[]
}

/** A choice in a list. */
export interface Option {
  value: string
  label: string
}

/** A field of a form. */
export type Field = {
  name: string
  label: string
  hint?: string
  required?: boolean
} & (
  | { kind: 'text' | 'email' | 'phone' | 'url'; value?: string }
  | { kind: 'long-text'; value?: string }
  /** Type-ahead over places; `value` is the label of one. */
  | { kind: 'place'; value?: string }
  /**
   * Wall-clock time "2026-11-23T15:00" in the zone of the field named by `zoneField`. The choice named by `lengthField`
   * says how many minutes it takes, for chats where both are typed together.
   */
  | { kind: 'datetime'; value?: string; zoneField: string; lengthField?: string }
  | { kind: 'zone'; value?: string }
  | { kind: 'choice'; options: readonly Option[]; value?: string }
  | { kind: 'switch'; value?: boolean }
  /** People, channels or groups of people of the platform: ids, separated by commas; at most `most`. */
  | { kind: 'people' | 'channels' | 'groups'; value?: string; most?: number }
  /** Type-ahead over what is known, where something new may be typed too. */
  | { kind: 'suggest'; source: 'opening'; value?: string }
)

/** A form: submitting it calls a command with the fields by name. */
export interface Form {
  /** The command that gets the answers. */
  command: string
  /** Carried along unseen. */
  args: Readonly<Record<string, string>>
  title: string
  intro?: string
  fields: readonly Field[]
  submit: string
}

/** A plain card from a title and lines of text. */
export function textCard(
  title: string,
  lines: readonly string[] = [],
  tone: Tone = 'neutral',
): Card {
  return {
    tone,
    title,
    badges: [],
    sections: lines.map((text) => ({ kind: 'text', text })),
    buttons: [],
  }
}
