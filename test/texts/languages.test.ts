import { describe, expect, test } from 'vitest'
import { chooseLanguage } from '../../src/texts/languages.ts'
import { counted, plural } from '../../src/texts/plural.ts'
import { fill } from '../../src/texts/fill.ts'
import { momentIn, windowIn } from '../../src/texts/when.ts'

describe('the language of a page', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['pt-BR', 'pt'],
    ['FR-ca', 'fr'],
    ['nl,ja;q=0.7,es;q=0.9', 'es'],
    ['es;q=0,ko', 'ko'],
    ['zh-CN,zh;q=0.9', 'zh-Hans'],
    ['zh-Hans-SG', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    // Traditional characters are others: the next wish.
    ['zh-TW,ja;q=0.5', 'ja'],
    ['zh-Hant-HK', 'en'],
    ['xx,*', 'en'],
    ['de;q=x, fr', 'fr'],
    [';;;,,,q=1,\u0000', 'en'],
    [`${'a,'.repeat(10_000)}de`, 'en'],
  ])('%j gives %s', (header, language) => {
    expect(chooseLanguage(header)).toBe(language)
  })
})

describe('numbers', () => {
  const days = plural({ one: '{count} day', other: '{count} days' })
  test.each([
    ['en-GB', 1, '1 day'],
    ['en-GB', 1461, '1,461 days'],
    ['de', 1461, '1.461 days'],
    ['fr', 0, '0 day'],
    ['ja', 1, '1 days'],
  ])('in %s, %s takes its form', (locale, count, text) => {
    expect(counted(locale, days, count)).toBe(text)
  })
})

test('a place that nothing is given for is a fault, not a gap', () => {
  expect(fill('{a} and {b}', { a: 'x', b: '{a}' })).toBe('x and {a}')
  expect(() => fill('{a} and {b}', { a: 'x' })).toThrow('{b}')
})

describe('times', () => {
  const startAt = Date.parse('2026-11-23T21:00:00Z')
  const window = { startAt, endAt: startAt + 2_700_000 }

  test('name the zone, and the other zone where its clocks differ', () => {
    expect(windowIn('en-GB', window, 'America/Chicago', 'Europe/Berlin')).toBe(
      'Mon, 23 Nov 2026, 15:00–15:45 CST (America/Chicago), 22:00 GMT+1 (Europe/Berlin)',
    )
    expect(windowIn('en-GB', window, 'Europe/Berlin', 'Europe/Paris')).toBe(
      'Mon, 23 Nov 2026, 22:00–22:45 GMT+1 (Europe/Berlin)',
    )
  })

  test('over midnight name both days', () => {
    const late = { startAt, endAt: startAt + 10 * 3_600_000 }
    expect(windowIn('en-GB', late, 'America/Chicago', 'America/Chicago')).toContain(
      'Mon, 23 Nov 2026, 15:00–Tue, 24 Nov 2026, 01:00',
    )
  })

  test.each([
    ['de', 'Mo., 23. Nov. 2026'],
    ['ja', '2026年11月23日'],
    ['ko', '2026년 11월 23일'],
    ['zh-Hans', '2026年11月23日'],
    ['es', '23 nov 2026'],
  ])('in %s are written as there', (locale, date) => {
    expect(momentIn(locale, startAt, 'UTC')).toContain(date)
    expect(momentIn(locale, startAt, 'UTC')).toContain('21:00')
  })
})
