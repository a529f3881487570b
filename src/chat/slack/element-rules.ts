/** What each kind of element may hold, and in which blocks it may stand. */
import { MOST } from './block-limits.ts'
import { isObject, type Node } from '../json-faults.ts'

/** Where elements stand. */
export type Place = 'actions' | 'accessory' | 'input' | 'context' | 'context_actions'

const SELECTS = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
]
const MULTI_SELECTS = SELECTS.map((type) => `multi_${type}`)
const PICKERS = ['datepicker', 'timepicker', 'checkboxes', 'radio_buttons']
const CHOICES = [...SELECTS, ...MULTI_SELECTS, ...PICKERS]

/** Types by place. Source: the unions of @slack/types 3.2.0. */
const ALLOWED: Readonly<Record<Place, readonly string[]>> = {
  actions: [
    ...CHOICES,
    'button',
    'datetimepicker',
    'overflow',
    'workflow_button',
    'rich_text_input',
  ],
  accessory: [...CHOICES, 'button', 'image', 'overflow', 'workflow_button'],
  input: [
    ...CHOICES,
    'datetimepicker',
    'plain_text_input',
    'email_text_input',
    'url_text_input',
    'number_input',
    'rich_text_input',
    'file_input',
  ],
  context: ['image', 'plain_text', 'mrkdwn'],
  context_actions: ['feedback_buttons', 'icon_button'],
}

/** Seconds: ten digits. Source: datetimepicker reference, read 2026-11-22. */
const DATE_TIME = { least: 1_000_000_000, most: 9_999_999_999 }

/** Notes what Slack would refuse in an element. */
export function checkElement(element: Node, place: Place): void {
  if (!ALLOWED[place].includes(element.type)) {
    return element.fault(`one of ${ALLOWED[place].join(', ')}`, element.type || 'nothing')
  }
  if (element.type === 'plain_text' || element.type === 'mrkdwn') {
    return element.isText({ most: MOST.text })
  }
  if (element.type === 'image') return checkImage(element)
  element.string('action_id', { most: MOST.id, least: 1 })
  element.text('placeholder', { most: MOST.placeholder, plain: true })
  const confirm = element.child('confirm')
  if (confirm) checkConfirm(confirm)
  RULES[element.type]?.(element)
}

/** An image, as block or element. */
export function checkImage(image: Node): void {
  image.string('alt_text', { most: MOST.altText, required: true })
  image.string('image_url', { most: MOST.url, least: 1 })
  if (!has(image, 'slack_file')) image.present('image_url', 'required without slack_file')
}

function checkConfirm(confirm: Node): void {
  confirm.text('title', { most: MOST.confirmTitle, plain: true, required: true })
  confirm.text('text', { most: MOST.confirmText, required: true })
  confirm.text('confirm', { most: MOST.confirmWords, plain: true, required: true })
  confirm.text('deny', { most: MOST.confirmWords, plain: true, required: true })
}

function checkOption(option: Node, plain: boolean): void {
  option.text('text', { most: MOST.optionText, plain, required: true })
  option.string('value', { most: MOST.optionValue, required: true })
  option.text('description', { most: MOST.optionText, plain })
}

/** Options, and that what is chosen at first is among them. */
function checkOptions(element: Node, most: number, plain: boolean): void {
  const options = element.list('options', { least: 1, most })
  for (const option of options) checkOption(option, plain)
  const groups = element.list('option_groups', { least: 1, most: MOST.selectOptions })
  for (const group of groups) {
    group.text('label', { most: MOST.groupLabel, plain: true, required: true })
    const inGroup = group.list('options', { least: 1, most: MOST.selectOptions, required: true })
    for (const option of inGroup) checkOption(option, plain)
    options.push(...inGroup)
  }
  if (!has(element, 'option_groups')) element.present('options', 'required')
  const initial = [
    element.child('initial_option'),
    ...element.list('initial_options', { least: 1 }),
  ]
  for (const option of initial) {
    if (option === undefined) continue
    const known = options.some(
      ({ value }) => JSON.stringify(value) === JSON.stringify(option.value),
    )
    if (!known) option.fault('one of the options', 'another')
  }
}

function checkExternal(element: Node): void {
  const initial = [
    element.child('initial_option'),
    ...element.list('initial_options', { least: 1 }),
  ]
  for (const option of initial) if (option) checkOption(option, true)
  element.number('min_query_length', 0, Infinity)
}

function checkTextInput(element: Node): void {
  element.string('initial_value', { most: MOST.inputText })
  element.number('min_length', 0, MOST.inputText)
  element.number('max_length', 1, MOST.inputText)
}

const staticSelect = (element: Node) => checkOptions(element, MOST.selectOptions, true)
const boxes = (element: Node) => checkOptions(element, MOST.boxes, false)

const RULES: Readonly<Record<string, (element: Node) => void>> = {
  button(element) {
    element.text('text', { most: MOST.buttonText, plain: true, required: true })
    element.string('value', { most: MOST.buttonValue })
    element.string('url', { most: MOST.url, least: 1 })
    element.oneOf('style', ['primary', 'danger'])
    element.string('accessibility_label', { most: MOST.buttonText })
  },
  static_select: staticSelect,
  multi_static_select: staticSelect,
  external_select: checkExternal,
  multi_external_select: checkExternal,
  checkboxes: boxes,
  radio_buttons: boxes,
  overflow: (element) => checkOptions(element, MOST.overflow, true),
  plain_text_input: checkTextInput,
  email_text_input: checkTextInput,
  url_text_input: checkTextInput,
  datetimepicker: (element) => element.number('initial_date_time', DATE_TIME.least, DATE_TIME.most),
  file_input: (element) => element.number('max_files', 1, MOST.files),
}

function has(element: Node, name: string): boolean {
  return isObject(element.value) && element.value[name] !== undefined
}
