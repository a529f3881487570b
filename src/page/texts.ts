/** The texts that a document is drawn with; its components find them here. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { catalogue } from '../texts/catalogue.ts'
import type { Signal } from '../core/signals.ts'
import type { Texts } from '../texts/en.ts'
import { localeOf, type Language } from '../texts/languages.ts'
import { counted, type Plural } from '../texts/plural.ts'
import { zoneNameIn } from '../texts/reading-format.ts'
import { readingWords } from '../texts/reading-words.ts'
import { nearMomentIn } from '../texts/when.ts'

/** The language of the document. */
export const LanguageContext = createContext<Language>('en')

/** The texts of the document's language. */
export function useTexts(): Texts {
  return catalogue[useContext(LanguageContext)]
}

/** Writes a text that goes with a number. */
export function useCounted(): (forms: Plural, count: number) => string {
  const locale = localeOf(useContext(LanguageContext))
  return (forms, count) => counted(locale, forms, count)
}

/** Writes readings, and when they were taken. */
export function useReading(): {
  value: (signal: Signal) => string
  /** In: epoch ms, IANA zone, and a moment of the day that needs no date. */
  at: (atMs: number, zone: string, today: number) => string
  zone: (zone: string) => string
} {
  const language = useContext(LanguageContext)
  const locale = localeOf(language)
  return {
    value: (signal) => readingWords(signal, language),
    at: (atMs, zone, today) => nearMomentIn(locale, atMs, zone, today),
    zone: (zone) => zoneNameIn(locale, zone),
  }
}
