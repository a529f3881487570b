import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otherSamples, roundSamples } from '../../../scripts/gen/card-samples.ts'
import { blocksInWords } from '../../../scripts/gen/blocks-in-words.ts'
import { toBlocks } from '../../../src/chat/slack/blocks.ts'
import { checkMessage } from '../../../src/chat/slack/limits.ts'
import { textCard, type Card, type Section } from '../../../src/core/card.ts'
import { anyCard } from './_any.ts'
import { meaningsIn, textsIn } from './_markup.ts'

const samples = [...roundSamples, ...otherSamples]
const read = (card: Card, modern = false) => blocksInWords(toBlocks(card, { modern }).blocks)
const withSection = (section: Section): Card => ({ ...textCard('Title'), sections: [section] })

const finding: Section = {
  kind: 'finding',
  title: 'Zone against the claim',
  against: true,
  facts: [
    { name: 'Stated', value: 'Austin' },
    { name: 'Measured', value: 'UTC+2' },
  ],
  innocent: ['travel', 'a clock set by hand'],
  next: 'Ask where they are.',
}

describe('every card that is shown', () => {
  it.each(samples)('is taken by Slack: $name', ({ card }) => {
    expect(checkMessage(toBlocks(card))).toEqual([])
    expect(checkMessage(toBlocks(card, { modern: true }))).toEqual([])
  })

  it.each(samples)(
    'says its title first, and more than that in a notification: $name',
    ({ card }) => {
      const { text } = toBlocks(card)
      expect(read(card)[0]).toContain(card.title)
      expect(text).toContain(card.title)
      expect(text.length).toBeGreaterThan(card.title.length + 10)
      expect(text.length).toBeLessThanOrEqual(300)
    },
  )

  it.each(samples)('leaves out no word: $name', ({ card }) => {
    const shown = read(card).join('\n')
    for (const { name, value } of card.sections.flatMap((s) => ('facts' in s ? s.facts : []))) {
      expect(shown).toContain(name)
      expect(shown).toContain(value)
    }
    for (const section of card.sections)
      if (section.kind === 'text') expect(shown).toContain(section.text)
    for (const { label } of card.buttons) expect(shown).toContain(`[${label}`)
  })

  it('never puts a personal link into a notification', () => {
    for (const { card } of otherSamples) expect(toBlocks(card).text).not.toContain('http')
  })
})

