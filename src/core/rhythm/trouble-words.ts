/** Why an exercise could not be used, in words: for the manager, and for the person who did it. */
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

/** For the candidate: what can be done about it. */
export const troubleAdvice: Readonly<Record<ControlTrouble, string>> = {
  hidden: 'Leave this tab in front for the whole of it.',
  'coarse-clock': 'Another browser may work; so may leaving it out.',
  'slow-frames': 'Closing other programs may help, or plugging in the charger.',
  'too-few-taps': 'Tap once for every beat that you see.',
  'not-steady': 'Tap along with the beat, as with music, rather than after it.',
  'tempi-disagree': 'Once more it takes one part more, and then it usually works.',
  refused: 'Something may have come between; it can be done again.',
}
