import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/app-error.ts'
import { catalogue } from '../../src/texts/catalogue.ts'
import { languages } from '../../src/texts/languages.ts'
import { toFailure } from '../../src/web/errors.ts'
import { failureWords } from '../../src/web/language.ts'

const over = new AppError('illegal-transition', 'A session that is over cannot join.')
const moved = new AppError('illegal-transition', 'x', { reason: 'session-over' })
const code = new AppError('link-unavailable', 'x', { reason: 'code-unavailable' })
const often = new AppError('too-many-requests', 'x', { reason: 'exercise-often' })

describe.each(languages)('in %s', (language) => {
  const { pages, exercise } = catalogue[language].errors
  const words = (error: unknown) => failureWords(toFailure(error), language)

  test('a failure says what exactly where that is known, and its kind where it is not', () => {
    expect(words(moved)).toEqual(pages['session-over'])
    expect(words(code)).toEqual(pages['code-unavailable'])
    expect(words(often)).toMatchObject({ text: exercise['exercise-often'] })
    expect(words(over)).toEqual(pages['illegal-transition'])
    expect(words({ statusCode: 413 })).toEqual(pages['too-large'])
    expect(words({ statusCode: 415, message: 'Unsupported Media Type: text/x' })).toEqual(
      pages['bad-input'],
    )
    expect(words(new TypeError('reading of undefined'))).toEqual(pages.internal)
  })

  test('no two pages say the same', () => {
    const titles = Object.values(pages).map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })
})