describe('a card', () => {
  it('has a sign of its own shape per tone, beside words', () => {
    const titles = (['good', 'attention', 'serious', 'neutral'] as const).map(
      (tone) => read({ ...textCard('Word'), tone })[0],
    )
    expect(titles).toEqual(['# ✅ Word', '# ⚠️ Word', '# ❗ Word', '# Word'])
  })

  it('shows badges and steps in one small line', () => {
    const steps = {
      kind: 'steps',
      steps: [
        { label: 'Invited', state: 'done' },
        { label: 'Link opened', state: 'now' },
        { label: 'Final', state: 'next' },
      ],
    } as const
    const card = { ...withSection(steps), badges: ['simulated', 'round 2'] }
    expect(read(card)).toEqual([
      '# Title',
      '(small) simulated · round 2   ✓ Invited   ▸ Link opened   ○ Final',
    ])
    expect(read(card, true)).toEqual([
      '# Title',
      '(small) simulated · round 2',
      '(plan) Progress',
      '  Invited: complete',
      '  Link opened: in_progress',
      '  Final: pending',
    ])
  })

  it('shows facts as a table, five to a section', () => {
    const facts = Array.from({ length: 6 }, (_, i) => ({ name: `Name ${i}`, value: `value ${i}` }))
    const { blocks } = toBlocks(withSection({ kind: 'facts', facts }))
    expect(blocks.map((block) => ('fields' in block ? block.fields?.length : 0))).toEqual([
      0, 10, 2,
    ])
    expect(read(withSection({ kind: 'facts', facts }))[1]).toMatch(/^Name 0 +value 0$/)
  })

  it('shows a finding with what else explains it and what to do', () => {
    expect(read(withSection(finding)).slice(1)).toEqual([
      '———',
      'Does not fit               Zone against the claim',
      'Stated                     Austin',
      'Measured                   UTC+2',
      '(small) Can be innocent: travel; a clock set by hand.',
      '→ Ask where they are.',
    ])
    expect(read(withSection({ ...finding, against: false }))[2]).toMatch(/^Fits +Zone/)
  })

  it('folds a finding in modern blocks', () => {
    const { blocks } = toBlocks(withSection(finding), { modern: true })
    expect(blocks[1]).toMatchObject({ type: 'container', is_collapsible: true })
    expect(read(withSection(finding), true)).toContain(
      '(fold) Does not fit: Zone against the claim',
    )
  })

  it('shows a link to send on as code and one to open as a button', () => {
    const url = 'https://example.com/i/a?b=1&c=`<x>|'
    const copied = toBlocks(withSection({ kind: 'link', label: 'Personal link', url, copy: true }))
    expect(textsIn(copied.blocks).at(-1)).toMatchObject({
      type: 'mrkdwn',
      text: '```https://example.com/i/a?b=1&amp;c=%60%3Cx%3E%7C```',
    })
    const opened = toBlocks(withSection({ kind: 'link', label: 'Open the report', url }))
    expect(opened.blocks[1]).toMatchObject({
      elements: [{ type: 'button', action_id: 'link:0', url: expect.stringMatching(/^https:/) }],
    })
  })

  it('shows what is no web address as text', () => {
    const link = { kind: 'link', label: 'Open', url: 'javascript:alert(1)' } as const
    expect(JSON.stringify(toBlocks(withSection(link)).blocks)).not.toContain('"url"')
    expect(read(withSection(link)).join()).toContain('javascript:alert(1)')
  })

  it('shows an address that is too long for a link as text', () => {
    const url = `https://example.com/${'a'.repeat(2990)}`
    for (const copy of [true, false]) {
      const card = withSection({
        kind: 'link',
        label: 'Open',
        url: `${url}${'b'.repeat(500)}`,
        copy,
      })
      expect(checkMessage(toBlocks(card))).toEqual([])
      expect(read(card).join()).toContain('https://example.com/aaa')
      expect(JSON.stringify(toBlocks(card).blocks)).not.toMatch(/```|"url"/)
    }
    // It would fit as a link, and not with the signs of code around it.
    const card = withSection({ kind: 'link', label: 'Open', url: url.slice(0, 2998), copy: true })
    expect(checkMessage(toBlocks(card))).toEqual([])
  })

  it('shows a picture that Slack can fetch', () => {
    const url = 'https://verify.acme.com/p/round_1-x-y.png'
    const { blocks } = toBlocks(withSection({ kind: 'image', url, alt: 'Map.\nAustin' }))
    expect(blocks[1]).toEqual({ type: 'image', image_url: url, alt_text: 'Map. Austin' })
  })

  it.each([
    'http://verify.acme.com/p/x.png',
    'https://localhost/p/x.png',
    'https://verify.localhost/p/x.png',
    'https://verify/p/x.png',
    'https://verify.acme.internal/p/x.png',
    'https://192.168.1.2/p/x.png',
    'https://[fd00::1]/p/x.png',
    'https://0x7f000001/p/x.png',
    'https://printer.local/p/x.png',
    `https://verify.acme.com/p/${'x'.repeat(3000)}.png`,
    'javascript:alert(1)',
    '',
  ])('says in words what a picture shows that Slack cannot fetch: %.40s', (url) => {
    const card = withSection({ kind: 'image', url, alt: 'Map. Stated place: Austin.' })
    expect(read(card)[1]).toBe('(small) Map. Stated place: Austin.')
  })

  it('cuts the words of a picture where Slack would refuse them', () => {
    const url = 'https://verify.acme.com/p/x.png'
    const { blocks } = toBlocks(withSection({ kind: 'image', url, alt: 'Austin & '.repeat(400) }))
    expect(checkMessage({ blocks, text: 'x' })).toEqual([])
    expect(blocks[1]).toMatchObject({ alt_text: expect.stringMatching(/…$/) })
  })

  it('leaves out reasons without words', () => {
    const innocent = ['', 'travel', ' ']
    expect(read(withSection({ ...finding, innocent }))).toContain(
      '(small) Can be innocent: travel.',
    )
    expect(read(withSection({ ...finding, innocent: [' '] })).join()).not.toContain('innocent')
  })

  it('has more than one row of buttons where one is full', () => {
    const button = { label: 'Ann', style: 'normal', command: 'demo', args: {} } as const
    const message = toBlocks({
      ...textCard('Who?'),
      buttons: Array.from({ length: 30 }, () => button),
    })
    expect(checkMessage(message)).toEqual([])
    expect(
      message.blocks.map((block) => ('elements' in block ? block.elements.length : 0)),
    ).toEqual([0, 25, 5])
  })

  it('has buttons that carry their command', () => {
    const args = { round: 'round_1', decision: 'fine' }
    const button = { label: 'Looks fine', style: 'primary', command: 'review', args } as const
    const { blocks } = toBlocks({
      ...textCard('Title'),
      buttons: [button, { ...button, style: 'normal' }, { ...button, style: 'danger' }],
    })
    expect(blocks[1]).toMatchObject({
      type: 'actions',
      elements: [
        {
          action_id: 'command:review:0',
          value: JSON.stringify({ command: 'review', args }),
          style: 'primary',
        },
        { action_id: 'command:review:1' },
        { action_id: 'command:review:2', style: 'danger' },
      ],
    })
  })

  it('holds a reason of 3,000 characters whole', () => {
    const reason = `${'why '.repeat(749)}end`
    const shown = read(textCard('Mara decided', [`Mara decided at noon: “${reason}”`]))
    expect(shown.slice(1).join(' ')).toContain(reason)
  })

  it('keeps its buttons and says so when not all fits', () => {
    const lines = Array.from({ length: 80 }, (_, i) => `line ${i}`)
    const buttons = [{ label: 'Report', style: 'normal', command: 'report', args: {} }] as const
    const shown = read({ ...textCard('Title', lines), buttons })
    expect(shown).toHaveLength(50)
    expect(shown.slice(-2)).toEqual([
      '(small) Not all of it fits here: the report has the rest.',
      '[Report]',
    ])
  })

  it('cuts a long title at a word', () => {
    const title = `${'Ann Bo '.repeat(30)}`
    expect(read(textCard(title))[0]).toMatch(/^# Ann Bo .* (Ann|Bo)…$/)
  })
})

describe('any card', () => {
  it.each([false, true])('is taken by Slack (modern: %s)', (modern) => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(checkMessage(toBlocks(card, { modern }))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it.each([false, true])('means nothing by what a person typed (modern: %s)', (modern) => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const { blocks, text } = toBlocks(card, { modern })
        expect(text).not.toMatch(/\p{Surrogate}/u)
        expect(meaningsIn(text)).toEqual([])
        for (const { type, text: own, emoji, verbatim } of textsIn(blocks)) {
          expect(own).not.toMatch(/\p{Surrogate}/u)
          if (type === 'plain_text') expect(emoji).toBe(false)
          else {
            expect(verbatim).toBe(true)
            // All of it bold, or all of it one address as code: ours, and nothing else inside.
            const inner =
              /^\*([^*]+)\*$/.exec(own)?.[1] ?? /^```(https?:[^`<>|]+)```$/.exec(own)?.[1]
            expect(inner).toBeDefined()
            if (own.startsWith('*')) expect(meaningsIn(inner ?? '', false)).toEqual([])
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
