import { defineCheck } from '../check.ts'
import { ASKED_GAP_MS, gapOf, isOnBeat, ODD_GAP_MS, USUAL_GAP_MS } from '../rhythm/disagreement.ts'
import { assistiveDeclared, controlSample, extraSample } from '../rhythm/samples.ts'
import { leadBansOf, usualStop } from '../rhythm/stop-ratio.ts'
import type { SignalValue } from '../signals.ts'
import { expectedLateness } from '../usual-lateness.ts'

/** Less than that speaks neither way, bans. */
const SHOWN_BANS = 0.1

/** Answers to jumps as facts; nothing where there were none. */
function jumpFacts({ jumps }: SignalValue<'controlExtra'>): Record<string, number> {
  if (jumps === null) return {}
  const hundredths = (value: number) => Math.round(value * 100) / 100
  return { lag1: hundredths(jumps.lag1), error1: hundredths(jumps.error1) }
}

function jumpWords({ jumps }: SignalValue<'controlExtra'>): string {
  return jumps === null
    ? ''
    : `; ${String(Math.round(100 * jumps.lag1))} % of a small jump of the beat is made good by the next tap`
}

export default defineCheck({
  id: 'rhythm-vs-reaction',
  title: 'Tapping along against reacting and stopping',
  axis: 'control',
  group: 'loop-latency',
  why: 'Whoever knows of the delay can tap early on purpose, but can neither react nor hold back a tap before they see why. Somebody who is only slow to react holds back in time.',
  innocent: [
    'age, tiredness, medicine or a condition that slows reactions more than rhythm, or both reacting and stopping',
    'a slow screen or keyboard that somebody is so used to that they tap early by habit',
    'a musician, whose rhythm is better than their reactions',
    'attention on the interview instead of the exercise',
  ],
  next: 'Offer the check again on another keyboard, or a short live look at the desk instead.',
  source: [
    'Reaction minus tapping cancels device and link, and leaves what a person compensates on purpose: own design (read 2026-11-20); spread of reactions between people 46 ms, of taps 26: own re-analysis (computed 2026-11-20)',
    'Time to stop of 28 people online 264 ms, spread 44, 0.34 of how much later they react: Eisenberg et al. 2019, CC BY 4.0 (computed 2026-11-25); it grows by 8 to 10 ms in ten years of age: Smittenaar et al. 2015, 12,496 people (read 2026-11-25)',
    'Small jumps are made good by the next tap, or by the one after where that is on its way already: weak, by a model of our own (Hove et al. 2014, Repp 2012, as quoted; read 2026-11-20)',
    'Lateness of taps and the half point of stopping add up to the time to stop with device and link, whatever somebody compensates: own design after Logan & Cowan 1984 (computed 2026-11-25)',
  ],
  needs: ['controlCheck'],
  wants: ['declared', 'controlExtra'],
  run({ controlCheck, controlExtra, declared }, { usualLateness }) {
    const gapMs = gapOf(controlCheck)
    const { reaction, asynchronyMs } = controlCheck
    if (gapMs === null || reaction === null) return { outcome: 'not-applicable' }
    if (declared?.remoteDesktop || declared?.assistive) return { outcome: 'not-applicable' }
    // Late taps are the business of loop-latency; here they explain the reactions.
    if (!isOnBeat(asynchronyMs, expectedLateness(controlCheck, usualLateness))) {
      return { outcome: 'not-applicable' }
    }
    const claimed = 'the person sits at this computer'
    const late = `the fast fifth of reactions comes ${String(gapMs)} ms later than taps`
    if (controlExtra === undefined || gapMs <= ASKED_GAP_MS) {
      const statement = {
        claimed,
        expected: `reactions some ${String(USUAL_GAP_MS)} ms later than taps, at most ${String(ODD_GAP_MS)}`,
        observed: late,
        facts: { gapMs },
      }
      return gapMs <= ODD_GAP_MS
        ? { ...statement, outcome: 'consistent', level: 'usual' }
        : { ...statement, outcome: 'contradictory', level: 'compensated' }
    }
    const facts = {
      gapMs,
      reactionMs: Math.round(reaction.medianMs),
      stopMs: Math.round(controlExtra.asynchronyMs + controlExtra.ssd50Ms),
      errorMs: Math.round(controlExtra.errorMs),
      ...jumpFacts(controlExtra),
    }
    const statement = {
      claimed,
      expected: `a tap held back ${String(Math.round(usualStop(facts.reactionMs)))} ms after its reason is shown, as by people at their computers who react so late`,
      observed: `${late}; half of the taps are held back ${String(facts.stopMs)} ms after (give or take ${String(facts.errorMs)}), by ${String(controlExtra.trials)} beats that vanished${jumpWords(controlExtra)}`,
      facts,
    }
    return leadBansOf(facts) >= SHOWN_BANS
      ? { ...statement, outcome: 'contradictory', level: 'stops-late' }
      : { ...statement, outcome: 'consistent', level: 'stops-in-time' }
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
      case: 'the same, but taps are held back as soon as by others: simply slow to react',
      given: { controlCheck: controlSample(-10, 560), controlExtra: extraSample(0, 290) },
      expect: 'consistent',
      level: 'stops-in-time',
    },
    {
      case: 'the same, and taps are held back late as well',
      given: { controlCheck: controlSample(-10, 560), controlExtra: extraSample(-15, 500) },
      expect: 'contradictory',
      level: 'stops-late',
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
