import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { Card, Section, Tone } from '../../src/core/card.ts'
import { CardView } from '../../src/desk/card-view.tsx'
import { toHref, toOwnPath } from '../../src/desk/href.ts'
import { toneMarks } from '../../src/desk/tone-mark.tsx'
import { toAttributes, toElements, toText } from './markup.ts'
import { consistentCard, contradictedCard, linkCard, waitingCard } from './samples.ts'

const render = (card: Card) => renderToString(<CardView id="c1" card={card} />)
const withSection = (section: Section): Card => ({ ...waitingCard, sections: [section] })

/** Every text that a card carries. */
function textsOf(card: Card): string[] {
  const ofSection = (section: Section): string[] => {
    switch (section.kind) {
      case 'text':
        return [section.text]
      case 'facts':
        return section.facts.flatMap(({ name, value }) => [name, value])
      case 'finding':
        return [
          section.title,
          ...section.facts.flatMap(({ name, value }) => [name, value]),
          ...section.innocent,
          section.next,
        ]
      case 'steps':
        return section.steps.map(({ label }) => label)
      case 'link':
        return [section.label]
      case 'image':
        return []
    }
  }
  const buttons = card.buttons.map(({ label }) => label)
  return [card.title, ...card.badges, ...card.sections.flatMap(ofSection), ...buttons]
}

const plain = (text: string) => text.replace(/\s+/g, ' ')

