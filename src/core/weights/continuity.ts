/** Weights of the axis `continuity`: is it the same computer and person throughout? */
import type { CheckPolicy } from '../policy.ts'
import { judged, nothing } from './judged.ts'

/** By check. */
export const continuityWeights: Readonly<Record<string, CheckPolicy>> = {
  'session-coverage': {
    levels: {
      'less-than-half': nothing('people close tabs: it only keeps “consistent” away'),
      'half-or-more': nothing('it counts for coverage only'),
    },
  },
  'second-browser': {
    levels: {
      'other-network': judged(0.4, 'no measured rate; at the cap for judgement'),
      'same-network': nothing('says nothing about who sits there'),
    },
  },
}
