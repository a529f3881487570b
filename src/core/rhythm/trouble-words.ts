/** Why an exercise could not be used, in words for the manager. */
import { managers } from '../../texts/managers.ts'
import type { Void } from './quality.ts'

/** Why nothing came of an exercise: it said nothing, or what came cannot be of it. None weighs anything. */
export type ControlTrouble = Void | 'refused'

/** For people: how "the tapping exercise could not be used" goes on. */
export const troubleWords: Readonly<Record<ControlTrouble, string>> = managers.words.troubles
