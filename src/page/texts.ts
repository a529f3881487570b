/** The texts that a document is drawn with; its components find them here. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { catalogue } from '../texts/catalogue.ts'
import type { Texts } from '../texts/en.ts'
import { localeOf, type Language } from '../texts/languages.ts'
import { counted, type Plural } from '../texts/plural.ts'

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
