/** The parts of a card as text in Discord's markup, with what stands beside the text: links and a picture. */
import type { Fact, Section } from '../../core/card.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import { clean, oneLine } from '../text.ts'
import { MOST } from './most.ts'
import { label, plain, toUrl } from './text.ts'

const texts = managers.chat.finding

/** What a section becomes, in the order of the card. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'link'; label: string; url: string }
  | { kind: 'image'; url: string; alt: string }

/** One text is at most this long: a reason of 3,000 characters fits. */
const TEXT_MOST = 3500

/** Small grey text reads badly when it is long. */
const QUIET_MOST = 1000

const FACT_NAME_MOST = 200
const FACT_VALUE_MOST = 1000

/** How the state of each step is drawn; the shapes differ, and the order says the same. */
const STEP_SIGNS = { done: '✓', now: '▸', next: '○' } as const

/** The parts of a section; none for one without words. */
export function toParts(section: Section): Part[] {
  switch (section.kind) {
    case 'text':
      if (clean(section.text) === '') return []
      return [text(section.quiet ? small(section.text) : plain(section.text, TEXT_MOST))]
    case 'facts':
      return section.facts.length === 0 ? [] : [text(factLines(section.facts).join('\n'))]
    case 'finding':
      return [text(findingText(section))]
    case 'steps': {
      const steps = section.steps.map(
        ({ label: name, state }) => `${STEP_SIGNS[state]} ${oneLine(name)}`,
      )
      return steps.length === 0 ? [] : [text(small(steps.join(' · ')))]
    }
    case 'link':
      return [linkPart(section)]
    case 'image':
      return clean(section.alt) === ''
        ? []
        : [{ kind: 'image', url: section.url, alt: section.alt }]
  }
}

function text(shown: string): Part {
  return { kind: 'text', text: shown }
}

/** Small grey text: one line, which Discord ends where the line ends. In: characters that there is room for. */
export function small(words: string, room = QUIET_MOST): string {
  return `-# ${plain(oneLine(words), Math.min(QUIET_MOST, room) - 3)}`
}

/** A name in bold and what it stands for. */
function strong(name: string, most: number): string {
  return `**${plain(oneLine(name), most - 4)}**`
}

/** Facts, a line each; a value of several lines begins below its name. */
function factLines(facts: readonly Fact[]): string[] {
  return facts.flatMap(({ name, value }) => {
    const [first = '', ...more] = plain(value, FACT_VALUE_MOST).split('\n')
    const bold = strong(name, FACT_NAME_MOST)
    return more.length === 0 ? [`${bold}  ${first}`] : [bold, first, ...more]
  })
}

/** Stated, expected, measured; why it may be harmless; what to do. A sign alone would not say which way it points. */
function findingText(finding: Extract<Section, { kind: 'finding' }>): string {
  const { title, against, facts, innocent, next } = finding
  const reasons = innocent.map(oneLine).filter((reason) => reason !== '')
  return [
    strong(
      fill(texts.titled, {
        word: against ? texts.against : texts.fits,
        title: oneLine(title),
      }),
      FACT_NAME_MOST,
    ),
    ...factLines(facts).map((line) => `> ${line}`),
    ...(reasons.length === 0 ? [] : [small(fill(texts.innocent, { reasons: reasons.join('; ') }))]),
    ...(clean(next) === '' ? [] : [`→ ${plain(next, TEXT_MOST)}`]),
  ].join('\n')
}

/** A link to send on stands as code: easy to copy, and a slip of the finger does not open it. */
function linkPart({ label: name, url, copy }: Extract<Section, { kind: 'link' }>): Part {
  const href = toUrl(url)
  // What is longer than a text may be cannot be a link, and is shown as words, cut.
  if (href === null || href.length > TEXT_MOST) {
    return text(`${strong(name, FACT_NAME_MOST)}  ${plain(url, FACT_VALUE_MOST)}`)
  }
  if (copy || href.length > MOST.buttonUrl) {
    return text(`${strong(name, FACT_NAME_MOST)}\n\`\`\`\n${href}\n\`\`\``)
  }
  return { kind: 'link', label: label(name, MOST.buttonLabel), url: href }
}
