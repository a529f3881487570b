/** Pages in every language: whole, and as that language. */
import { describe, expect, test } from 'vitest'
import * as pages from '../../src/page/server.tsx'
import { catalogue } from '../../src/texts/catalogue.ts'
import { languages, localeOf, type Language } from '../../src/texts/languages.ts'
import { counted } from '../../src/texts/plural.ts'
import { everyReading } from '../texts/_readings.ts'
import { noticeView, recordedView, sessionView } from './views.ts'

const move = { code: 'K7QX-4M2P', url: 'https://check.example.com/m', asked: 'Firefox' }
const control = { progress: 'offered', remoteDesktop: false, assistive: false } as const

function every(language: Language): Record<string, string> {
  const notice = { ...noticeView, controlCheck: true, simulated: true }
  return {
    notice: pages.renderNotice(notice, language),
    session: pages.renderSession({ ...sessionView, control }, language),
    move: pages.renderSession({ ...sessionView, move, requested: true }, language),
    recorded: pages.renderRecorded({ ...recordedView, signals: everyReading }, language),
    'move entry': pages.renderMoveEntry({ code: null, error: null, nonce: 'n' }, language),
    'move waiting': pages.renderMoveWaiting(language),
    unavailable: pages.renderUnavailable({ nonce: 'n', contact: 'a@example.com' }, language),
  }
}

/** What people read of a document: no tags, no data for scripts. */
function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

/** Words that any English sentence of ours has, and that are no word of another language here. */
const ENGLISH = /\b(the|you|your|this|which|with|that|does|have)\b/i

describe.each(languages)('in %s', (language) => {
  test.each(Object.entries(every(language)))('%s is of that language alone', (_name, html) => {
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}" dir="ltr">`))
    const words = wordsOf(html)
    expect(words).not.toMatch(/\{\w+\}|undefined/)
    if (language === 'en') expect(words).toMatch(ENGLISH)
    else expect(words).not.toMatch(ENGLISH)
  })

  test('full-width marks are followed by no space, others by one', () => {
    const lead = pages.renderRecorded(recordedView, language).replace(/<[^>]*>/g, '')
    const { readings, findings } = catalogue[language].recorded
    const [first, second] = [readings, findings].map((forms, i) =>
      counted(
        localeOf(language),
        forms,
        [recordedView.retentionDays, recordedView.caseDays][i] ?? 0,
      ),
    )
    const between = language === 'ja' || language === 'zh-Hans' ? '' : ' '
    expect(lead).toContain(`${String(first)}${between}${String(second)}`)
  })

  test('scripts get the texts of that language, and no others', () => {
    const html = pages.renderSession({ ...sessionView, control }, language)
    const given = [...html.matchAll(/data-texts="([^"]*)"/g)].map(
      ([, text = '']) =>
        JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as unknown,
    )
    expect(given).toEqual([catalogue[language].live, catalogue[language].exercise])
  })
})

/** Every text of readings in a language, places cut out: what is left of "least {time} of {count}" is "least" and "of". */
function readingTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\{\w+\}/).map((piece) => piece.trim())
  return Object.values(value as object).flatMap(readingTexts)
}

/** Long enough to be no part of another word. */
const TELLING = 6

describe.each(languages.filter((language) => language !== 'en'))(
  'what was recorded, in %s',
  (language) => {
    const html = pages.renderRecorded({ ...recordedView, signals: everyReading }, language)
    const words = wordsOf(html)

    test('has its names in it', () => {
      const titles = Object.values(catalogue[language].readings.titles).map(wordsOf)
      expect(titles.filter((title) => !words.includes(title))).toEqual([])
    })

    test('says nothing of a reading in English', () => {
      const own = readingTexts(catalogue[language].readings).join('\n')
      const english = readingTexts(catalogue.en.readings).filter(
        (text) => text.length >= TELLING && !own.includes(text),
      )
      expect(english.length).toBeGreaterThan(100)
      expect(english.filter((text) => words.includes(text))).toEqual([])
      expect(html).not.toMatch(/lang="en"/)
    })
  },
)
