/**
 * Whether Discord would take a message, a modal or commands: what its servers refuse as "Invalid Form Body", found
 * without them.
 *
 * Source: the references named in `most.ts`.
 */
import { createFindings, isObject, type Fault, type Node } from '../json-faults.ts'
import { COMPONENT, MOST } from './most.ts'

/** What Discord would refuse in a message. In: anything; out: every fault, none for what may be sent. */
export function checkMessage(message: unknown): Fault[] {
  const { faults, at } = createFindings()
  const root = at(message, '')
  root.string('content', { most: MOST.content })
  root.string('nonce', { most: MOST.nonce })
  checkMentions(root)
  const embeds = root.list('embeds', { most: MOST.embeds })
  for (const embed of embeds) checkEmbed(embed)
  const size = embeds.reduce((sum, { value }) => sum + embedSize(value), 0)
  if (size > MOST.embedsText) {
    faults.push({ path: '/embeds', limit: `${MOST.embedsText} characters in all`, got: `${size}` })
  }
  const rows = root.list('components', { most: MOST.rows })
  for (const row of rows) checkRow(row)
  faults.push(...repeatedIds(rows))
  for (const file of root.list('attachments', { most: 10 })) {
    file.string('description', { most: MOST.altText })
  }
  const text = isObject(message) && typeof message['content'] === 'string' ? message['content'] : ''
  if (text === '' && embeds.length === 0) root.present('embeds', 'required without content')
  return faults
}

/** Whom a message would call must be said: without a word Discord calls everybody that it names. */
function checkMentions(root: Node): void {
  const mentions = root.child('allowed_mentions', true)
  mentions?.list('parse', { required: true, most: 0 })
}

function checkEmbed(embed: Node): void {
  embed.string('title', { most: MOST.embedTitle })
  embed.string('description', { most: MOST.embedText })
  embed.child('footer')?.string('text', { most: MOST.footer, required: true })
  for (const field of embed.list('fields', { most: MOST.embedFields })) {
    field.string('name', { most: MOST.fieldName, required: true })
    field.string('value', { most: MOST.fieldValue, required: true })
  }
  embed.child('image')?.string('url', { most: 2048, required: true })
}

/** Characters that count for the limit of all embeds together. */
function embedSize(embed: unknown): number {
  if (!isObject(embed)) return 0
  const { title, description, fields, footer } = embed
  const texts = [title, description, isObject(footer) ? footer['text'] : '']
  const inFields = Array.isArray(fields) ? fields.filter(isObject) : []
  return [...texts, ...inFields.flatMap(({ name, value }) => [name, value])]
    .map((text) => (typeof text === 'string' ? text.trim().length : 0))
    .reduce((sum, length) => sum + length, 0)
}

function typeOf(node: Node): unknown {
  return isObject(node.value) ? node.value['type'] : undefined
}

function has(node: Node, name: string): boolean {
  return isObject(node.value) && node.value[name] !== undefined
}

function checkRow(row: Node): void {
  if (typeOf(row) !== COMPONENT.row) return row.fault('a row', String(typeOf(row)))
  const buttons = row.list('components', { least: 1, most: MOST.buttonsPerRow, required: true })
  for (const button of buttons) {
    if (typeOf(button) !== COMPONENT.button) button.fault('a button', String(typeOf(button)))
    button.number('style', 1, 5)
    button.string('label', { most: MOST.buttonLabel, least: 1, required: true })
    const isLink = isObject(button.value) && button.value['style'] === 5
    button.string('custom_id', { most: MOST.customId, least: 1, required: !isLink })
    button.string('url', { most: MOST.buttonUrl, least: 1, required: isLink })
    if (isLink) button.absent('custom_id', 'not beside a link')
  }
}

/** What Discord would refuse in a modal. */
export function checkModal(modal: unknown): Fault[] {
  const { faults, at } = createFindings()
  const root = at(modal, '')
  root.string('custom_id', { most: MOST.customId, least: 1, required: true })
  root.string('title', { most: MOST.modalTitle, least: 1, required: true })
  const parts = root.list('components', { least: 1, most: MOST.modalParts, required: true })
  for (const part of parts) {
    if (typeOf(part) === COMPONENT.textDisplay) {
      part.string('content', { most: MOST.textDisplay, least: 1, required: true })
      continue
    }
    if (typeOf(part) !== COMPONENT.label) part.fault('a label', String(typeOf(part)))
    part.string('label', { most: MOST.label, least: 1, required: true })
    part.string('description', { most: MOST.labelHint })
    const input = part.child('component', true)
    if (input) checkInput(input)
  }
  faults.push(...repeatedIds(parts))
  return faults
}

