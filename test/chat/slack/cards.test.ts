/** What a recruiter reads judges statements, not people: the drawn cards, word by word. */
import { describe, expect, it } from 'vitest'
import { blocksInWords } from '../../../scripts/gen/blocks-in-words.ts'
import { cardsDoc } from '../../../scripts/gen/cards-doc.ts'
import { otherSamples, roundSamples } from '../../../scripts/gen/card-samples.ts'
import { toBlocks } from '../../../src/chat/slack/blocks.ts'
import { accusing, nationality } from '../../meta/_wording.ts'

/** What was found, said as what is: of a person, or of their computer outside of a hypothesis. */
const asserted =
  /\b(Jane Doe|she|he|they|the candidate|the person) (is|are|was|were) (not |somewhere|elsewhere|abroad|contradicted|unclear)|(?<!\bif )\bthe (computer|browser|person) is (not|somewhere|elsewhere|driven|abroad)|\bprobability\b|\bproves?\b|\bproven\b/i

const shown = [...roundSamples, ...otherSamples].flatMap((sample) =>
  [false, true].map((modern) => {
    const { blocks, text } = toBlocks(sample.card, { modern })
    return {
      name: `${sample.name}${modern ? ', modern' : ''}`,
      lines: [text, ...blocksInWords(blocks)],
    }
  }),
)

describe.each(shown)('$name', ({ lines }) => {
  it.each([
    ['accuses nobody', accusing],
    ['names no nationality', nationality],
    ['says what was measured, never what is', asserted],
  ])('%s', (_, pattern) => {
    expect(lines.filter((line) => pattern.test(line))).toEqual([])
  })
})

it.each([
  'Jane Doe is contradicted',
  'They are somewhere else',
  'the computer is driven from elsewhere',
  'The probability that she works from abroad',
])('would find: %s', (text) => {
  expect(text).toMatch(asserted)
})

it.each([
  'about 10 times more likely if the computer is somewhere else',
  'Jane Doe is here, measuring now',
])('would not find: %s', (text) => {
  expect(text).not.toMatch(asserted)
})

it('the document has every sample, with the verdicts that their names promise', () => {
  const { text } = cardsDoc()
  for (const { name, card } of [...roundSamples, ...otherSamples]) {
    expect(text).toContain(`### ${name}\n`)
    const promised = /^First verdict: (.*)$/.exec(name)?.[1] ?? ''
    expect(card.title.toLowerCase()).toContain(promised)
  }
})

it('a verdict that is no good news always says what else explains it, and what to do', () => {
  const serious = roundSamples.filter(({ card }) => ['attention', 'serious'].includes(card.tone))
  expect(serious.length).toBeGreaterThan(4)
  for (const { card } of serious) {
    const lines = blocksInWords(toBlocks(card).blocks)
    expect(lines).toContainEqual(expect.stringMatching(/^\(small\) Can be innocent: ./))
    expect(lines).toContainEqual(expect.stringMatching(/^→ ./))
  }
})
