/**
 * A form whose answers so far stand in a message that only the person who fills it in can see.
 *
 * A modal has room for five inputs and cannot follow another. So the message shows all answers, has a button for each
 * part and one to submit, and is itself where the answers are kept: what is submitted is what can be read there. Nothing
 * of a form that nobody submits is stored by us.
 */
import type { Field, Form } from '../../core/card.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import { fieldText, type Answers } from '../command.ts'
import { clean, oneLine } from '../text.ts'
import { toCustomId, type Carried } from './custom-id.ts'
import { mostTyped, optionsOf } from './inputs.ts'
import type { ReturnedMessage } from './interaction.ts'
import { NOBODY, toRows, type ButtonComponent, type Embed, type Message } from './message.ts'
import { BUTTON_STYLE, COMPONENT, MOST } from './most.ts'
import { askedBy, idsOf, labelsOf, LIST_MOST, toPages, valuesOf, type Asked } from './pages.ts'
import { cut, fromCode, label, plain, toCode } from './text.ts'
import { fromLine, toLine } from './when-field.ts'

/** What a message with a form needs besides the form. */
export interface DraftContext {
  carried: Pick<Carried, 'submission' | 'guild'>
  /** What does not fit, by the name of its field. */
  faults?: Readonly<Record<string, string>>
  /** Lines above the answers, in Discord's markup: what was understood, what was not. */
  lines?: readonly string[]
}

const MENTIONS = { people: '@', channels: '#', groups: '@&' } as const

const FAULT_SIGN = '⚠️ '

/** Longest fault beside its field; what is said of several places is cut. */
const FAULT_MOST = 200

const { yes: YES, no: NO } = managers.chat
const texts = managers.chat.discord.draft

/** Words of a button; longer ones fold on phones. Source: Discord's guidelines for buttons, read 2026-11-25. */
const BUTTON_WORDS = 38

/** Draws it. Fails: when what is carried along does not fit into an id. */
export function toDraft(form: Form, { carried, faults = {}, lines = [] }: DraftContext): Message {
  const names = new Set(form.fields.map(({ name }) => name))
  const rest = Object.entries(faults).filter(([name]) => !names.has(name))
  const intro = clean(form.intro ?? '')
  const above = [
    ...(intro === '' ? [] : [plain(intro, 1000)]),
    ...rest.map(([name, fault]) => `${FAULT_SIGN}${plain(`${name}: ${fault}`, FAULT_MOST)}`),
    ...lines,
  ]
  const asked = askedBy(form)
  const fields = asked.flatMap((one) => toFields(one, faults))
  const head: Embed = { ...(above.length === 0 ? {} : { description: above.join('\n') }) }
  const tables = chunks(fields, MOST.embedFields).map((part): Embed => ({ fields: part }))
  const [first = {}, ...more] = tables
  const embeds = [
    { ...head, ...first },
    ...more,
    ...asked.flatMap((one) => toLongTexts(one, faults)),
  ]
  return {
    content: `**${plain(oneLine(form.title), 200)}**`,
    embeds: embeds.filter((embed) => Object.keys(embed).length > 0).slice(0, MOST.embeds),
    components: toRows(toButtons(form, carried, faults)),
    allowed_mentions: NOBODY,
  }
}

/** A button for each part, and the one that submits; the next thing to do is the coloured one. */
function toButtons(
  form: Form,
  carried: DraftContext['carried'],
  faults: Readonly<Record<string, string>>,
): ButtonComponent[] {
  const about = { ...carried, command: form.command, args: form.args }
  const button = (kind: 'ask' | 'send', part: number, words: string, isNext: boolean) => {
    const custom_id = toCustomId({ ...about, kind, part })
    if (custom_id === null) throw new Error('a form carries more than 100 characters')
    const style = isNext ? BUTTON_STYLE.primary : BUTTON_STYLE.normal
    return { type: COMPONENT.button, style, label: label(words, MOST.buttonLabel), custom_id }
  }
  const pages = toPages(form)
  const values = valuesOf(form)
  const toDo = pages.findIndex((page) =>
    page.some((asked) => isMissing(asked, values) || hasFault(asked, faults)),
  )
  const parts = pages.map((page, part) => {
    const words = labelsOf(page)
    return button(
      'ask',
      part,
      cut(fill(texts.change, { fields: words.join(', ') }), BUTTON_WORDS),
      part === toDo,
    )
  })
  return [button('send', 0, form.submit, toDo === -1), ...parts]
}

function isMissing(asked: Asked, values: Answers): boolean {
  if (asked.kind === 'switches') return false
  return asked.field.required === true && fieldText(values, asked.field.name) === ''
}

function hasFault(asked: Asked, faults: Readonly<Record<string, string>>): boolean {
  const fields: readonly Field[] = asked.kind === 'switches' ? asked.fields : [asked.field]
  return fields.some(({ name }) => faults[name] !== undefined)
}

type Row = NonNullable<Embed['fields']>[number]