function checkInput(input: Node): void {
  input.string('custom_id', { most: MOST.customId, least: 1, required: true })
  const type = typeOf(input)
  if (type === COMPONENT.textInput) return checkTextInput(input)
  const isGroup = type === COMPONENT.radioGroup || type === COMPONENT.checkboxGroup
  const isSelect = [
    COMPONENT.stringSelect,
    COMPONENT.userSelect,
    COMPONENT.roleSelect,
    COMPONENT.channelSelect,
  ].some((known) => known === type)
  if (!isGroup && !isSelect) return input.fault('a known type of input', String(type))
  input.string('placeholder', { most: MOST.selectPlaceholder })
  const most = isGroup ? MOST.boxes : MOST.selectOptions
  input.number('min_values', 0, most)
  input.number('max_values', 1, most)
  const { value: given } = input
  if (isObject(given) && given['min_values'] === 0 && given['required'] !== false) {
    input.fault('required: false beside min_values: 0', String(given['required']))
  }
  const defaults = input.list('default_values', { most: MOST.selectOptions })
  for (const value of defaults) value.string('id', { most: 20, least: 1, required: true })
  if (type === COMPONENT.stringSelect || isGroup) {
    const least = type === COMPONENT.radioGroup ? 2 : 1
    for (const option of input.list('options', { least, most, required: true })) {
      option.string('label', { most: MOST.optionText, least: 1, required: true })
      option.string('value', { most: MOST.optionText, least: 1, required: true })
      option.string('description', { most: MOST.optionText })
    }
  }
}

function checkTextInput(input: Node): void {
  input.number('style', 1, 2)
  input.number('min_length', 0, MOST.inputText)
  input.number('max_length', 1, MOST.inputText)
  input.string('placeholder', { most: MOST.placeholder })
  input.string('value', { most: MOST.inputText })
  const { value } = input
  if (!isObject(value)) return
  const [text, most] = [value['value'], value['max_length']]
  if (typeof text === 'string' && typeof most === 'number' && text.length > most) {
    input.fault(`a value of at most ${most} characters`, `${text.length}`)
  }
}

/** Ids that stand twice: Discord refuses them. */
function repeatedIds(nodes: readonly Node[]): Fault[] {
  const seen = new Set<string>()
  return nodes
    .flatMap((node) => node.descendants())
    .flatMap(({ path, value }) => {
      const id = isObject(value) ? value['custom_id'] : undefined
      if (typeof id !== 'string') return []
      if (seen.has(id)) return [{ path: `${path}/custom_id`, limit: 'unique', got: id }]
      seen.add(id)
      return []
    })
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** What Discord would refuse in the list of an app's commands. */
export function checkCommands(commands: readonly unknown[]): Fault[] {
  const { faults, at } = createFindings()
  for (const [index, command] of commands.entries()) {
    const root = at(command, `/${index}`)
    const isSlash = typeOf(root) === 1
    root.string('name', { most: MOST.commandName, least: 1, required: true })
    if (isSlash) checkOption(root, faults)
    const size = sizeOf(command)
    if (size > MOST.commandSize) root.fault(`${MOST.commandSize} characters in all`, `${size}`)
  }
  return faults
}

/** A command, a subcommand or an option. */
function checkOption(node: Node, faults: Fault[]): void {
  const { value } = node
  const name = isObject(value) ? value['name'] : undefined
  const isName = typeof name === 'string' && NAME.test(name) && name === name.toLowerCase()
  if (!isName) node.fault('a lower-case name without spaces', String(name))
  node.string('description', { most: MOST.commandText, least: 1, required: true })
  for (const choice of node.list('choices', { most: MOST.choices })) {
    choice.string('name', { most: MOST.choiceText, least: 1, required: true })
    choice.string('value', { most: MOST.choiceText, least: 1, required: true })
  }
  if (has(node, 'choices') && has(node, 'autocomplete')) node.fault('choices or type-ahead', 'both')
  const options = node.list('options', { most: MOST.commandOptions })
  for (const option of options) checkOption(option, faults)
  const required = options.map(
    ({ value: option }) => isObject(option) && option['required'] === true,
  )
  if (required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)) {
    node.fault('required options first', 'an optional one before')
  }
  const names = options.map(({ value: option }) => (isObject(option) ? option['name'] : ''))
  if (new Set(names).size < names.length) node.fault('each name once', names.join(', '))
}

/** Names, descriptions and values in a command. */
function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + sizeOf(part), 0)
  if (!isObject(value)) return 0
  const own = ['name', 'description', 'value']
    .map((name) => value[name])
    .reduce((sum: number, text) => sum + (typeof text === 'string' ? text.length : 0), 0)
  return own + sizeOf(value['options']) + sizeOf(value['choices'])
}
