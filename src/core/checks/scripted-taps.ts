import { defineCheck } from '../check.ts'
import { assistiveDeclared, controlSample } from '../rhythm/samples.ts'

/** Steadier than 1 in 1,000 runs of practised tappers, ms. */
const STEADIEST_MS = 6

/** The first tap of a person is a reaction to the first beat; one that comes sooner was not, ms. */
const SOONEST_START_MS = 80

export default defineCheck({
  id: 'scripted-taps',
  title: 'Taps steadier than a hand',
  axis: 'control',
  group: 'input',
  why: 'A program that taps in somebody’s place knows the beat before it is shown, and does not scatter.',
  innocent: [
    'a switch or other aid that repeats presses by itself',
    'a very practised musician on a very fast keyboard',
  ],
  next: 'Ask what they tapped with, and offer the check again with another key.',
  source: [
    'Spread within a run: median 18.3 ms, 1 in 1,000 below 5.9, of 4,895 trials by 74 trained people; first taps 117 to 228 ms late: own re-analysis of SMDynamicsLab/Context2024 (computed 2026-11-20). A good program can imitate all of it',
  ],
  needs: ['controlCheck'],
  wants: ['declared'],
  run({ controlCheck: { tempi, startUpMs, evennessMs }, declared }) {
    if (declared?.assistive) return { outcome: 'not-applicable' }
    const spreadMs = Math.min(evennessMs, ...tempi.map((tempo) => tempo.spreadMs))
    const statement = {
      claimed: 'a person taps',
      expected: `taps that scatter by ${String(STEADIEST_MS)} ms or more, and a first one ${String(SOONEST_START_MS)} ms or more after the first beat`,
      observed: `taps scatter by ${spreadMs.toFixed(1)} ms; the first comes ${startUpMs === null ? 'at no known time' : `${String(Math.round(startUpMs))} ms after the beat`}`,
      facts: { spreadMs: Math.round(spreadMs * 10) / 10 },
    }
    if (spreadMs >= STEADIEST_MS) return { ...statement, outcome: 'consistent', level: 'by-hand' }
    const foresaw = startUpMs !== null && startUpMs < SOONEST_START_MS
    return {
      ...statement,
      outcome: 'contradictory',
      level: foresaw ? 'too-even-from-the-start' : 'too-even',
    }
  },
  examples: [
    {
      case: 'a hand',
      given: { controlCheck: controlSample(22, 260) },
      expect: 'consistent',
      level: 'by-hand',
    },
    {
      case: 'a program that knows the beat',
      given: { controlCheck: controlSample(2, null, { evennessMs: 1.5, startUpMs: 1 }) },
      expect: 'contradictory',
      level: 'too-even-from-the-start',
    },
    {
      case: 'steady beyond belief, after an ordinary start',
      given: { controlCheck: controlSample(2, 240, { evennessMs: 4 }) },
      expect: 'contradictory',
      level: 'too-even',
    },
    {
      case: 'a switch that repeats by itself, declared',
      given: {
        controlCheck: controlSample(2, null, { evennessMs: 1.5, startUpMs: 1 }),
        declared: assistiveDeclared,
      },
      expect: 'not-applicable',
    },
  ],
})