describe('a card', () => {
  it.each([
    ['waiting', waitingCard],
    ['contradicted', contradictedCard],
    ['consistent, simulated', consistentCard],
    ['with a link', linkCard],
  ])('shows every word of it: %s', (_, card) => {
    const shown = toText(render(card))
    for (const text of textsOf(card)) expect(shown).toContain(plain(text))
  })

  it.each(Object.keys(toneMarks) as Tone[])('has an icon and a word for tone %s', (tone) => {
    const html = render({ ...waitingCard, tone })
    expect(toText(html)).toContain(`${toneMarks[tone].word}:`)
    expect(html).toMatch(/<h2[^>]*><span class="mark"><svg[^>]*aria-hidden="true"/)
  })

  it('gives tones different icons and words', () => {
    const marks = Object.values(toneMarks)
    expect(new Set(marks.map(({ icon }) => icon)).size).toBe(marks.length)
    expect(new Set(marks.map(({ word }) => word)).size).toBe(marks.length)
  })

  it('marks the step of now for assistive technology', () => {
    const html = render(waitingCard)
    expect(toAttributes(html, 'aria-current')).toEqual(['step'])
    expect(toText(html)).toContain('Invited , now')
  })

  it('says whether a finding fits, without relying on colour', () => {
    const finding = (against: boolean): Section => ({
      kind: 'finding',
      title: 'Zone',
      against,
      facts: [{ name: 'Stated', value: 'Austin' }],
      innocent: [],
      next: '',
    })
    expect(toText(render(withSection(finding(true))))).toContain('Does not fit the claim:')
    expect(toText(render(withSection(finding(false))))).toContain('Fits the claim:')
  })

  it('shows a link to copy in a field, with buttons to copy and to open it', () => {
    const html = render(linkCard)
    expect(toAttributes(html, 'value')).toContain(
      'https://verify.example.com/i/Zk9wQ2hSdjE3bWxQc0tYVw',
    )
    expect(toText(html)).toContain('Copy link')
    expect(toAttributes(html, 'rel')).toEqual(['noopener noreferrer'])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example', 'x'])(
    'never links to %s',
    (url) => {
      expect(toHref(url)).toBeNull()
      const html = render(withSection({ kind: 'link', label: 'Join', url }))
      expect(toElements(html)).not.toContain('a')
      expect(toText(html)).toContain(url)
    },
  )

  it('shows a picture of ours from this very server, with its words', () => {
    const url = 'https://verify.example.com/p/round_1-x-y.png'
    const html = render(withSection({ kind: 'image', url, alt: 'Map. Stated place: Austin' }))
    expect(toAttributes(html, 'src')).toEqual(['/p/round_1-x-y.png'])
    expect(toAttributes(html, 'alt')).toEqual(['Map. Stated place: Austin'])
  })

  it.each([
    'https://evil.example/x.png',
    'javascript:alert(1)',
    'https://a.example/p/../x',
    '/p/x.png',
  ])('loads no picture from %s, and says what it shows', (url) => {
    const html = render(withSection({ kind: 'image', url, alt: 'Map. Stated place: Austin' }))
    expect(toElements(html)).not.toContain('img')
    expect(toText(html)).toContain('Map. Stated place: Austin')
  })

  it('keeps buttons reachable while one of them waits', () => {
    const html = renderToString(<CardView id="c1" card={waitingCard} pressing={0} />)
    expect(toAttributes(html, 'aria-busy')[0]).toBe('true')
    expect(html).not.toContain(' disabled')
  })

  it('says beside the card why a press did not get through', () => {
    const html = renderToString(<CardView id="c1" card={waitingCard} trouble="No connection" />)
    expect(html).toMatch(/role="alert".*No connection/)
  })

  it.each(['<img src=x onerror=alert(1)>', '👩🏽‍💻 Zoë', 'محمد بن سلمان', 'Ana "Q" & Söhne'])(
    'shows the name %s as text that finds its own direction',
    (name) => {
      const html = render({ ...waitingCard, title: name })
      expect(toText(html)).toContain(name)
      expect(toElements(html)).toEqual(toElements(render(waitingCard)))
      expect(html).toMatch(/<h2.*dir="auto"/)
    },
  )
})

/** Markup, quotes, entities, direction marks, and anything else. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><b x="',
    '&lt;i&gt;',
    '</style>',
    '\u202Eabc',
    '{{x}}',
  ),
  fc
    .tuple(fc.string(), fc.constantFrom('<', '>', '"', "'", '&', '<!--', ']]>'))
    .map(([a, b]) => `${a}${b}${a}`),
)
const fact = fc.record({ name: text, value: text })
const section: fc.Arbitrary<Section> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text, quiet: fc.boolean() }),
  fc.record({ kind: fc.constant('facts' as const), facts: fc.array(fact, { maxLength: 8 }) }),
  fc.record({
    kind: fc.constant('finding' as const),
    title: text,
    against: fc.boolean(),
    facts: fc.array(fact, { maxLength: 4 }),
    innocent: fc.array(text, { maxLength: 3 }),
    next: text,
  }),
  fc.record({
    kind: fc.constant('steps' as const),
    steps: fc.array(fc.record({ label: text, state: fc.constantFrom('done', 'now', 'next') }), {
      maxLength: 4,
    }),
  }),
  fc.record({ kind: fc.constant('image' as const), url: text, alt: text }),
  fc.record({
    kind: fc.constant('link' as const),
    label: text,
    url: fc.oneof(
      text,
      text.map((path) => `https://example.com/${path}`),
    ),
    copy: fc.boolean(),
  }),
)
const anyCard: fc.Arbitrary<Card> = fc.record({
  tone: fc.constantFrom('neutral', 'good', 'attention', 'serious'),
  title: text,
  badges: fc.array(text, { maxLength: 2 }),
  sections: fc.array(section, { maxLength: 4 }),
  buttons: fc.array(
    fc.record({
      label: text,
      style: fc.constantFrom('primary', 'normal', 'danger'),
      command: text,
      args: fc.constant({}),
    }),
    { maxLength: 3 },
  ),
})

/** The same card with a harmless word for every text. */
function harmless(card: Card): Card {
  return JSON.parse(JSON.stringify(card), (key, value: unknown) => {
    if (typeof value !== 'string' || key === 'kind' || key === 'tone' || key === 'style')
      return value
    if (key === 'state') return value
    if (key === 'url' && toOwnPath(value) !== null) return 'https://example.com/p/word.png'
    if (key === 'url') return toHref(value) === null ? 'word' : 'https://example.com/word'
    return value === '' ? '' : 'word'
  }) as Card
}

describe('any text in a card', () => {
  it('appears as text, never as markup', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const html = render(card)
        expect(toElements(html)).toEqual(toElements(render(harmless(card))))
        const shown = toText(html)
        for (const part of textsOf(card)) expect(shown).toContain(plain(part).trim())
      }),
      { numRuns: 300 },
    )
  })
})
