import { defineCheck } from '../check.ts'
import { isMostlyPresent } from '../presence.ts'

const echoes = [
  {
    vantage: null,
    minMs: 24,
    medianMs: 26,
    p90Ms: 31,
    jitterMs: 1,
    count: 6,
    spanMs: 50_000,
  },
]

/** Minutes as people say them: whole ones. */
function minutes(value: number): string {
  const whole = Math.round(value)
  return `${String(whole)} ${whole === 1 ? 'minute' : 'minutes'}`
}

export default defineCheck({
  id: 'session-coverage',
  title: 'How much of the interview the page was open',
  axis: 'continuity',
  group: null,
  why: 'Nothing can be said of minutes in which the page did not answer. It weighs nothing: people close tabs.',
  innocent: [
    'the tab was closed, or put to sleep by the browser or the system',
    'the interview began late or ended early',
    'the connection broke, or the call ran on another device',
  ],
  next: 'Ask them to leave the tab open next time, or look at who was in the call.',
  source: ['Half of the window’s minutes: product rule, no published rate (read 2026-11-25)'],
  needs: ['echoes'],
  run(_given, { presence }) {
    // Before the window is over the rest of it may still be seen.
    if (presence === undefined) return { outcome: 'not-applicable' }
    const { windowMin, observedMin } = presence
    const isCovered = isMostlyPresent(presence)
    return {
      outcome: isCovered ? 'consistent' : 'contradictory',
      level: isCovered ? 'half-or-more' : 'less-than-half',
      claimed: `an interview of ${minutes(windowMin)}`,
      expected: 'the page open for half of it or more',
      observed: `the page answered during ${minutes(observedMin)}`,
      facts: { windowMin: Math.round(windowMin), observedMin: Math.round(observedMin) },
    }
  },
  examples: [
    {
      case: 'the tab stayed open',
      given: { echoes },
      presence: { windowMin: 45, observedMin: 38 },
      expect: 'consistent',
      level: 'half-or-more',
    },
    {
      case: 'exactly half of the window',
      given: { echoes },
      presence: { windowMin: 45, observedMin: 22.5 },
      expect: 'consistent',
      level: 'half-or-more',
    },
    {
      case: 'the tab was closed after Join',
      given: { echoes },
      presence: { windowMin: 45, observedMin: 4 },
      expect: 'contradictory',
      level: 'less-than-half',
    },
    {
      case: 'the interview goes on',
      given: { echoes },
      expect: 'not-applicable',
    },
  ],
})
