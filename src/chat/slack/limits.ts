/**
 * Whether Slack would take a message or a view: what its servers refuse as `invalid_blocks`, found without them.
 *
 * Source: the references named in `block-limits.ts`.
 */
import { MOST } from './block-limits.ts'
import { checkBlock, textSizes, type Surface } from './block-rules.ts'
import { createFindings, isObject, type Fault, type Node } from '../json-faults.ts'

/** What Slack would refuse in a message. In: anything; out: every fault, none for what may be sent. */
export function checkMessage(message: { blocks?: unknown; text?: unknown }): Fault[] {
  const { faults, at } = createFindings()
  const root = at(message, '')
  root.string('text', { most: MOST.messageText, required: true })
  checkBlocks(root, MOST.messageBlocks, 'message', faults)
  const size = textSizes(message.blocks)
  if (size > MOST.messageBlocksText) {
    faults.push({
      path: '/blocks',
      limit: `${MOST.messageBlocksText} characters in all`,
      got: `${size}`,
    })
  }
  return faults
}

/** What Slack would refuse in a modal or an App Home. */
export function checkView(view: unknown): Fault[] {
  const { faults, at } = createFindings()
  const root = at(view, '')
  const type = root.oneOf('type', ['modal', 'home'], true)
  root.string('private_metadata', { most: MOST.privateMetadata })
  root.string('callback_id', { most: MOST.id })
  root.string('external_id', { most: MOST.id })
  const words = { most: MOST.viewWords, plain: true }
  if (type === 'modal') {
    root.text('title', { ...words, required: true })
    root.text('close', words)
    root.text('submit', words)
  } else {
    for (const name of ['title', 'close', 'submit']) root.absent(name, 'not in an App Home')
  }
  checkBlocks(root, MOST.viewBlocks, type === 'home' ? 'home' : 'modal', faults)
  const blocks = isObject(view) && Array.isArray(view['blocks']) ? view['blocks'] : []
  const hasInput = blocks.some((block) => isObject(block) && block['type'] === 'input')
  if (type === 'modal' && hasInput) root.present('submit', 'required beside an input')
  return faults
}

function checkBlocks(root: Node, most: number, surface: Surface, faults: Fault[]): void {
  const blocks = root.list('blocks', { least: 1, most, required: true })
  for (const block of blocks) checkBlock(block, surface)
  faults.push(...repeated(blocks, 'block_id'))
  // Within a block: Slack names what was pressed or filled in by both ids.
  for (const block of blocks) faults.push(...repeated(block.descendants(), 'action_id'))
  const all = blocks.flatMap((block) => block.descendants())
  const focused = all.filter(({ value }) => isObject(value) && value['focus_on_load'] === true)
  for (const { path } of focused.slice(1)) {
    faults.push({ path: `${path}/focus_on_load`, limit: 'one element', got: 'another' })
  }
}

/** Ids that stand twice: Slack could not tell what was pressed or filled in. */
function repeated(nodes: readonly Node[], name: string): Fault[] {
  const seen = new Set<string>()
  return nodes.flatMap(({ path, value }) => {
    const id = isObject(value) ? value[name] : undefined
    if (typeof id !== 'string') return []
    if (seen.has(id)) return [{ path: `${path}/${name}`, limit: 'unique', got: id }]
    seen.add(id)
    return []
  })
}
