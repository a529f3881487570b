/** Blocks of Slack as text, so that a reviewer reads what a recruiter reads. */
import { isObject } from '../../src/chat/json-faults.ts'

const NAME_WIDTH = 26

/** The lines of a message or a view. */
export function blocksInWords(blocks: readonly unknown[]): string[] {
  return blocks.flatMap(lines)
}

function lines(block: unknown): string[] {
  switch (string(block, 'type')) {
    case 'header':
      return [`# ${words(part(block, 'text'))}`]
    case 'divider':
      return ['———']
    case 'context':
      return [`(small) ${list(block, 'elements').map(words).join('   ')}`]
    case 'actions':
      return [list(block, 'elements').map(button).join(' ')]
    case 'image':
      return [`(picture) ${string(block, 'alt_text')}`]
    case 'plan':
      return [
        `(plan) ${string(block, 'title')}`,
        ...list(block, 'tasks').map(
          (task) => `  ${string(task, 'title')}: ${string(task, 'status')}`,
        ),
      ]
    case 'container':
      return [
        `(fold) ${words(part(block, 'title'))}`,
        ...list(block, 'child_blocks')
          .flatMap(lines)
          .map((line) => `  ${line}`),
      ]
    case 'input':
      return [
        `${words(part(block, 'label'))}: (${string(part(block, 'element'), 'type')})`,
        ...(part(block, 'hint') === undefined ? [] : [`  ${words(part(block, 'hint'))}`]),
      ]
    case 'section': {
      const text = part(block, 'text')
      return [...(text === undefined ? [] : words(text).split('\n')), ...columns(block)]
    }
    default:
      throw new Error(`no words for a block of type “${string(block, 'type')}”`)
  }
}

/** Slack draws fields in pairs, left and right. */
function columns(block: unknown): string[] {
  const fields = list(block, 'fields').map(words)
  return fields.flatMap((name, at) =>
    at % 2 === 0 ? [`${name.padEnd(NAME_WIDTH)} ${fields[at + 1] ?? ''}`] : [],
  )
}

function button(element: unknown): string {
  const style = string(element, 'style')
  const leads = string(element, 'url') === '' ? '' : ' ↗'
  return `[${words(part(element, 'text'))}${leads}${style === '' ? '' : `, ${style}`}]`
}

/** What is read: plain text as it is, markup without its signs. */
function words(text: unknown): string {
  const said = string(text, 'text')
  if (string(text, 'type') !== 'mrkdwn') return said
  return said
    .replace(/^\*(.*)\*$/s, '$1')
    .replace(/^```(.*)```$/s, '`$1`')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function part(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined
}

function string(value: unknown, name: string): string {
  const found = part(value, name)
  return typeof found === 'string' ? found : ''
}

function list(value: unknown, name: string): unknown[] {
  const found = part(value, name)
  return Array.isArray(found) ? found : []
}
