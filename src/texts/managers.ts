/**
 * Everything that managers read, in the one language of a deployment: cards, commands, chats, console and report.
 *
 * A further language is a folder beside `managers/en/`, with a `Wording` of each file there, and a line here; the compiler names the keys
 * and the places that it lacks.
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
import { chosen } from './managers-language.ts'
import type { Fillable } from './template.ts'

const en = { words, card, call, commands, chat, desk, report, pictures }

/** The texts. */
export const managers: Fillable<typeof en> = chosen<typeof en>({ en })
