import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escape, fromCode, label, plain, toCode, toUrl } from '../../../src/chat/discord/text.ts'
import { clean, oneLine } from '../../../src/chat/text.ts'
import { anyText } from '../slack/_any.ts'
import { meaningsIn } from './_markup.ts'

/** What Discord shows of a text without markup. */
const shown = (text: string) => text.replace(/\\([^0-9A-Za-z\s])/g, '$1')

describe('escaping', () => {
  it('shows every sign as it was typed, and gives none a meaning', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escape(clean(text))
        expect(shown(escaped)).toBe(clean(text))
        expect(meaningsIn(escaped)).toEqual([])
      }),
    )
  })

  it.each([
    ['<@123> @everyone', 2],
    ['https://evil.example/x', 1],
    ['discord.gg/abc', 1],
    ['[label](https://evil.example)', 1],
    ['**bold** _it_ ~~gone~~ ||hidden|| `code`', 1],
    ['# heading\n- item\n1. first\n> quote', 1],
  ])('would mean something: %s', (text, least) => {
    expect(meaningsIn(text).length).toBeGreaterThanOrEqual(least)
    expect(meaningsIn(escape(text))).toEqual([])
  })

  it('leaves a date, a time and a name readable', () => {
    const text = 'Mon, 23 Nov 2026, 15:00–15:45 CST, Zoë O’Neill-Smith'
    expect(escape(text)).toBe(text)
  })
})

describe('a plain text', () => {
  it('fits, is never empty, and begins as it was', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 3, max: 4000 }), (text, most) => {
        const words = plain(text, most)
        expect(words.length).toBeLessThanOrEqual(most)
        expect(words).not.toBe('')
        const start = shown(words).replace(/…$/, '')
        if (clean(text) !== '') expect(clean(text).startsWith(start)).toBe(true)
      }),
    )
  })
})

describe('code', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const one of [oneLine(text), clean(text)]) expect(fromCode(toCode(one))).toBe(one)
      }),
    )
  })

  it('is read where something stands below', () => {
    for (const text of ['one', 'a `b` c', 'two\nlines', '```\nfence\n```']) {
      expect(fromCode(`${toCode(text)}\n⚠️ Must be \`another\``)).toBe(text)
    }
    expect(fromCode('– needed\n⚠️ must be `x`')).toBe('')
  })
})

it('labels are one line and never empty', () => {
  expect(label(' a\nb ', 10)).toBe('a b')
  expect(label('', 10)).toBe('–')
  expect(label('abcdefgh', 5)).toBe('abcd…')
})

it('only web addresses are opened', () => {
  expect(toUrl('https://example.com/a b')).toBe('https://example.com/a%20b')
  for (const text of ['javascript:alert(1)', 'ftp://x', 'example.com', '']) {
    expect(toUrl(text)).toBeNull()
  }
})
