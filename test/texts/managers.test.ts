/** What managers read: every text is used, every place can be filled, and nothing is shown with a place left open. */
import { expect, test } from 'vitest'
import { fill } from '../../src/texts/fill.ts'
import { managersLocale } from '../../src/texts/managers-language.ts'
import { managers } from '../../src/texts/managers.ts'
import { counted, plural } from '../../src/texts/plural.ts'
import { usesOfTexts } from './_uses.ts'

/** Every text by its path; the forms of a plural stand below its path. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) throw new Error(`no text at ${path}`)
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
}

const texts = textsOf(managers)

/** The compiler reads all of the product for this. */
const COMPILING_MS = 120_000

test('every text is used', { timeout: COMPILING_MS }, () => {
  const { all, used } = usesOfTexts()
  expect(all.length).toBeGreaterThan(400)
  expect(all.filter((path) => !used.has(path))).toEqual([])
})

test('no text is empty, and braces hold places alone', () => {
  expect(texts.filter(([, text]) => text === '')).toEqual([])
  const around = texts.map(([path, text]) => [path, text.replaceAll(/\{\w+\}/g, '')] as const)
  expect(around.filter(([, text]) => /[{}]/.test(text))).toEqual([])
})

test('a plural has no place but its number, which the compiler cannot see', () => {
  const forms = texts.filter(([path]) => /\.(?:zero|one|two|few|many|other)$/.test(path))
  expect(forms.length).toBeGreaterThan(10)
  expect(forms.filter(([, text]) => /\{(?!count\})/.test(text))).toEqual([])
})

test('a plural has every form that the language needs', () => {
  const forms = plural({ one: '{count} day', other: '{count} days' })
  expect([0, 1, 2, 1500].map((days) => counted(managersLocale, forms, days))).toEqual([
    '0 days',
    '1 day',
    '2 days',
    '1,500 days',
  ])
})

test('each place is filled with what is given for it, whatever that is', () => {
  const { titles } = managers.card.round
  const title = fill(titles.verdict, { state: 'Unclear', who: 'Jane {state} $& Doe' })
  expect(title).toBe('Unclear: Jane {state} $& Doe')
  expect(fill(titles.final, { title })).toBe('Unclear: Jane {state} $& Doe (final)')
})

test('a place without anything for it is a fault, at the latest when it is shown', () => {
  const { verdict } = managers.card.round.titles
  // @ts-expect-error: `who` is missing, so this must not compile.
  expect(() => fill(verdict, { state: 'Unclear' })).toThrow('{who}')
  // @ts-expect-error: a text with places must not be shown as it is.
  const shown: string = verdict
  expect(shown).toContain('{who}')
})
