/** Which language the managers of a deployment read. */
import type { Fillable, Wording } from './template.ts'

/** Languages that managers can read. */
type ManagerLanguage = 'en'

/** The one that this deployment's managers read. */
const LANGUAGE: ManagerLanguage = 'en'

const localeOf: Readonly<Record<ManagerLanguage, string>> = { en: 'en-GB' }

/** How that language writes dates, numbers and plurals. */
export const managersLocale: string = localeOf[LANGUAGE]

/**
 * The texts of that language, with places that only `fill` takes.
 *
 * In: texts by language; one that lacks a key or a place does not compile.
 */
export function chosen<Texts>(
  byLanguage: Readonly<Record<ManagerLanguage, Wording<Texts>>>,
): Fillable<Texts> {
  return byLanguage[LANGUAGE] as Fillable<Texts>
}
