/** A card as a Slack message. */
import type { Button as SlackButton, KnownBlock } from '@slack/types'
import type { Button, Card, Section, Tone } from '../../core/card.ts'
import { managers } from '../../texts/managers.ts'
import { oneLine } from '../text.ts'
import { MOST } from './block-limits.ts'
import { context, toSectionBlocks } from './sections.ts'
import { plain, sizeOf, toNotification } from './text.ts'

/** What `chat.postMessage`, `chat.update` and `chat.postEphemeral` take. */
export interface SlackMessage {
  blocks: KnownBlock[]
  /** What a notification and a screen reader say. */
  text: string
}

/** Signs of different shapes; the title beside them says in words what they stand for. */
const TONE_SIGNS: Readonly<Record<Tone, string>> = {
  neutral: '',
  good: '✅ ',
  attention: '⚠️ ',
  serious: '❗ ',
}

/** Longer notifications are cut by phones. Source: our judgement, 2026-11-22. */
const NOTIFICATION_MOST = 300

/** Below Slack's limit for all texts together, which is counted in an undocumented way. */
const TEXT_BUDGET = MOST.messageBlocksText - 2000

/** Shown at the end of a card of which not all fits into a message. */
const CUT_NOTE = managers.chat.cut

/** The first line of a card: its tone, its title. */
export function toTitle({ tone, title }: Pick<Card, 'tone' | 'title'>): string {
  return `${TONE_SIGNS[tone]}${oneLine(title)}`
}

/**
 * Draws a card.
 *
 * In: `modern` for blocks that Slack brought in 2026 (container) and for its plans; clients of before draw nothing for them.
 * Out: within Slack's limits for any card; what does not fit is cut with an ellipsis.
 */
export function toBlocks(card: Card, { modern = false }: { modern?: boolean } = {}): SlackMessage {
  const actions = toActions(card.buttons)
  const body = [
    ...(card.badges.length === 0 ? [] : [context(card.badges.join(' · '))]),
    ...card.sections.flatMap((section, index) => toSectionBlocks(section, index, modern)),
  ]
  return {
    blocks: [
      { type: 'header', text: plain(toTitle(card), MOST.header) },
      ...thatFit(inOneLine(body), MOST.messageBlocks - 1 - actions.length),
      ...actions,
    ],
    text: toNotification(oneThingToKnow(card), NOTIFICATION_MOST),
  }
}

/** Small texts that follow each other share a block, which Slack draws as one line where they are short. */
function inOneLine(blocks: readonly KnownBlock[]): KnownBlock[] {
  const joined: KnownBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const fits =
      last?.type === 'context' &&
      block.type === 'context' &&
      last.elements.length + block.elements.length <= MOST.contextElements
    if (fits) joined.splice(-1, 1, { ...last, elements: [...last.elements, ...block.elements] })
    else joined.push(block)
  }
  return joined
}

/** The buttons: each calls its command. One whose arguments do not fit could not be pressed, and is left out. */
function toActions(buttons: readonly Button[]): KnownBlock[] {
  const elements = buttons
    .map(toButton)
    .filter(({ value = '' }) => value.length <= MOST.buttonValue)
    .slice(0, 2 * MOST.actionsElements)
  const rows: KnownBlock[] = []
  for (let at = 0; at < elements.length; at += MOST.actionsElements) {
    rows.push({ type: 'actions', elements: elements.slice(at, at + MOST.actionsElements) })
  }
  return rows
}

/** One button. In: its place among the buttons of the message or view, so that each has an id of its own. */
export function toButton({ label, style, command, args }: Button, index: number): SlackButton {
  return {
    type: 'button',
    text: plain(oneLine(label), MOST.buttonText),
    action_id: `command:${command.slice(0, 200)}:${index}`,
    value: JSON.stringify({ command, args }),
    ...(style === 'normal' ? {} : { style }),
  }
}

/** As many blocks as a message holds, and a note where that is not all. */
function thatFit(blocks: readonly KnownBlock[], most: number): KnownBlock[] {
  const kept: KnownBlock[] = []
  let budget = TEXT_BUDGET
  for (const block of blocks) {
    budget -= textsIn(block)
    if (budget < 0 || kept.length === most) return [...kept.slice(0, most - 1), context(CUT_NOTE)]
    kept.push(block)
  }
  return kept
}

/** Characters of all texts in a block. */
function textsIn(value: unknown): number {
  if (typeof value === 'string') return sizeOf(value)
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + textsIn(part), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, part) => sum + textsIn(part), 0)
}

/** The title and what to make of it; never a link, which is for the person who reads the message itself. */
function oneThingToKnow(card: Card): string {
  const badges = card.badges.length === 0 ? '' : ` (${card.badges.join(', ')})`
  const said = card.sections.map(sayShortly).find((text) => text !== '')
  const facts = card.sections.map(firstFacts).find((text) => text !== '')
  const title = `${toTitle(card)}${badges}`
  return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${said ?? facts ?? ''}`
}

function sayShortly(section: Section): string {
  return section.kind === 'text' && !section.quiet ? oneLine(section.text) : ''
}

function firstFacts(section: Section): string {
  if (section.kind !== 'facts') return ''
  return section.facts
    .slice(0, 2)
    .map(({ name, value }) => `${name}: ${value}`)
    .join(' · ')
}
