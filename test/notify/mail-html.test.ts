import { expect, test } from 'vitest'
import { htmlText } from '../../src/notify/mail/html.ts'
import { languages } from '../../src/texts/languages.ts'

/** The style of the body of a mail in a language, which all of it inherits. */
function styleOf(language: string): string {
  const html = htmlText({ language, subject: '', parts: [{ kind: 'text', text: 'x' }] })
  return (/<body style="([^"]*)">/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"')
}

test('mails ask for fonts that draw Han characters as their language does, before the system’s', () => {
  const fonts = languages.map((language) => /font:16px\/1\.5 ([^,]+),/.exec(styleOf(language))?.[1])
  expect(Object.fromEntries(languages.map((language, i) => [language, fonts[i]]))).toEqual({
    en: 'system-ui',
    es: 'system-ui',
    pt: 'system-ui',
    fr: 'system-ui',
    de: 'system-ui',
    ja: '"Hiragino Sans"',
    ko: '"Apple SD Gothic Neo"',
    'zh-Hans': '"PingFang SC"',
  })
})

test('mails keep words of Korean whole, and break others as usual', () => {
  for (const language of languages) {
    expect(styleOf(language).includes('word-break:keep-all;')).toBe(language === 'ko')
  }
})
