/** Any card and any form, with the texts that break markup and the lengths that break limits. */
import fc from 'fast-check'
import type { Button, Card, Fact, Field, Form, Section } from '../../../src/core/card.ts'

const NASTY = [
  '<!channel>',
  '<!here|here>',
  '<@U1>',
  '<#C1|general>',
  '<https://evil.example|our careers page>',
  '@channel',
  'https://evil.example/x',
  'www.evil.example',
  'mail@evil.example',
  '*bold*',
  '_italic_ and ~struck~',
  '`code` and ```more```',
  '> quoted',
  ':tada:',
  '&lt;!channel&gt; & <b>',
  '[label](https://evil.example)',
  'דנה כהן',
  'عبد الرحمن \u202Eتسيل',
  '👩🏽‍💻 Zoë 👨‍👩‍👧‍👦',
  'Z̷̡̢͎a̸͙l̴g̵o̶',
  '\u0000\u0007\u001b[31m',
  '\uD800 half',
  '   ',
  '\n\n',
  'line one\r\nline two',
]

/** Any text: odd, empty, or long. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom('', 'Jane Doe', 'Says they are in') },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...NASTY, 'word ', 'w', '👩🏽‍💻', '&'), fc.integer({ min: 1, max: 4000 }))
      .map(([piece, times]) => piece.repeat(times).slice(0, 9000)),
  },
)

const facts = (most: number): fc.Arbitrary<Fact[]> =>
  fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: most })

const anyArgs = fc.dictionary(fc.constantFrom('case', 'round', 'seen'), anyText, { maxKeys: 2 })

const anySection: fc.Arbitrary<Section> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: anyText, quiet: fc.boolean() }),
  fc.record({ kind: fc.constant('facts' as const), facts: facts(12) }),
  fc.record({
    kind: fc.constant('finding' as const),
    title: anyText,
    against: fc.boolean(),
    facts: facts(6),
    innocent: fc.array(anyText, { maxLength: 4 }),
    next: anyText,
  }),
  fc.record({
    kind: fc.constant('steps' as const),
    steps: fc.array(fc.record({ label: anyText, state: fc.constantFrom('done', 'now', 'next') }), {
      maxLength: 6,
    }),
  }),
  fc.record({
    kind: fc.constant('image' as const),
    url: fc.oneof(
      anyText,
      anyText.map((path) => `https://verify.example.com/p/${path}`),
    ),
    alt: anyText,
  }),
  fc.record({
    kind: fc.constant('link' as const),
    label: anyText,
    url: fc.oneof(
      anyText,
      anyText.map((path) => `https://example.com/${path}?a=b&c=${path}#${path}`),
    ),
    copy: fc.boolean(),
  }),
)

const anyButton: fc.Arbitrary<Button> = fc.record({
  label: anyText,
  style: fc.constantFrom('primary', 'normal', 'danger'),
  command: anyText,
  args: anyArgs,
})

/** Any card. */
export const anyCard: fc.Arbitrary<Card> = fc.record({
  tone: fc.constantFrom('neutral', 'good', 'attention', 'serious'),
  title: anyText,
  badges: fc.array(anyText, { maxLength: 3 }),
  sections: fc.array(anySection, { maxLength: 70, size: 'small' }),
  buttons: fc.array(anyButton, { maxLength: 60, size: 'small' }),
})

/** Any text that survives a text field: Slack holds 3,000 characters of it. */
const kept = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.constantFrom(...NASTY.filter((text) => !/\p{Surrogate}/u.test(text))),
)

const ids = (letter: string) =>
  fc
    .uniqueArray(fc.stringMatching(/^[A-Z0-9]{8}$/), { maxLength: 4 })
    .map((all) => all.map((id) => `${letter}${id}`).join(','))

const wall = fc
  .date({ min: new Date(2002, 0), max: new Date(2200, 0), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16))

const option = fc.record({ value: fc.stringMatching(/^[a-z0-9]{1,20}$/), label: anyText })
const options = fc.uniqueArray(option, {
  minLength: 1,
  maxLength: 20,
  selector: ({ value }) => value,
})

const zones = ['Europe/Berlin', 'America/Chicago', 'Asia/Kolkata', 'UTC']

/** Any field, with a value that a person can have given it. */
const anyInput: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text', 'phone', 'email', 'url', 'long-text'), value: kept }),
  fc.record({
    kind: fc.constantFrom('place', 'suggest'),
    value: fc.constantFrom('Austin, Texas, United States', 'Tromsø, Troms, Norway', '東京, Japan'),
    source: fc.constant('opening'),
  }),
  fc.record({
    kind: fc.constant('datetime'),
    zoneField: fc.constant('zone'),
    value: fc.oneof(
      wall,
      wall.map((text) => `@${Date.parse(`${text}Z`)}`),
    ),
  }),
  fc.record({ kind: fc.constant('zone'), value: fc.constantFrom(...zones) }),
  options.chain((all) =>
    fc.record({
      kind: fc.constant('choice'),
      options: fc.constant(all),
      value: fc.constantFrom(...all.map(({ value }) => value)),
    }),
  ),
  fc.record({ kind: fc.constant('switch'), value: fc.boolean() }),
  fc.record({ kind: fc.constant('people'), value: ids('U') }),
  fc.record({ kind: fc.constant('channels'), value: ids('C') }),
)

const anyField: fc.Arbitrary<Field> = fc
  .tuple(
    anyInput,
    fc.record({ label: anyText, hint: anyText, required: fc.boolean() }),
    fc.stringMatching(/^[a-zA-Z]{1,12}(-[a-z]{1,8})?$/),
    fc.boolean(),
  )
  .map(([input, words, name, filled]) => {
    const field = { ...input, ...words, name }
    if (!filled) Reflect.deleteProperty(field, 'value')
    return field as Field
  })

/** Any form. */
export const anyForm: fc.Arbitrary<Form> = fc.record({
  command: fc.constantFrom('verify', 'review', 'settings'),
  args: fc.dictionary(fc.constantFrom('case', 'round'), fc.string({ maxLength: 80 })),
  title: anyText,
  intro: anyText,
  fields: fc.uniqueArray(anyField, { maxLength: 16, selector: ({ name }) => name }),
  submit: anyText,
})
