import { defineCheck } from '../check.ts'
import { skewWords } from '../clock-words.ts'

/** A clock that a network keeps is not further off, ms: companies sign nobody in whose clock is. */
const KEPT_MS = 5 * 60_000

export default defineCheck({
  id: 'clock-skew',
  title: 'Clock of the device against ours',
  axis: 'control',
  group: 'clock-skew',
  why: 'Almost every device keeps its clock by the network. A virtual machine that was paused, or a machine that nobody looks at, runs behind; and some set the clock by hand instead of the zone.',
  innocent: [
    'a clock set by hand, or a few minutes early on purpose',
    'a device that woke up a moment ago, or whose battery for the clock is empty',
    'a network that keeps the device from the time of the network',
  ],
  next: 'Nothing needs to be done. It explains odd times elsewhere.',
  source: [
    'Sign-in by Kerberos, as in networks of companies, allows 300 s by default: Oracle, Synchronizing Clocks Between KDCs and Kerberos Clients (read 2026-11-25)',
    'How many honest clocks are further off, and how many others, is not known (read 2026-11-25)',
  ],
  needs: ['clockSkewMs'],
  run({ clockSkewMs }) {
    const statement = {
      claimed: 'a device that somebody uses',
      expected: 'a clock within five minutes of ours',
      observed: skewWords(clockSkewMs),
      facts: { skewS: Math.round(clockSkewMs / 1000) },
    }
    return Math.abs(clockSkewMs) > KEPT_MS
      ? { ...statement, outcome: 'contradictory', level: 'off' }
      : { ...statement, outcome: 'consistent', level: 'kept' }
  },
  examples: [
    {
      case: 'a clock kept by the network',
      given: { clockSkewMs: 240 },
      expect: 'consistent',
      level: 'kept',
    },
    {
      case: 'a clock four minutes early, so as not to be late',
      given: { clockSkewMs: 240_000 },
      expect: 'consistent',
      level: 'kept',
    },
    {
      case: 'a virtual machine that was paused overnight',
      given: { clockSkewMs: -30_600_000 },
      expect: 'contradictory',
      level: 'off',
    },
    {
      case: 'a clock set by hand to the time of another zone',
      given: { clockSkewMs: 7_200_000 },
      expect: 'contradictory',
      level: 'off',
    },
  ],
})
