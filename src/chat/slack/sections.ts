/** The parts of a card as blocks. Classic ones are drawn by every client; modern ones fold and show progress. */
import type { ContextBlock, KnownBlock, SectionBlock, TaskCardBlock } from '@slack/types'
import type { Fact, Section } from '../../core/card.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import { clean, oneLine } from '../text.ts'
import { MOST } from './block-limits.ts'
import { toPublicUrl } from './public-url.ts'
import { cut, escapeMrkdwn, pieces, plain, strong, toUrl } from './text.ts'

const texts = managers.chat.finding

/** A fact takes two fields: its name on the left, its value on the right. */
const FACTS_PER_SECTION = MOST.fields / 2

/** A text is drawn in at most as many sections: a reason of 3,000 characters and the words around it fit. */
const SECTIONS_PER_TEXT = 3

/** Small grey text reads badly when it is long. */
const CONTEXT_MOST = 1000

/** How the state of each step is drawn; the shapes differ, and the order says the same. */
const STEP_SIGNS = { done: '✓', now: '▸', next: '○' } as const
const STEP_STATUS = { done: 'complete', now: 'in_progress', next: 'pending' } as const

/** A part of a card. In: its place in the card. Out: no block for a part without words. */
export function toSectionBlocks(section: Section, index: number, modern: boolean): KnownBlock[] {
  switch (section.kind) {
    case 'text':
      return section.quiet ? quietBlocks(section.text) : textBlocks(section.text)
    case 'facts':
      return factBlocks(section.facts)
    case 'finding':
      return modern ? foldedFinding(section) : classicFinding(section)
    case 'steps':
      if (section.steps.length === 0) return []
      return [modern ? plan(section, index) : context(stepLine(section))]
    case 'link':
      return linkBlocks(section, index)
    case 'image':
      return imageBlocks(section)
  }
}

/** One line of small grey text. */
export function context(text: string): ContextBlock {
  return { type: 'context', elements: [plain(text, CONTEXT_MOST)] }
}

/** A paragraph, in several sections where it is long. */
export function textBlocks(text: string): SectionBlock[] {
  const shown = clean(text)
  if (shown === '') return []
  return pieces(shown, MOST.text, SECTIONS_PER_TEXT).map((piece) => ({
    type: 'section',
    text: plain(piece, MOST.text),
  }))
}

/** Facts as a table of two columns. */
export function factBlocks(facts: readonly Fact[]): SectionBlock[] {
  const blocks: SectionBlock[] = []
  for (let at = 0; at < facts.length; at += FACTS_PER_SECTION) {
    const fields = facts
      .slice(at, at + FACTS_PER_SECTION)
      .flatMap(({ name, value }) => [strong(name, MOST.fieldText), plain(value, MOST.fieldText)])
    blocks.push({ type: 'section', fields })
  }
  return blocks
}

function quietBlocks(text: string): KnownBlock[] {
  return clean(text) === '' ? [] : [context(text)]
}

function stepLine({ steps }: Extract<Section, { kind: 'steps' }>): string {
  return steps.map(({ label, state }) => `${STEP_SIGNS[state]} ${oneLine(label)}`).join('   ')
}

function plan({ steps }: Extract<Section, { kind: 'steps' }>, index: number): KnownBlock {
  const tasks = steps.slice(0, MOST.planTasks).map(({ label, state }, step): TaskCardBlock => ({
    type: 'task_card',
    task_id: `step:${index}:${step}`,
    title: plain(label, MOST.header).text,
    status: STEP_STATUS[state],
  }))
  return { type: 'plan', title: managers.chat.slack.progress, tasks }
}

type Finding = Extract<Section, { kind: 'finding' }>

/** Read before the title of a finding: a sign alone would not say it. */
function findingWord({ against }: Finding): string {
  return against ? texts.against : texts.fits
}

function classicFinding(finding: Finding): KnownBlock[] {
  const title = { name: findingWord(finding), value: finding.title }
  return [{ type: 'divider' }, ...findingBody(finding, [title, ...finding.facts])]
}

/** Only kinds of children that Slack's servers take, which are fewer than its reference names. Source: slack-morphism 2.31.0 on its validator, read 2026-11-22. */
function foldedFinding(finding: Finding): KnownBlock[] {
  const children = findingBody(finding, finding.facts)
  if (children.length === 0) return classicFinding(finding)
  return [
    {
      type: 'container',
      title: plain(
        fill(texts.titled, { word: findingWord(finding), title: oneLine(finding.title) }),
        MOST.containerTitle,
      ),
      child_blocks: children.slice(0, MOST.containerBlocks),
      is_collapsible: true,
      default_collapsed: false,
    },
  ]
}

/** Stated, expected, measured; why it may be harmless; what to do. */
function findingBody(
  { innocent, next }: Finding,
  facts: readonly Fact[],
): (SectionBlock | ContextBlock)[] {
  const reasons = innocent.map(oneLine).filter((reason) => reason !== '')
  return [
    ...factBlocks(facts),
    ...(reasons.length === 0
      ? []
      : [context(fill(texts.innocent, { reasons: reasons.join('; ') }))]),
    ...(clean(next) === '' ? [] : textBlocks(`→ ${clean(next)}`)),
  ]
}

/** A picture where Slack's servers can fetch it; else what it shows in words. */
function imageBlocks({ url, alt }: Extract<Section, { kind: 'image' }>): KnownBlock[] {
  const words = oneLine(alt)
  const href = toPublicUrl(url)
  if (words === '') return []
  if (href === null || href.length > MOST.url) return [context(words)]
  return [{ type: 'image', image_url: href, alt_text: cut(words, MOST.altText) }]
}

function linkBlocks(
  { label, url, copy }: Extract<Section, { kind: 'link' }>,
  index: number,
): KnownBlock[] {
  const href = toUrl(url)
  if (href === null || href.length > MOST.url) return factBlocks([{ name: label, value: url }])
  if (!copy) {
    const text = plain(oneLine(label), MOST.buttonText)
    const button = { type: 'button', text, action_id: `link:${index}`, url: href } as const
    return [{ type: 'actions', elements: [button] }]
  }
  const code = `\`\`\`${escapeMrkdwn(href)}\`\`\``
  // A link to send on stands as code: easy to copy, and a slip of the finger does not open it.
  if (code.length > MOST.text) return factBlocks([{ name: label, value: href }])
  return [
    { type: 'section', text: strong(label, MOST.text) },
    { type: 'section', text: { type: 'mrkdwn', text: code, verbatim: true } },
  ]
}
