/** Weights of the axis `record`: do the facts of the application hold together? */
import type { CheckPolicy } from '../policy.ts'
import { judged, nothing } from './judged.ts'

/** By check. */
export const recordWeights: Readonly<Record<string, CheckPolicy>> = {
  phone: {
    levels: {
      'other-country': judged(0.1, 'no measured rate; people who move keep their number'),
      'not-in-plan': judged(0.2, 'no measured rate; a mistyped digit is the usual reason'),
      service: judged(0.2, 'no measured rate; agencies and small firms have such numbers'),
      'same-country': nothing('a number can be rented, so it never speaks for a candidate'),
    },
  },
}
