/** What the control axis rests on, and what is said where it rests on nothing. */
import { describe, expect, test } from 'vitest'
import { assess, type AssessInput } from '../../src/core/assess.ts'
import { checks } from '../../src/core/checks/index.ts'
import { NOTHING_DECLARED, type Declared } from '../../src/core/claim.ts'
import { controlSample } from '../../src/core/rhythm/samples.ts'
import type { Signal } from '../../src/core/signals.ts'
import { policy } from '../../src/core/weights.ts'

const startAt = Date.UTC(2026, 10, 23, 21)
const taken: Signal = {
  name: 'controlCheck',
  at: startAt,
  source: 'server',
  value: controlSample(22, 260),
}
const absent = (why: 'skipped' | 'refused' | 'out-of-range'): Signal => ({
  name: 'controlCheck',
  at: startAt,
  source: 'server',
  why,
})
const declared = (what: Partial<Declared>): Signal => ({
  name: 'declared',
  at: startAt,
  source: 'human',
  value: { ...NOTHING_DECLARED, ...what },
})

/** The control axis of a round with these signals. */
function control(signals: readonly Signal[], part: Partial<AssessInput> = {}) {
  const input = { signals, startAt, asked: ['place', 'control'] as const, ...part }
  return assess(input, checks, policy).verdict.axes.control
}

test('two tempi on the beat are enough', () => {
  expect(control([taken])).toMatchObject({
    state: 'consistent',
    coverage: { met: true, missing: [] },
  })
})

describe.each<[string, readonly Signal[], Partial<AssessInput>, string]>([
  ['not asked for', [], { asked: ['place'] }, 'the tapping exercise was not asked for'],
  ['asked for, not taken', [], {}, 'the tapping exercise was not taken'],
  [
    'skipped',
    [absent('skipped')],
    {},
    'the tapping exercise was skipped; that is no sign against anyone',
  ],
  [
    'skipped after one that could not be used',
    [absent('skipped')],
    { controlTrouble: 'hidden' },
    'the tapping exercise was skipped; that is no sign against anyone',
  ],
  [
    'another way',
    [absent('refused')],
    {},
    'another way was asked for instead of the tapping exercise; that is no sign against anyone',
  ],
  [
    'a hidden tab',
    [absent('out-of-range')],
    { controlTrouble: 'hidden' },
    'the tapping exercise could not be used: the page was hidden during it',
  ],
  [
    'a coarse clock',
    [absent('out-of-range')],
    { controlTrouble: 'coarse-clock' },
    'the tapping exercise could not be used: the browser tells times only roughly, as browsers do that protect against fingerprinting',
  ],
  [
    'a remote desktop, declared',
    [taken, declared({ remoteDesktop: true })],
    {},
    'a remote desktop was declared, so no tapping exercise is scored',
  ],
])('%s', (_who, signals, part, line) => {
  test('stays unclear, weighs nothing, and is said plainly', () => {
    expect(control(signals, part)).toMatchObject({
      state: 'unclear',
      bans: 0,
      coverage: { met: false, missing: [line] },
    })
  })
})

test('assistive technology reads as if it had been skipped, whatever was tapped', () => {
  const skipped = control([absent('skipped')])
  const late: Signal = { ...taken, value: controlSample(300, 560) }
  for (const signals of [[], [taken], [late]]) {
    expect(control([...signals, declared({ assistive: true })])).toEqual(skipped)
  }
})

test('a deployment’s own people change what is expected', () => {
  const late: Signal = { ...taken, value: controlSample(140, 330) }
  const usualLateness = { key: { centreMs: 100, spreadMs: 40, n: 300 } }
  expect(control([late]).state).toBe('review')
  expect(control([late], { usualLateness }).state).toBe('consistent')
})
