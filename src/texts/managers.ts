/**
 * Everything that managers read, in the one language of a deployment: cards, commands, chats, console and report.
 *
 * A further language is a folder beside `managers/en/` and a line here; the compiler lists every key and every place that it lacks.
 * Nothing of what candidates read is imported here, so that the console's script does not carry their languages.
 */
import { call } from './managers/en/call.ts'
import { card } from './managers/en/card.ts'
import { chat } from './managers/en/chat.ts'
import { commands } from './managers/en/commands.ts'
import { desk } from './managers/en/desk.ts'
import { pictures } from './managers/en/pictures.ts'
import { report } from './managers/en/report.ts'
import { words } from './managers/en/words.ts'
import type { Fillable, Wording } from './template.ts'

/** Languages that managers can read. */
type ManagerLanguage = 'en'

const en = { words, card, call, commands, chat, desk, report, pictures }

/** The one that this deployment's managers read. */
const LANGUAGE: ManagerLanguage = 'en'

const localeOf: Readonly<Record<ManagerLanguage, string>> = { en: 'en-GB' }

/** By language; one that lacks a key or a place does not compile. */
const catalogue: Readonly<Record<ManagerLanguage, Wording<typeof en>>> = { en }

/** How that language writes dates, numbers and plurals. */
export const managersLocale: string = localeOf[LANGUAGE]

/** The texts. */
export const managers: Fillable<typeof en> = fillable<typeof en>(catalogue[LANGUAGE])

/** The same texts, with places that only `fill` takes. */
function fillable<Texts>(texts: Wording<Texts>): Fillable<Texts> {
  return texts as Fillable<Texts>
}
