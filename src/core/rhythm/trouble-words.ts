/** Why an exercise could not be used, in words for the manager. */
import type { Void } from './quality.ts'

/** Why nothing came of an exercise: it said nothing, or what came cannot be of it. None weighs anything. */
export type ControlTrouble = Void | 'refused'

/** For people: how "the tapping exercise could not be used" goes on. */
export const troubleWords: Readonly<Record<ControlTrouble, string>> = {
  hidden: 'the page was hidden during it',
  'coarse-clock':
    'the browser tells times only roughly, as browsers do that protect against fingerprinting',
  'slow-frames': 'the screen was drawn too slowly',
  'too-few-taps': 'there were too few taps',
  'not-steady': 'the taps were not steady enough',
  'tempi-disagree': 'the taps at different tempi do not fit together',
  refused: 'what came of it does not fit the exercise that was sent',
}
