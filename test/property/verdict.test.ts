/** What must hold of every verdict, whatever the evidence. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axes } from '../../src/core/check.ts'
import { MAX_BANS } from '../../src/core/policy.ts'
import { judge, LIMITS, states, type Judgeable } from '../../src/core/verdict.ts'
import { covered, evidence, uncovered } from '../core/_evidence.ts'

const basis = fc.constantFrom('data', 'argued', 'judgement')
const piece = fc
  .record({
    axis: fc.constantFrom(...axes),
    group: fc.constantFrom('address', 'path-latency', 'clock', 'browser', 'input'),
    basis,
    share: fc.double({ min: -1, max: 1, noNaN: true }),
    forbiddenAtVantages: fc.constantFrom(0, 0, 0, 0, 1, 2),
  })
  .map(({ share, ...part }) => {
    const bans = share < 0 ? share : share * MAX_BANS[part.basis]
    return evidence({ ...part, bans })
  })
const judgeables: fc.Arbitrary<Judgeable> = fc.record({
  evidence: fc.array(piece, { maxLength: 12 }),
  coverage: fc.constantFrom(covered, uncovered),
  asked: fc.subarray([...axes]),
  behindTunnel: fc.boolean(),
  remoteDesktopDeclared: fc.boolean(),
  policyVersion: fc.constant('test'),
})
const rank = { consistent: 0, unclear: 1, review: 2, contradicted: 3 } as const
const runs = { numRuns: 1000 }

test('the order of evidence does not matter', () => {
  fc.assert(
    fc.property(judgeables, fc.infiniteStream(fc.nat()), (from, random) => {
      const shuffled = [...from.evidence]
        .map((item) => ({ item, key: random.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item)
      expect(judge({ ...from, evidence: shuffled })).toEqual(judge(from))
    }),
    runs,
  )
})

test('an added contradiction never lowers W, nor betters the state', () => {
  fc.assert(
    fc.property(judgeables, piece, (from, extra) => {
      const against = {
        ...extra,
        bans: Math.abs(extra.bans) * (MAX_BANS[extra.basis ?? 'judgement'] / 1.5),
      }
      const before = judge(from)
      const after = judge({ ...from, evidence: [...from.evidence, against] })
      for (const axis of axes) {
        expect(after.axes[axis].bans).toBeGreaterThanOrEqual(before.axes[axis].bans - 1e-9)
      }
    }),
    runs,
  )
})

test('removing a positive finding never raises W', () => {
  fc.assert(
    fc.property(judgeables, fc.nat(), (from, index) => {
      const positive = from.evidence.filter(({ bans }) => bans > 0)
      const gone = positive[index % Math.max(1, positive.length)]
      if (gone === undefined) return
      const less = judge({ ...from, evidence: from.evidence.filter((item) => item !== gone) })
      const before = judge(from)
      expect(less.axes[gone.axis].bans).toBeLessThanOrEqual(before.axes[gone.axis].bans + 1e-9)
    }),
    runs,
  )
})

test('evidence without weight changes nothing', () => {
  fc.assert(
    fc.property(judgeables, piece, (from, extra) => {
      const silent = { ...extra, bans: 0, forbiddenAtVantages: 0 }
      expect(judge({ ...from, evidence: [...from.evidence, silent] })).toEqual(judge(from))
    }),
    runs,
  )
})

test('groups and axes stay within their clips, record is never contradicted', () => {
  fc.assert(
    fc.property(judgeables, (from) => {
      const verdict = judge(from)
      for (const axis of axes) {
        expect(Math.abs(verdict.axes[axis].bans)).toBeLessThanOrEqual(LIMITS.axis)
        for (const { bans } of verdict.axes[axis].groups) {
          expect(bans).toBeGreaterThanOrEqual(LIMITS.group.min)
          expect(bans).toBeLessThanOrEqual(LIMITS.group.max)
        }
      }
      expect(verdict.axes.record.state).not.toBe('contradicted')
    }),
    runs,
  )
})

test('without a strong measured cause nothing is contradicted', () => {
  fc.assert(
    fc.property(judgeables, (from) => {
      const weak = from.evidence
        .filter(({ basis: b }) => b === 'judgement')
        .map((item) => ({ ...item, forbiddenAtVantages: 0 }))
      const verdict = judge({ ...from, evidence: weak })
      for (const axis of axes) expect(verdict.axes[axis].state).not.toBe('contradicted')
    }),
    runs,
  )
})

test('overall is never worse than the worst axis asked for, and never better', () => {
  fc.assert(
    fc.property(judgeables, (from) => {
      const verdict = judge(from)
      const asked = from.asked.map((axis) => rank[verdict.axes[axis].state])
      const worst = Math.max(...asked, 0)
      if (worst >= rank.review) expect(rank[verdict.overall]).toBe(worst)
      else expect(verdict.overall).toBe(asked.length > 0 && worst === 0 ? 'consistent' : 'unclear')
    }),
    runs,
  )
})

test('each state is reachable, overall and on each axis but contradicted on record', () => {
  const seen = new Set<string>()
  const sample = fc.sample(judgeables, { numRuns: 5000, seed: 7 })
  for (const from of sample) {
    const verdict = judge(from)
    seen.add(`overall ${verdict.overall}`)
    for (const axis of axes) seen.add(`${axis} ${verdict.axes[axis].state}`)
  }
  for (const state of states) expect(seen).toContain(`overall ${state}`)
  for (const axis of axes) {
    for (const state of states) {
      if (axis !== 'record' || state !== 'contradicted') expect(seen).toContain(`${axis} ${state}`)
    }
  }
})
