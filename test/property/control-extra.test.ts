/** The part besides: without a value it changes nothing, the later somebody stops the more it weighs, and it has its limits. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absences, type Signal, type SignalValue } from '../../src/core/signals.ts'
import { controlSample, extraSample } from '../../src/core/rhythm/samples.ts'
import { jumpBans } from '../../src/core/rhythm/jump-ratio.ts'
import { judge, startAt } from './_readings.ts'

const head = { at: startAt, source: 'server' } as const
const taken = (asynchronyMs: number, reactionMs: number): Signal => ({
  ...head,
  name: 'controlCheck',
  value: controlSample(asynchronyMs, reactionMs),
})
const besides = (value: SignalValue<'controlExtra'>): Signal => ({
  ...head,
  name: 'controlExtra',
  value,
})
const late = fc.integer({ min: -120, max: 120 })
const reaction = fc.integer({ min: 200, max: 900 })
const ssd50 = fc.integer({ min: 0, max: 800 })
const error = fc.integer({ min: 20, max: 100 })
const jumps = fc.option(
  fc.record({
    lag1: fc.double({ min: -2, max: 3, noNaN: true }),
    lag2: fc.double({ min: -2, max: 3, noNaN: true }),
    error1: fc.double({ min: 0, max: 2, noNaN: true }),
    count: fc.integer({ min: 4, max: 6 }),
  }),
)

const findingOf = (signals: readonly Signal[]) => {
  const finding = judge(signals).evidence.find(({ check }) => check === 'rhythm-vs-reaction')
  if (finding === undefined) throw new Error('expected a finding, got none')
  return finding
}

test('absent for any reason, it leaves all as it is', () => {
  fc.assert(
    fc.property(late, reaction, fc.constantFrom(...absences), (lateMs, reactionMs, why) => {
      const before = [taken(lateMs, reactionMs)]
      const absent: Signal = { ...head, name: 'controlExtra', why }
      expect(judge([...before, absent]).verdict).toEqual(judge(before).verdict)
    }),
    { numRuns: 500 },
  )
})

describe('with a value', () => {
  const all = fc.tuple(late, reaction, ssd50, error, jumps)

  test('it weighs within its limits, and never contradicts anybody alone', () => {
    fc.assert(
      fc.property(all, ([lateMs, reactionMs, ssd50Ms, errorMs, answered]) => {
        const extra = extraSample(lateMs, ssd50Ms, { errorMs, jumps: answered })
        const signals = [taken(lateMs, reactionMs), besides(extra)]
        const { bans } = findingOf(signals)
        expect(bans).toBeGreaterThanOrEqual(-0.3)
        expect(bans).toBeLessThanOrEqual(0.45)
        expect(judge(signals).verdict.axes.control.state).not.toBe('contradicted')
      }),
      { numRuns: 1000 },
    )
  })

  test('the later somebody stops, the more it weighs', () => {
    fc.assert(
      fc.property(all, fc.integer({ min: 1, max: 200 }), (some, moreMs) => {
        const [lateMs, reactionMs, ssd50Ms, errorMs, answered] = some
        // Beyond that neither explanation fits, and less follows.
        fc.pre(lateMs + ssd50Ms + moreMs < 480)
        const bansAt = (ms: number) => {
          const extra = extraSample(lateMs, ms, { errorMs, jumps: answered })
          return findingOf([taken(lateMs, reactionMs), besides(extra)]).bans
        }
        expect(bansAt(ssd50Ms + moreMs)).toBeGreaterThanOrEqual(bansAt(ssd50Ms) - 1e-9)
      }),
      { numRuns: 1000 },
    )
  })

  test('somebody who stops as most people do is never worse off for having done it', () => {
    fc.assert(
      fc.property(late, reaction, error, jumps, (lateMs, reactionMs, errorMs, answered) => {
        const before = [taken(lateMs, reactionMs)]
        const extra = extraSample(lateMs, 264 - lateMs, { errorMs, jumps: answered })
        const after = [...before, besides(extra)]
        expect(findingOf(after).bans).toBeLessThanOrEqual(findingOf(before).bans)
      }),
      { numRuns: 1000 },
    )
  })

  test('jumps alone say little, whatever the answers', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (lag1, error1) => {
          expect(Math.abs(jumpBans(lag1, error1))).toBeLessThanOrEqual(0.2)
        },
      ),
    )
    expect(jumpBans(0, 0.2)).toBeGreaterThan(0.1)
    expect(jumpBans(0.7, 0.2)).toBeLessThan(-0.1)
  })
})
