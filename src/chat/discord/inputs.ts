/** What a form asks as inputs of a modal, and the way back from what was filled in. */
import type { Field, Option } from '../../core/card.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import type { Answers } from '../command.ts'
import { clean, oneLine } from '../text.ts'
import type { Input } from './interaction.ts'
import { COMPONENT, MOST } from './most.ts'
import { idsOf, LIST_MOST, type Asked } from './pages.ts'
import { cut, label } from './text.ts'
import { toLine } from './when-field.ts'

/** What an input is, by its type; the others of these it has not. */
interface ModalInput {
  type: number
  custom_id: string
  required?: boolean
  style?: number
  value?: string
  placeholder?: string
  max_length?: number
  min_values?: number
  max_values?: number
  options?: { value: string; label: string; description?: string; default?: true }[]
  default_values?: { id: string; type: string }[]
  channel_types?: readonly number[]
}

/** An input under its label. */
export interface Label {
  type: typeof COMPONENT.label
  label: string
  description?: string
  component: ModalInput
}

/** Longest answers, characters: all of a form's stand in one message until it is submitted. */
const MOST_TYPED = { text: 300, url: 800, 'long-text': 3000 } as const

const SHORT = 1
const PARAGRAPH = 2

/** Channels where a card can stand: of text and of announcements. Source: channel types, discord/discord-api-docs, read 2026-11-25. */
const TEXT_CHANNELS = [0, 5]

const ENTITIES = {
  people: { type: COMPONENT.userSelect, as: 'user' },
  channels: { type: COMPONENT.channelSelect, as: 'channel' },
  groups: { type: COMPONENT.roleSelect, as: 'role' },
} as const

const texts = managers.chat.discord.inputs

/** One input. In: the zone that times are read in. */
export function toLabel(asked: Asked, zone: string): Label {
  switch (asked.kind) {
    case 'switches':
      return labelled(texts.switches, undefined, {
        type: COMPONENT.checkboxGroup,
        custom_id: idOf(asked),
        required: false,
        min_values: 0,
        max_values: asked.fields.length,
        options: asked.fields.map(({ name, label: words, hint, value }) => ({
          value: name,
          label: label(words, MOST.optionText),
          ...(hint === undefined ? {} : { description: label(hint, MOST.optionText) }),
          ...(value === true ? { default: true } : {}),
        })),
      })
    case 'when': {
      const { field, length } = asked
      const hint = fill(texts.whenHint, { example: texts.whenExample, zone })
      const line = toLine(field.value ?? '', length?.value ?? '')
      return labelled(field.label, hint, {
        ...textInput(idOf(asked), SHORT, mostTyped(field.kind), line, field.required),
        placeholder: texts.whenExample,
      })
    }
    case 'field':
      return labelled(asked.field.label, hintOf(asked.field), toInput(asked.field))
  }
}

/** Name of the input in what comes back. */
function idOf(asked: Asked): string {
  if (asked.kind === 'switches')
    return `switches:${asked.fields[0]?.name ?? ''}`.slice(0, MOST.customId)
  return asked.field.name.slice(0, MOST.customId)
}

/** A label is short: one that does not fit stands in full below. */
function labelled(words: string, hint: string | undefined, component: ModalInput): Label {
  const whole = oneLine(words)
  const isCut = whole.length > MOST.label
  const below = isCut ? whole : oneLine(hint ?? '')
  return {
    type: COMPONENT.label,
    label: label(whole, MOST.label),
    ...(below === '' ? {} : { description: label(below, MOST.labelHint) }),
    component,
  }
}

type Plain = Extract<Asked, { kind: 'field' }>['field']

/** A field that lists people, channels or groups. */
function isList(field: Field): field is Extract<Field, { kind: keyof typeof ENTITIES }> {
  return field.kind in ENTITIES
}

function hintOf(field: Plain): string | undefined {
  const count = isList(field) ? idsOf(field.value).length : 0
  if (count <= LIST_MOST) return field.hint
  return fill(texts.longList, { count })
}

/** The longest answer to a kind of field. */
export function mostTyped(kind: Field['kind']): number {
  return kind === 'url' || kind === 'long-text' ? MOST_TYPED[kind] : MOST_TYPED.text
}

function toInput(field: Plain): ModalInput {
  const { name, required = false } = field
  const custom_id = name.slice(0, MOST.customId)
  switch (field.kind) {
    case 'people':
    case 'channels':
    case 'groups': {
      const { type, as } = ENTITIES[field.kind]
      const ids = idsOf(field.value)
      const most = Math.min(field.most ?? LIST_MOST, LIST_MOST)
      const known = ids.length > most ? [] : ids
      return {
        type,
        custom_id,
        required: false,
        min_values: 0,
        max_values: most,
        ...(as === 'channel' ? { channel_types: TEXT_CHANNELS } : {}),
        ...(known.length === 0 ? {} : { default_values: known.map((id) => ({ id, type: as })) }),
      }
    }
    case 'choice': {
      const options = optionsOf(field.options)
      return {
        type: COMPONENT.stringSelect,
        custom_id,
        required,
        options: options.map((option) => ({
          ...option,
          ...(option.value === field.value ? { default: true } : {}),
        })),
      }
    }
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
    case 'place':
    case 'zone':
    case 'suggest':
    case 'long-text': {
      const style = field.kind === 'long-text' ? PARAGRAPH : SHORT
      return textInput(custom_id, style, mostTyped(field.kind), field.value ?? '', required)
    }
  }
}

function textInput(
  custom_id: string,
  style: number,
  most: number,
  value: string,
  required = false,
): ModalInput {
  const shown = cut(style === SHORT ? oneLine(value) : clean(value), most)
  return {
    type: COMPONENT.textInput,
    custom_id,
    style,
    max_length: most,
    required,
    ...(shown === '' ? {} : { value: shown }),
  }
}

/** The options of a list, each value once. */
export function optionsOf(options: readonly Option[]): Option[] {
  const byValue = new Map(
    options
      .filter(({ value }) => value !== '' && value.length <= MOST.optionText)
      .map(({ value, label: words }) => [value, { value, label: label(words, MOST.optionText) }]),
  )
  return [...byValue.values()].slice(0, MOST.selectOptions)
}

/** The answers in the inputs of a part; a typed time stands under its field as it was typed. */
export function readInputs(page: readonly Asked[], inputs: readonly Input[]): Answers {
  const answers: Record<string, string | boolean> = {}
  for (const asked of page) {
    const input = inputs.find(({ custom_id }) => custom_id === idOf(asked))
    if (input === undefined) continue
    if (asked.kind === 'switches') {
      for (const { name } of asked.fields) answers[name] = (input.values ?? []).includes(name)
    } else {
      const { field } = asked
      const given = input.values ?? (typeof input.value === 'string' ? [input.value] : [])
      // A list that is longer than a message shows is left by choosing nothing.
      const isLeft = isList(field) && idsOf(field.value).length > LIST_MOST && given.length === 0
      if (!isLeft) answers[field.name] = given.join(',')
    }
  }
  return answers
}
