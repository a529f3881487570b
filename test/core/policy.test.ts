/** Weights: every cap and every guard holds, whatever the table says. */
import { describe, expect, test } from 'vitest'
import { falseAlarmBound, weigh, type Policy, type Weight } from '../../src/core/policy.ts'
import { accessKinds } from '../../src/core/path-table.ts'
import { policy as inForce } from '../../src/core/weights.ts'
import { evidence } from './_evidence.ts'

const finding = evidence({ check: 'c', level: 'l', outcome: 'contradictory', measuredByUs: true })
const agreeing = { ...finding, outcome: 'consistent' as const }
const table = (weight: Weight, zeroBehindTunnel?: true): Policy => ({
  version: 'test',
  checks: { c: { levels: { l: weight }, ...(zeroBehindTunnel ? { zeroBehindTunnel } : {}) } },
})
const bansOf = (weight: Weight, from = finding, behindTunnel = false) =>
  weigh(from, table(weight), behindTunnel).bans

describe('caps by basis', () => {
  test('judgement 0.4, argued 1, data 1.5', () => {
    expect(bansOf({ basis: 'judgement', bans: 9, source: '' })).toBe(0.4)
    expect(bansOf({ basis: 'argued', bans: 9, source: '' })).toBe(1)
    const falseAlarms = { alarms: 0, n: 100_000 }
    expect(bansOf({ basis: 'data', bans: 9, falseAlarms, source: '' })).toBe(1.5)
  })

  test('data is bounded by its false alarms: 0 in 30 allow a ratio of 10', () => {
    const falseAlarms = { alarms: 0, n: 30 }
    expect(bansOf({ basis: 'data', bans: 1.5, falseAlarms, source: '' })).toBeCloseTo(1.0221, 3)
  })

  test('data without false-alarm figures has no power', () => {
    expect(bansOf({ basis: 'data', bans: 1.5, source: '' })).toBe(0)
  })
})

describe('speaking for a candidate', () => {
  const weight: Weight = { basis: 'data', bans: -9, falseAlarms: { alarms: 0, n: 100 }, source: '' }

  test('only what our servers measured may, down to −1', () => {
    const ours: Weight = { ...weight, speaksFor: 'measured-by-us' }
    expect(bansOf(ours, agreeing)).toBe(-1)
    expect(bansOf(ours, { ...agreeing, measuredByUs: false })).toBe(0)
    expect(bansOf(weight, agreeing)).toBe(0)
  })

  test('the tapping check may a little, −0.3', () => {
    const page = { ...agreeing, measuredByUs: false }
    expect(bansOf({ ...weight, speaksFor: 'tapping' }, page)).toBe(-0.3)
  })

  test('an agreement never speaks against, a contradiction never for', () => {
    expect(bansOf({ basis: 'argued', bans: 1, source: '' }, agreeing)).toBe(0)
    expect(bansOf({ ...weight, speaksFor: 'measured-by-us' }, finding)).toBe(0)
  })
})

describe('what weighs nothing', () => {
  const weight: Weight = { basis: 'argued', bans: 1, source: '' }

  test.each(['unavailable', 'error', 'not-applicable'] as const)('%s', (outcome) => {
    expect(bansOf(weight, { ...finding, outcome })).toBe(0)
  })

  test('a check or level without a row', () => {
    expect(weigh({ ...finding, check: 'new' }, table(weight), false).bans).toBe(0)
    expect(weigh({ ...finding, level: 'new' }, table(weight), false).bans).toBe(0)
  })

  test('an address finding behind a tunnel, and nothing else there', () => {
    expect(weigh(finding, table(weight, true), true).bans).toBe(0)
    expect(weigh(finding, table(weight, true), false).bans).toBe(1)
    expect(weigh(finding, table(weight), true).bans).toBe(1)
  })
})

describe('false-alarm bound', () => {
  // Clopper–Pearson, one-sided 95 %, computed with exact binomial sums in another language.
  test.each([
    [0, 300, 0.0099361],
    [1, 235, 0.0200253],
    [5, 100, 0.1022534],
  ])('%i alarms in %i → %f', (alarms, n, bound) => {
    expect(falseAlarmBound({ alarms, n })).toBeCloseTo(bound, 5)
  })

  test('nothing can be concluded from alarms every time', () => {
    expect(falseAlarmBound({ alarms: 4, n: 4 })).toBe(1)
  })
})

test('every row in force is within its own cap, so that the table says what is applied', () => {
  for (const [check, { levels }] of Object.entries(inForce.checks)) {
    for (const [level, weight] of Object.entries(levels)) {
      if (weight.bans === 0 || weight.fitted !== undefined) continue
      const from = weight.bans > 0 ? finding : agreeing
      const applied = bansOf(weight, { ...from, check: 'c' })
      expect(applied, `${check}.${level}`).toBe(weight.bans)
    }
  }
})

describe.each(accessKinds)('the fitted weights of a %s line', (access) => {
  const weights = inForce.checks['round-trip-excess']?.levels
  const at = (excessMs: number, vantages: number, nearestKm: number, from = finding) => {
    const weight = from === finding ? weights?.['late'] : weights?.['usual']
    if (weight === undefined) throw new Error('expected weights of round-trip-excess')
    return bansOf(weight, { ...from, facts: { access, excessMs, vantages, nearestKm } })
  }
  const cases = [1, 2, 3, 4, 9].flatMap((vantages) =>
    [100, 9000].map((nearestKm) => ({ vantages, nearestKm })),
  )

  test.each(cases)('$vantages vantages, $nearestKm km: the later, the heavier', (seen) => {
    const bans = Array.from({ length: 60 }, (_, i) => at(i * 10, seen.vantages, seen.nearestKm))
    expect(bans).toEqual([...bans].sort((a, b) => a - b))
    expect(bans[0]).toBe(0)
    expect(Math.max(...bans)).toBeGreaterThan(0.5)
    expect(Math.max(...bans)).toBeLessThanOrEqual(1.5)
  })

  test.each(cases)('$vantages vantages, $nearestKm km: soon answers speak a little', (seen) => {
    const bans = at(-50, seen.vantages, seen.nearestKm, agreeing)
    expect(bans).toBeLessThan(-0.2)
    expect(bans).toBeGreaterThanOrEqual(-1)
  })
})