/** Answers as lines of a table. */
function toFields(asked: Asked, faults: Readonly<Record<string, string>>): Row[] {
  if (asked.kind === 'switches') {
    return asked.fields.map((field) => row(field, field.value === true ? YES : NO, faults))
  }
  if (asked.kind === 'when') {
    const { field, length } = asked
    const line = toLine(field.value ?? '', length?.value ?? '')
    const both = { ...faults, ...faultOfLength(field.name, length?.name, faults) }
    return [row(field, toAnswer(line, mostTyped(field.kind)), both)]
  }
  const { field } = asked
  return field.kind === 'long-text' ? [] : [row(field, shownAnswer(field), faults)]
}

/** A fault of the length stands beside the time, where it is typed. */
function faultOfLength(
  start: string,
  lengthField: string | undefined,
  faults: Readonly<Record<string, string>>,
): Record<string, string> {
  const fault = lengthField === undefined ? undefined : faults[lengthField]
  if (fault === undefined) return {}
  const own = faults[start]
  const length = fill(texts.length, { fault })
  return { [start]: own === undefined ? length : fill(texts.both, { fault: own, length }) }
}

function row(field: Field, shown: string, faults: Readonly<Record<string, string>>): Row {
  const fault = faults[field.name]
  const empty = field.required === true ? texts.needed : toCode('')
  const below = fault === undefined ? '' : `\n${FAULT_SIGN}${plain(sentence(fault), FAULT_MOST)}`
  return { name: label(field.label, MOST.fieldName), value: `${shown || empty}${below}` }
}

/** A fault reads "must be one line": alone under its field it begins like a sentence. */
function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

function shownAnswer(field: Exclude<Field, { kind: 'switch' | 'datetime' }>): string {
  const value = field.value ?? ''
  switch (field.kind) {
    case 'people':
    case 'channels':
    case 'groups': {
      const ids = idsOf(value)
      if (ids.length > LIST_MOST) return fill(texts.tooMany, { count: ids.length })
      return ids.map((id) => `<${MENTIONS[field.kind]}${id}>`).join(' ')
    }
    case 'choice': {
      const chosen = optionsOf(field.options).find((option) => option.value === value)
      return chosen === undefined ? '' : toCode(chosen.label)
    }
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
    case 'place':
    case 'zone':
    case 'suggest':
    case 'long-text':
      return toAnswer(value, mostTyped(field.kind))
  }
}

/** One line as code; nothing for an empty one. */
function toAnswer(value: string, most: number): string {
  const line = cut(oneLine(value), most)
  return line === '' ? '' : toCode(line)
}

/** Long texts have an embed each. */
function toLongTexts(asked: Asked, faults: Readonly<Record<string, string>>): Embed[] {
  if (asked.kind !== 'field' || asked.field.kind !== 'long-text') return []
  const { field } = asked
  const text = clean(field.value ?? '')
  const { name, value } = row(field, text === '' ? '' : codeThatFits(text), faults)
  return [{ title: name, description: value }]
}

/** As much of a long text as an embed holds: fences inside it take more room than they have characters. */
function codeThatFits(text: string): string {
  for (let most = mostTyped('long-text'); ; most -= 100) {
    const code = toCode(cut(text, most))
    if (code.length <= MOST.embedText - FAULT_MOST - 100) return code
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size))
  return parts
}

/**
 * The answers in a message that `toDraft` drew of this form.
 *
 * Out: what is not shown there is not among them.
 */
export function fromDraft(message: ReturnedMessage, form: Form): Answers {
  const shown = new Map(
    message.embeds.flatMap(({ title, description, fields = [] }) => [
      ...fields.map(({ name, value }) => [name, value] as const),
      ...(title === undefined ? [] : [[title, description ?? ''] as const]),
    ]),
  )
  const answers: Record<string, string | boolean> = {}
  for (const field of form.fields) {
    const value = shown.get(label(field.label, MOST.fieldName))
    if (value !== undefined) Object.assign(answers, readAnswer(field, value))
  }
  return answers
}

/** Whether only the number of a list's entries is shown. */
function isTooMany(shown: string): boolean {
  const count = /\d+/.exec(shown)?.[0]
  return count !== undefined && shown.startsWith(fill(texts.tooMany, { count }))
}

function readAnswer(field: Field, shown: string): Answers {
  const { name } = field
  switch (field.kind) {
    case 'switch':
      return { [name]: shown.startsWith(YES) }
    case 'people':
    case 'channels':
    case 'groups': {
      if (isTooMany(shown)) return {}
      const ids = [...shown.matchAll(/<(?:@&?|#)(\d+)>/g)].map(([, id]) => id ?? '')
      return { [name]: ids.join(',') }
    }
    case 'choice': {
      const words = fromCode(shown)
      const chosen = optionsOf(field.options).find((option) => option.label === words)
      return { [name]: chosen?.value ?? '' }
    }
    case 'datetime': {
      const line = fromCode(shown)
      const known = fromLine(line)
      if (known === undefined) return { [name]: line }
      const { start, lengthMin } = known
      const length =
        lengthMin === undefined || field.lengthField === undefined
          ? {}
          : { [field.lengthField]: lengthMin }
      return { [name]: start, ...length }
    }
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
    case 'place':
    case 'zone':
    case 'suggest':
    case 'long-text':
      return { [name]: fromCode(shown) }
  }
}
