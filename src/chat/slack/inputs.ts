/** A field of a form as an input of Slack, and the options of its type-aheads. */
import type { InputBlock, InputBlockElement, PlainTextOption } from '@slack/types'
import type { Field, Form, Option } from '../../core/card.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import { clean, oneLine } from '../text.ts'
import { MOST } from './block-limits.ts'
import { plain } from './text.ts'

const texts = managers.chat.slack.inputs

/** Ids of the type-aheads, whose options Slack asks for by them. */
export const PLACE_ACTION = 'field:place'

/** Id of the type-ahead over openings. */
export const OPENING_ACTION = 'field:suggest:opening'

/** Values stay below the limit of older servers. */
const PLACE_VALUE_MOST = 75

type DrawnField = Exclude<Field, { kind: 'zone' }>

/** The fields that Slack draws: all but zones, and lists with nothing to choose from. */
export function drawnFields(form: Form): DrawnField[] {
  return form.fields.flatMap((field) => {
    if (field.kind === 'zone') return []
    return field.kind === 'choice' && choices(field.options).length === 0 ? [] : [field]
  })
}

/** Where Slack shows the id of a group. */
const GROUPS_HINT = texts.groups

/** Needed to fill in a time. */
interface Clock {
  toInstant(wall: string, zone: string): number | undefined
}

/** One input. In: whether it is the first, and the zones of the form. */
export function toInput(
  field: DrawnField,
  isFirst: boolean,
  { zone, hidden }: { zone: string; hidden: Readonly<Record<string, string>> },
  clock: Clock,
): InputBlock {
  const element = toElement(field, (name) => hidden[name] ?? zone, clock)
  const isEmpty = field.value === undefined || field.value === '' || field.value === false
  const hint = oneLine(field.hint ?? (field.kind === 'groups' ? GROUPS_HINT : ''))
  return {
    type: 'input',
    block_id: field.name.slice(0, MOST.id),
    label: plain(oneLine(field.label), MOST.inputWords),
    ...(hint === '' ? {} : { hint: plain(hint, MOST.inputWords) }),
    // A box that must be ticked would be no question.
    optional: field.kind === 'switch' || field.required !== true,
    element: isFirst && isEmpty ? { ...element, focus_on_load: true } : element,
  }
}

/** Slack takes every element but files as one that can have the focus. */
type Element = Exclude<InputBlockElement, { type: 'file_input' }>

function toElement(field: DrawnField, zoneOf: (name: string) => string, clock: Clock): Element {
  switch (field.kind) {
    case 'text':
    case 'phone':
    // Slack has no list of user groups to choose from: their ids are typed.
    case 'groups':
      return { type: 'plain_text_input', action_id: `field:${field.kind}`, ...typed(field.value) }
    case 'long-text':
      return {
        type: 'plain_text_input',
        action_id: 'field:long-text',
        multiline: true,
        max_length: MOST.inputText,
        ...typed(field.value),
      }
    case 'email':
      return { type: 'email_text_input', action_id: 'field:email', ...typed(field.value) }
    case 'url':
      return { type: 'url_text_input', action_id: 'field:url', ...typed(field.value) }
    case 'place':
      return {
        type: 'external_select',
        action_id: PLACE_ACTION,
        min_query_length: 2,
        placeholder: plain(texts.place, MOST.placeholder),
        ...chosen(placeOption(field.value ?? '')),
      }
    case 'suggest':
      return {
        type: 'external_select',
        action_id: `field:suggest:${field.source}`,
        min_query_length: 0,
        placeholder: plain(texts.suggest, MOST.placeholder),
        ...chosen(toOption(field.value ?? '')),
      }
    case 'datetime': {
      const at = toSeconds(field.value ?? '', zoneOf(field.zoneField), clock)
      return {
        type: 'datetimepicker',
        action_id: 'field:datetime',
        ...(at === undefined ? {} : { initial_date_time: at }),
      }
    }
    case 'choice': {
      const options = choices(field.options)
      const initial = options.find(({ value }) => value === field.value)
      return { type: 'static_select', action_id: 'field:choice', options, ...chosen(initial) }
    }
    case 'switch': {
      const yes: PlainTextOption = { text: plain(managers.chat.yes, MOST.optionText), value: 'yes' }
      return {
        type: 'checkboxes',
        action_id: 'field:switch',
        options: [yes],
        ...(field.value === true ? { initial_options: [yes] } : {}),
      }
    }
    case 'people': {
      const ids = toIds(field.value, PERSON)
      return {
        type: 'multi_users_select',
        action_id: 'field:people',
        ...(field.most === undefined ? {} : { max_selected_items: field.most }),
        ...(ids.length === 0 ? {} : { initial_users: ids }),
      }
    }
    case 'channels': {
      const ids = toIds(field.value, CHANNEL)
      return {
        type: 'multi_conversations_select',
        action_id: 'field:channels',
        filter: { include: ['public', 'private'] },
        ...(field.most === undefined ? {} : { max_selected_items: field.most }),
        ...(ids.length === 0 ? {} : { initial_conversations: ids }),
      }
    }
  }
}

