/** Words in pictures: drawn by the font, as wide as said, cut where they do not fit. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawable, fitText, textWidth, wrapText } from '../../src/pictures/text.ts'
import { emOf, isInFont } from './_font.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0x2fff }).map((code) => String.fromCodePoint(code)),
  }),
)

describe('a name', () => {
  test.each([
    'Austin',
    'São Paulo',
    'Łódź',
    'Reykjavík',
    'Москва',
    'Αθήνα',
    'Kraków',
    'Đà Nẵng',
    'القاهرة',
  ])('that the font has stays as it is: %s', (name) => expect(drawable(name)).toBe(name))

  test.each([
    ['東京', ''],
    ['서울', ''],
    ['東京 Tokyo', 'Tokyo'],
    ['Ｔｏｋｙｏ', 'Tokyo'],
    ['\u202EniklawgnE', 'niklawgnE'],
    ['👩🏽‍💻 Zoë', 'Zoë'],
    ['---', ''],
  ])('%s becomes “%s”', (name, shown) => expect(drawable(name)).toBe(shown))

  test('of any characters: only what the font has is left', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        for (const character of drawable(name)) {
          expect(isInFont(character.codePointAt(0) ?? 0), character).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a width', () => {
  test.each([
    'Austin, Texas',
    'at most 3,640 km from our server',
    'Places of IP addresses are estimates.',
    'MMMMMMMMiiiiiiii',
    'São Tomé and Príncipe',
  ])('is that of the font, or hardly more: %s', (text) => {
    const said = textWidth(text, 100)
    const real = emOf(text.normalize('NFC')) * 100
    expect(said).toBeGreaterThanOrEqual(real - 0.01)
    expect(said).toBeLessThan(real * 1.05)
  })

  test.each(['Łódź', 'Москва', 'Щука Ёж', 'Đà Nẵng', 'القاهرة'])(
    'is never too small: %s',
    (text) => {
      expect(textWidth(text, 100)).toBeGreaterThanOrEqual(emOf(text.normalize('NFC')) * 100 - 0.01)
    },
  )
})

describe('a text that does not fit', () => {
  test('is cut with an ellipsis, and then fits', () => {
    expect(fitText('Llanfairpwllgwyngyll', 12, 80)).toMatch(/^Llanfair\w*…$/)
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 300 }), (text, width) => {
        expect(textWidth(fitText(text, 12, width), 12)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('is broken at words, of which none is lost', () => {
    const text = 'Places of IP addresses are estimates, and no more than that.'
    const lines = wrapText(text, 12, 120)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join(' ')).toBe(text)
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(120)
  })
})
