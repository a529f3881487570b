import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otherSamples, roundSamples } from '../../../scripts/gen/card-samples.ts'
import { checkMessage } from '../../../src/chat/discord/limits.ts'
import { toMessage, toTitle, withoutPicture } from '../../../src/chat/discord/message.ts'
import { withFirst } from '../../../src/chat/discord/posting.ts'
import { textCard, type Card, type Section } from '../../../src/core/card.ts'
import { anyCard } from '../slack/_any.ts'
import { meaningsBeside } from './_markup.ts'
import { buttonsOf, wordsOf } from './_person.ts'

const samples = [...roundSamples, ...otherSamples]
const drawn = (card: Card) => {
  const { message } = toMessage(card)
  return {
    ...message,
    embeds: message.embeds.map((embed) => ({ ...embed })),
    components: [...message.components].map((row) => ({ ...row })),
  }
}
const withSection = (...sections: Section[]): Card => ({ ...textCard('Title'), sections })
const oneSpace = (text: string) => text.replace(/\s+/g, ' ')

describe('every card that is shown', () => {
  it.each(samples)('is taken by Discord: $name', ({ card }) => {
    expect(checkMessage(toMessage(card).message)).toEqual([])
    expect(checkMessage(toMessage(card, { guild: '9'.repeat(19) }).message)).toEqual([])
  })

  it.each(samples)('leaves out no word and no button: $name', ({ card }) => {
    const shown = oneSpace(wordsOf(drawn(card)))
    expect(shown.startsWith(oneSpace(card.title)) || shown.includes(oneSpace(card.title))).toBe(
      true,
    )
    for (const badge of card.badges) expect(shown).toContain(badge)
    for (const section of card.sections) {
      if (section.kind === 'text') expect(shown).toContain(oneSpace(section.text))
      const facts = 'facts' in section ? section.facts : []
      for (const { name, value } of facts) {
        expect(shown).toContain(oneSpace(name))
        expect(shown).toContain(oneSpace(value))
      }
      if (section.kind !== 'finding') continue
      expect(shown).toContain(`Does not fit: ${section.title}`)
      for (const reason of section.innocent) expect(shown).toContain(reason)
      expect(shown).toContain(oneSpace(section.next))
    }
    for (const { label } of card.buttons) expect(buttonsOf(drawn(card))).toContain(label)
  })

  it.each(samples)('calls nobody, and its first line holds no address: $name', ({ card }) => {
    const { message } = toMessage(card)
    expect(message.allowed_mentions).toEqual({ parse: [] })
    expect(message.content).not.toContain('http')
  })
})

describe('any card', () => {
  it('is taken by Discord, also with lines of ours before it and without its picture', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const one = toMessage(card)
        expect(checkMessage(one.message)).toEqual([])
        expect(checkMessage(withoutPicture(one).message)).toEqual([])
        const line = `This belongs to <#123>, ${'x'.repeat(300)}`
        expect(checkMessage(withFirst(one, line).message)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('says nothing that Discord would give a meaning', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const { content, embeds } = toMessage(card).message
        expect(meaningsBeside(content)).toEqual([])
        for (const { description = '' } of embeds) expect(meaningsBeside(description)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('a card', () => {
  it('has a sign of its own shape per tone, beside words, and a colour', () => {
    const tones = ['good', 'attention', 'serious', 'neutral'] as const
    const cards = tones.map((tone) => ({ ...textCard('Word', ['x']), tone }))
    expect(cards.map(toTitle)).toEqual(['**✅ Word**', '**⚠️ Word**', '**❗ Word**', '**Word**'])
    const colors = cards.map((card) => toMessage(card).message.embeds[0]?.color)
    expect(new Set(colors).size).toBe(4)
  })

  it('shows a finding with what else explains it and what to do', () => {
    const finding: Section = {
      kind: 'finding',
      title: 'Zone against the claim',
      against: true,
      facts: [
        { name: 'Stated', value: 'Austin' },
        { name: 'Measured', value: 'UTC+2\nin winter' },
      ],
      innocent: ['travel', 'a clock set by hand'],
      next: 'Ask where they are.',
    }
    expect(toMessage(withSection(finding)).message.embeds[0]?.description?.split('\n')).toEqual([
      '**Does not fit: Zone against the claim**',
      '> **Stated**  Austin',
      '> **Measured**',
      '> UTC+2',
      '> in winter',
      '-# Can be innocent: travel; a clock set by hand.',
      '→ Ask where they are.',
    ])
  })

  it('keeps its order around the picture, which ends an embed', () => {
    const image: Section = { kind: 'image', url: 'https://verify.example.com/p/x.png', alt: 'Map.' }
    const before: Section = { kind: 'text', text: 'before' }
    const after: Section = { kind: 'text', text: 'after' }
    const one = toMessage(withSection(before, image, after))
    expect(one.message.embeds).toMatchObject([
      { description: 'before', image: { url: 'attachment://map.png' } },
      { description: 'after' },
    ])
    expect(one.picture).toEqual({ url: 'https://verify.example.com/p/x.png', alt: 'Map.' })
    expect(withoutPicture(one).message.embeds).toMatchObject([
      { description: 'before\n\n-# Map.' },
      { description: 'after' },
    ])
  })

  it('shows a link to send on as code, and another as a button', () => {
    const copy = {
      kind: 'link',
      label: 'Personal link',
      url: 'https://x.example/i/1',
      copy: true,
    } as const
    const open = { kind: 'link', label: 'Open the report', url: 'https://x.example/r/1' } as const
    const { message } = toMessage(withSection(copy, open))
    expect(message.embeds[0]?.description).toBe(
      '**Personal link**\n```\nhttps://x.example/i/1\n```',
    )
    expect(message.components[0]?.components).toEqual([
      { type: 2, style: 5, label: 'Open the report', url: 'https://x.example/r/1' },
    ])
  })

  it('that does not fit says so at its end', () => {
    const sections = Array.from({ length: 9 }, (): Section => ({
      kind: 'text',
      text: 'word '.repeat(300),
    }))
    expect(wordsOf(drawn(withSection(...sections)))).toMatch(
      /Not all of it fits here: the report has the rest\.$/,
    )
  })

  it('leaves out a button whose arguments do not fit, and shows equal ones once', () => {
    const button = { style: 'normal', command: 'status', args: { case: 'case_1' } } as const
    const card = {
      ...textCard('x'),
      buttons: [
        { ...button, label: 'One' },
        { ...button, label: 'Again' },
        { ...button, label: 'Long', args: { case: 'x'.repeat(100) } },
      ],
    }
    expect(buttonsOf(drawn(card))).toEqual(['One'])
  })
})
