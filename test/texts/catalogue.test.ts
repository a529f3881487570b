/** Every language says what English says, with the same places for names; that none is missing the compiler holds. */
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/texts/catalogue.ts'
import { piecesOf } from '../../src/texts/fill.ts'
import { languages } from '../../src/texts/languages.ts'

/** Every text by its path: "notice.lead". Forms of a plural are one text by one path each. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) throw new Error(`no text at ${path}`)
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
}

const placesOf = (text: string) => piecesOf(text).filter((_, at) => at % 2 === 1)
const english = new Map(textsOf(catalogue.en))
const others = languages.filter((language) => language !== 'en')

/** What is the same in several languages, or only said where texts are not English. */
const MAY_BE_SAME = new Set([
  '.frame.fullStop',
  '.frame.between',
  '.notice.interview',
  '.progress.steps.address',
  '.control.states.offered',
  '.readings.comma',
  '.readings.semicolon',
  '.readings.no',
  '.readings.korea',
])

describe.each(others)('%s', (language) => {
  const texts = textsOf(catalogue[language])

  test('has a text for each, and each is another one', () => {
    const same = texts.filter(([path, text]) => english.get(path) === text)
    expect(same.filter(([path]) => !MAY_BE_SAME.has(path))).toEqual([])
    expect(texts.filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual([
      '.frame.between',
      '.control.states.offered',
    ])
  })

  test('has the places of the English text in each', () => {
    for (const [path, text] of texts) {
      // A form that English does not have has the places of its other form.
      const source = english.get(path) ?? english.get(path.replace(/\.\w+$/, '.other'))
      expect(source, path).toBeDefined()
      expect(placesOf(text).sort(), path).toEqual(placesOf(source ?? '').sort())
    }
  })

  test('has as many lines as English where there are several', () => {
    expect(catalogue[language].notRead).toHaveLength(catalogue.en.notRead.length)
    const { reasons } = catalogue[language].unavailable
    expect(reasons).toHaveLength(catalogue.en.unavailable.reasons.length)
  })

  test('names the buttons in its sentences as they are called', () => {
    const { buttons, notice, move, mail, messages, errors, readings } = catalogue[language]
    expect(notice.before).toContain(buttons.continue)
    expect(mail.read).toContain(buttons.continue)
    expect(move.badCode).toContain(buttons.anotherDevice)
    expect(move.refused).toContain(buttons.anotherDevice)
    expect(messages.cookiesWays).toContain(buttons.anotherWay)
    expect(messages.cookiesWays).toContain(buttons.join)
    expect(errors.pages['session-missing'].text).toContain(buttons.continue)
    expect(errors.pages['session-missing'].text).toContain(buttons.anotherDevice)
    expect(errors.pages['code-unavailable'].text).toContain(buttons.anotherDevice)
    expect(readings.titles.secondBrowser).toContain(buttons.continue)
    expect(readings.titles.joined).toContain(buttons.join)
  })

  test('has every plural form that its numbers take', () => {
    const needed = new Set([1, 2, 30, 365].map((n) => new Intl.PluralRules(language).select(n)))
    const { notice, recorded, readings } = catalogue[language]
    const { processors, touchPoints, taps, movements, presses } = readings
    for (const forms of [
      ...[notice.readings, notice.findings, recorded.readings, recorded.earlier],
      ...[processors, touchPoints, taps, movements, presses],
    ]) {
      for (const form of needed) expect(Object.keys(forms)).toContain(form)
    }
  })
})

test('buttons have the English names that others rely on', () => {
  expect(Object.values(catalogue.en.buttons)).toEqual([
    'Continue',
    'Join the interview',
    'Use another device',
    'I need another way',
    'Start the check',
    'Skip',
  ])
})
