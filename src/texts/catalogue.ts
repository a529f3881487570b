/** The texts of every language. */
import { de } from './de.ts'
import { en, type Texts } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import type { Language } from './languages.ts'
import { pt } from './pt.ts'
import { zhHans } from './zh-hans.ts'

/** By language; one without texts does not compile. */
export const catalogue: Readonly<Record<Language, Texts>> = {
  en,
  es,
  pt,
  fr,
  de,
  ja,
  ko,
  'zh-Hans': zhHans,
}