function typed(value = ''): { initial_value?: string } {
  const fits = value.slice(0, MOST.inputText).replace(/\p{Surrogate}/gu, '\uFFFD')
  return fits === '' ? {} : { initial_value: fits }
}

function chosen(option: PlainTextOption | undefined): { initial_option?: PlainTextOption } {
  return option === undefined ? {} : { initial_option: option }
}

/** Seconds as the picker takes them: ten digits. In: a wall clock in a zone, or "@" and epoch ms. */
function toSeconds(value: string, zone: string, clock: Clock): number | undefined {
  if (value === '') return undefined
  const stated = /^@(\d{1,15})$/.exec(value)?.[1]
  const at = stated === undefined ? clock.toInstant(value, zone) : Number(stated)
  if (at === undefined || !Number.isFinite(at)) return undefined
  const seconds = Math.floor(at / 1000)
  return seconds >= 1_000_000_000 && seconds <= 9_999_999_999 ? seconds : undefined
}

/** Ids of Slack's: one that is none of them would keep the whole view from opening. */
const PERSON = /^[UW][A-Z0-9]{2,}$/
const CHANNEL = /^[CDG][A-Z0-9]{2,}$/

function toIds(value: string | undefined, shape: RegExp): string[] {
  return [...new Set((value ?? '').split(/[\s,]+/).filter((id) => shape.test(id)))]
}

/** An option whose value is the text itself; none for an empty text, or one too long to be a value. */
function toOption(text: string, label = text): PlainTextOption | undefined {
  if (clean(text) === '' || text.length > MOST.optionValue) return undefined
  return { text: plain(oneLine(label), MOST.optionText), value: text }
}

/** The options of a list, each value once: Slack could not tell two apart. */
function choices(options: readonly Option[]): PlainTextOption[] {
  const byValue = new Map(options.map(({ value, label }) => [value, toOption(value, label)]))
  const drawn = [...byValue.values()].filter((option) => option !== undefined)
  return drawn.slice(0, MOST.selectOptions)
}

/** A place. A label that is too long loses what stands between its name and its country, and still names the place. */
function placeOption(label: string): PlainTextOption | undefined {
  if (label.length <= PLACE_VALUE_MOST) return toOption(label)
  const parts = label.split(', ')
  while (parts.length > 2 && parts.join(', ').length > PLACE_VALUE_MOST) parts.splice(1, 1)
  return toOption(parts.join(', '))
}

/** The answer to Slack's question for options. */
export interface Suggestions {
  options: PlainTextOption[]
}

/** Places that fit what was typed so far, each label once. */
export function toOptions(places: readonly { label: string }[]): Suggestions {
  return { options: distinct(places.map(({ label }) => placeOption(label))) }
}

/** What is known, and first what was typed, as a new one, unless it is known. */
export function toSuggestions(known: readonly string[], text: string): Suggestions {
  const fresh = oneLine(text)
  const isKnown = known.some((one) => one.toLowerCase() === fresh.toLowerCase())
  const first = isKnown
    ? undefined
    : toOption(fresh.slice(0, MOST.optionValue), fill(managers.chat.newOption, { text: fresh }))
  return { options: distinct([first, ...known.map((one) => toOption(one))]) }
}

function distinct(options: readonly (PlainTextOption | undefined)[]): PlainTextOption[] {
  const given = options.filter((option) => option !== undefined)
  const byValue = new Map(given.map((option) => [option.value, option]))
  return [...byValue.values()].slice(0, MOST.selectOptions)
}
