/** What each kind of block may hold, and where it may stand. */
import { MOST } from './block-limits.ts'
import { checkElement, checkImage, type Place } from './element-rules.ts'
import { isObject, type Node } from '../json-faults.ts'

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home'

/** Blocks that not every surface takes. Source: docs.slack.dev block pages; for alert the Java SDK's pull request 1624. Read 2026-11-22. */
const SURFACES: Readonly<Record<string, readonly Surface[]>> = {
  alert: ['modal'],
  plan: ['message'],
  task_card: ['message'],
  context_actions: ['message'],
  markdown: ['message'],
  data_table: ['message'],
}

/** What a container holds: named by the reference and taken by the servers. */
const CONTAINED = ['actions', 'context', 'divider', 'header', 'image', 'section', 'table', 'video']

/** Notes what Slack would refuse in a block. */
export function checkBlock(block: Node, surface: Surface): void {
  const check = RULES[block.type]
  if (check === undefined) return block.fault('a known type of block', block.type)
  if (SURFACES[block.type]?.includes(surface) === false)
    block.fault(`not in a ${surface}`, block.type)
  block.string('block_id', { most: MOST.id, least: 1 })
  check(block, surface)
}

/** Characters of all text objects in a value. */
export function textSizes(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + textSizes(part), 0)
  if (!isObject(value)) return 0
  const own = typeof value['text'] === 'string' ? value['text'].length : 0
  return Object.values(value).reduce((sum: number, part) => sum + textSizes(part), own)
}

function checkElements(block: Node, place: Place, most: number, least = 1): void {
  const elements = block.list('elements', { least, most, required: true })
  for (const element of elements) checkElement(element, place)
}

function checkRows(block: Node, most: number, least: number): void {
  const { value } = block
  const rows = isObject(value) && Array.isArray(value['rows']) ? value['rows'] : []
  if (rows.length < least || rows.length > most) {
    block.fault(`${least} to ${most} rows`, `${rows.length}`)
  }
  const widest = Math.max(0, ...rows.map((row) => (Array.isArray(row) ? row.length : 0)))
  if (widest > MOST.tableColumns) block.fault(`at most ${MOST.tableColumns} columns`, `${widest}`)
}

function checkTask(task: Node): void {
  task.string('task_id', { most: MOST.id, required: true })
  task.string('title', { most: MOST.text, required: true })
  task.oneOf('status', ['pending', 'in_progress', 'complete', 'error'], true)
}

const RULES: Readonly<Record<string, (block: Node, surface: Surface) => void>> = {
  actions: (block) => checkElements(block, 'actions', MOST.actionsElements),
  alert(block) {
    block.text('text', { most: MOST.alertText, required: true })
    block.oneOf('level', ['default', 'info', 'warning', 'error', 'success'])
  },
  card(block) {
    block.text('title', { most: MOST.cardTitle })
    block.text('subtitle', { most: MOST.cardTitle })
    block.text('body', { most: MOST.cardBody })
    for (const button of block.list('actions', {})) checkElement(button, 'actions')
    const filled = ['hero_image', 'title', 'actions', 'body'].some((name) => has(block, name))
    if (!filled) block.fault('hero_image, title, actions or body', 'none')
  },
  carousel(block, surface) {
    const cards = block.list('elements', { least: 1, most: MOST.carousel, required: true })
    for (const card of cards) checkBlock(card, surface)
  },
  container(block, surface) {
    block.text('title', { most: MOST.containerTitle, plain: true })
    if (!has(block, 'rich_text_title')) block.present('title', 'required')
    block.text('subtitle', { most: MOST.containerTitle })
    const children = block.list('child_blocks', {
      least: 1,
      most: MOST.containerBlocks,
      required: true,
    })
    for (const child of children) {
      if (!CONTAINED.includes(child.type)) child.fault(CONTAINED.join(', '), child.type)
      else checkBlock(child, surface)
    }
  },
  context: (block) => checkElements(block, 'context', MOST.contextElements),
  context_actions: (block) => checkElements(block, 'context_actions', MOST.contextActions),
  data_table(block) {
    block.string('caption', { most: MOST.text, required: true })
    block.number('page_size', 1, 100)
    checkRows(block, MOST.dataTableRows, 2)
  },
  divider: () => undefined,
  file(block) {
    block.string('external_id', { most: MOST.id, required: true })
    block.oneOf('source', ['remote'], true)
  },
  header: (block) => block.text('text', { most: MOST.header, plain: true, required: true }),
  image(block) {
    checkImage(block)
    block.text('title', { most: MOST.imageTitle, plain: true })
  },
  input(block) {
    block.text('label', { most: MOST.inputWords, plain: true, required: true })
    block.text('hint', { most: MOST.inputWords, plain: true })
    const element = block.child('element', true)
    if (element) checkElement(element, 'input')
  },
  markdown: (block) => block.string('text', { most: MOST.markdown, required: true }),
  plan(block) {
    block.string('title', { most: MOST.text, required: true })
    for (const task of block.list('tasks', { most: MOST.planTasks })) checkTask(task)
  },
  rich_text(block) {
    block.list('elements', { required: true })
  },
  section(block) {
    block.text('text', { most: MOST.text })
    for (const field of block.list('fields', { least: 1, most: MOST.fields })) {
      field.isText({ most: MOST.fieldText })
    }
    if (!has(block, 'fields')) block.present('text', 'required without fields')
    const accessory = block.child('accessory')
    if (accessory) checkElement(accessory, 'accessory')
  },
  table: (block) => checkRows(block, MOST.tableRows, 1),
  task_card: checkTask,
  video(block) {
    block.string('video_url', { most: MOST.url, required: true })
    block.string('thumbnail_url', { most: MOST.url, required: true })
    block.string('alt_text', { most: MOST.altText, required: true })
    block.text('title', { most: MOST.videoTitle, plain: true, required: true })
  },
}

function has(block: Node, name: string): boolean {
  return isObject(block.value) && block.value[name] !== undefined
}
