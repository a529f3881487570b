import { defineCheck } from '../check.ts'
import { assistiveDeclared, controlSample } from '../rhythm/samples.ts'
import { expectedLateness } from '../usual-lateness.ts'

/** A person reacts some 290 ms later than they tap along: 250 to see and press, 40 of lead. Beyond twice the spread it is odd, ms. */
const USUAL_GAP_MS = 290
const ODD_GAP_MS = USUAL_GAP_MS + 210

/** Taps this far from what is expected are on the beat, in spreads. */
const ON_BEAT_SPREADS = 1

export default defineCheck({
  id: 'rhythm-vs-reaction',
  title: 'Tapping along against reacting',
  axis: 'control',
  group: 'loop-latency',
  why: 'Whoever knows of the delay can tap early on purpose, but cannot react before they see.',
  innocent: [
    'age, tiredness, medicine or a condition that slows reactions more than rhythm',
    'a musician, whose rhythm is better than their reactions',
    'attention on the interview instead of the exercise',
  ],
  next: 'Offer the check again, or a short live look at the desk instead.',
  source: [
    'Reaction minus tapping cancels device and link, and leaves what a person compensates on purpose: own design (read 2026-11-20); spread of reactions between people 46 ms, of taps 26: own re-analysis (computed 2026-11-20)',
  ],
  needs: ['controlCheck'],
  wants: ['declared'],
  run({ controlCheck, declared }, { usualLateness }) {
    const { reaction, asynchronyMs } = controlCheck
    if (reaction === null || declared?.remoteDesktop || declared?.assistive) {
      return { outcome: 'not-applicable' }
    }
    const { centreMs, spreadMs } = expectedLateness(controlCheck, usualLateness)
    // Late taps are the business of loop-latency; here they explain the reactions.
    if (asynchronyMs > centreMs + ON_BEAT_SPREADS * spreadMs) return { outcome: 'not-applicable' }
    const gapMs = Math.round(reaction.p20Ms - asynchronyMs)
    const statement = {
      claimed: 'the person sits at this computer',
      expected: `reactions some ${String(USUAL_GAP_MS)} ms later than taps, at most ${String(ODD_GAP_MS)}`,
      observed: `the fast fifth of reactions comes ${String(gapMs)} ms later than taps`,
      facts: { gapMs },
    }
    return gapMs <= ODD_GAP_MS
      ? { ...statement, outcome: 'consistent', level: 'usual' }
      : { ...statement, outcome: 'contradictory', level: 'compensated' }
  },
  examples: [
    {
      case: 'at the computer',
      given: { controlCheck: controlSample(22, 300) },
      expect: 'consistent',
      level: 'usual',
    },
    {
      case: 'on the beat, and half a second late to react',
      given: { controlCheck: controlSample(-10, 560) },
      expect: 'contradictory',
      level: 'compensated',
    },
    {
      case: 'late in both: nothing is compensated',
      given: { controlCheck: controlSample(232, 480) },
      expect: 'not-applicable',
    },
    {
      case: 'assistive technology, declared',
      given: { controlCheck: controlSample(-10, 560), declared: assistiveDeclared },
      expect: 'not-applicable',
    },
  ],
})
