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
import { desk as deskEn } from './managers/en/desk.ts'
import { pictures } from './managers/en/pictures.ts'
import { report } from './managers/en/report.ts'
import { words } from './managers/en/words.ts'
import type { Fillable, Wording } from './template.ts'

/** Languages that managers can read. */
type ManagerLanguage = 'en'

const en = { words, card, call, commands, chat, desk: deskEn, report, pictures }

/** The one that this deployment's managers read. */
const LANGUAGE: ManagerLanguage = 'en'

const localeOf: Readonly<Record<ManagerLanguage, string>> = { en: 'en-GB' }

/** By language; one that lacks a key or a place does not compile. */
const catalogue: Readonly<Record<ManagerLanguage, Wording<typeof en>>> = { en }

/** How that language writes dates, numbers and plurals. */
export const managersLocale: string = localeOf[LANGUAGE]

/** The texts. */
export const managers: Fillable<typeof en> = /* @__PURE__ */ chosen<typeof en>(catalogue)

/** What the console says by itself: its script takes this part and leaves all others out. */
export const desk: Fillable<typeof deskEn> = /* @__PURE__ */ chosen<typeof deskEn>({ en: deskEn })

/** The texts of the one language, with places that only `fill` takes. */
function chosen<Texts>(
  byLanguage: Readonly<Record<ManagerLanguage, Wording<Texts>>>,
): Fillable<Texts> {
  return byLanguage[LANGUAGE] as Fillable<Texts>
}
