import { defineCheck } from '../check.ts'
import { assistiveDeclared, controlSample } from '../rhythm/samples.ts'

/** Nobody sees and presses sooner, with a browser’s own delay, ms. */
const SOONEST_MS = 150 + 35

/** A link up to this is within one country, ms. */
const NEAR_MS = 75

/** From here on a fast fifth is no sign of a near computer, ms. */
const SLOW_MS = 450

export default defineCheck({
  id: 'reaction-floor',
  title: 'Fastest reactions against what a remote link allows',
  axis: 'control',
  group: 'loop-latency',
  why: 'A reaction includes the whole way there and back, so a fast one leaves no room for a long link.',
  innocent: [
    'age, tiredness, medicine or a condition that slows reactions',
    'a busy or old computer',
    'attention on the interview instead of the exercise',
  ],
  next: 'Nothing: slow reactions alone mean nothing.',
  source: [
    'Fastest visual reactions near 150 ms, a browser’s own delay 35 ms and more: own re-analysis of 1,324 first taps (median 163, fifth percentile 117 ms to a tone) and Semmelmann & Weigelt 2017 (read 2026-11-20)',
    'Waits that cannot be foreseen and a fifth of catches keep guesses out: own design (read 2026-11-25)',
  ],
  needs: ['controlCheck'],
  wants: ['declared'],
  run({ controlCheck: { reaction }, declared }) {
    if (reaction === null || declared?.remoteDesktop || declared?.assistive) {
      return { outcome: 'not-applicable' }
    }
    // Somebody who presses at nothing is guessing, and guesses are fast.
    if (reaction.falseStarts > reaction.count / 4) return { outcome: 'not-applicable' }
    const linkMs = Math.max(0, Math.round(reaction.p20Ms - SOONEST_MS))
    const statement = {
      claimed: 'the person sits at this computer',
      expected: `a fast fifth of reactions within ${String(SOONEST_MS + NEAR_MS)} ms where the computer is near`,
      observed: `a fast fifth within ${String(Math.round(reaction.p20Ms))} ms of ${String(reaction.count)}: no link longer than ${String(linkMs)} ms`,
      facts: { p20Ms: Math.round(reaction.p20Ms), linkMs },
    }
    if (linkMs <= NEAR_MS) return { ...statement, outcome: 'consistent', level: 'fast' }
    if (reaction.p20Ms < SLOW_MS) return { ...statement, outcome: 'consistent', level: 'usual' }
    return { ...statement, outcome: 'contradictory', level: 'slow' }
  },
  examples: [
    {
      case: 'quick hands at the computer',
      given: { controlCheck: controlSample(22, 250) },
      expect: 'consistent',
      level: 'fast',
    },
    {
      case: 'a calm person',
      given: { controlCheck: controlSample(30, 380) },
      expect: 'consistent',
      level: 'usual',
    },
    {
      case: 'slow, for whatever reason',
      given: { controlCheck: controlSample(60, 520) },
      expect: 'contradictory',
      level: 'slow',
    },
    {
      case: 'guesses instead of reactions',
      given: {
        controlCheck: controlSample(22, 250, {
          reaction: { count: 8, medianMs: 250, p20Ms: 180, falseStarts: 4 },
        }),
      },
      expect: 'not-applicable',
    },
    {
      case: 'assistive technology, declared',
      given: { controlCheck: controlSample(60, 620), declared: assistiveDeclared },
      expect: 'not-applicable',
    },
  ],
})
