/** What the console says by itself, apart from everything else that managers read: its script carries this alone. */
import { chosen } from './managers-language.ts'
import { desk as en } from './managers/en/desk.ts'
import type { Fillable } from './template.ts'

/** The texts. */
export const desk: Fillable<typeof en> = chosen<typeof en>({ en })
