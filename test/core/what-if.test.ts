/** What would change a verdict: every sentence is what judging again gives. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import type { Evidence } from '../../src/core/policy.ts'
import { judge, type Judgeable } from '../../src/core/verdict.ts'
import { whatWouldChange, type WhatIfInput } from '../../src/core/what-if.ts'
import { stateWords } from '../../src/core/words.ts'
import { covered, evidence, judgeable } from './_evidence.ts'

const path = evidence({ title: 'Path', group: 'path-latency', bans: 1.5, basis: 'data' })
const floor = evidence({ title: 'Floor', group: 'path-latency', bans: 1, basis: 'data' })
const country = evidence({ title: 'Country', group: 'address', bans: 1, basis: 'argued' })
const zone = evidence({ title: 'Zone', group: 'clock', bans: 0.4 })

function missing(...lines: string[]): Judgeable['coverage'] {
  return { ...covered, place: { met: lines.length === 0, missing: lines } }
}

function input(part: Partial<Judgeable>, rest: Partial<WhatIfInput> = {}): WhatIfInput {
  const from = judgeable(part)
  const { evidence: items } = from
  const declared = { ...NOTHING_DECLARED, remoteDesktop: from.remoteDesktopDeclared }
  return { verdict: judge(from), evidence: items, declared, hadDeclared: {}, ...rest }
}

const said = (part: Partial<Judgeable>, rest?: Partial<WhatIfInput>) =>
  whatWouldChange(input(part, rest))

describe('a contradiction', () => {
  test('that one cause carries: the answer without it', () => {
    expect(said({ evidence: [path, zone] })).toEqual([
      'If “Path” has an innocent cause, Place is “Unclear” instead of “Contradicted”.',
      'If “Zone” has an innocent cause, Place is “Needs a look” instead of “Contradicted”.',
    ])
  })

  test('findings that share a cause fall together', () => {
    expect(said({ evidence: [path, floor, zone] })[0]).toBe(
      'If “Path” has an innocent cause, which it shares with 1 more, Place is “Unclear” instead of “Contradicted”.',
    )
  })

  test('that no single cause carries', () => {
    const third = evidence({ title: 'Split', group: 'layers', bans: 1.5, basis: 'data' })
    expect(said({ evidence: [path, country, third] })).toEqual([
      'No single finding carries this: if any one of 3 has an innocent cause, Place stays “Contradicted”.',
    ])
  })

  test('by physics alone', () => {
    const broken = evidence({ title: 'Floor', group: 'path', bans: 0, forbiddenAtVantages: 2 })
    expect(said({ evidence: [broken] })).toEqual([
      'If “Floor” has an innocent cause, Place is “Consistent” instead of “Contradicted”.',
    ])
  })
})

describe('an unclear place', () => {
  test('that one thing keeps from consistent', () => {
    expect(
      said({ coverage: missing('a VPN was declared: ask for one minute without it') }),
    ).toContain(
      'One thing keeps Place from “Consistent”: a VPN was declared: ask for one minute without it.',
    )
  })

  test('that several things do', () => {
    expect(said({ coverage: missing('no zone', 'no echoes') })).toContain(
      'Place is “Consistent” once these are there too, and fit: no zone; no echoes.',
    )
  })

  test('that measuring more does not make consistent', () => {
    expect(said({ coverage: missing('no echoes'), evidence: [zone] })).toContain(
      'Measuring more does not suffice: with all of it, and all of it fitting, Place stays “Unclear” because of “Zone”.',
    )
  })
})

describe('one more cause', () => {
  test('how strong it has to be', () => {
    expect(said({})).toEqual([
      'One more measured cause that speaks against it, about 3 times more likely if the computer is somewhere else (weak support), is enough to make Place “Needs a look”.',
    ])
    expect(said({ evidence: [country] }).at(-1)).toMatch(/about 5 times .* “Contradicted”\.$/)
  })

  test('what speaks for the candidate asks for more', () => {
    const usual = evidence({ group: 'path-latency', bans: -0.5, basis: 'data' })
    expect(said({ evidence: [usual] })).toEqual([expect.stringMatching(/about 10 times/)])
  })
})

describe('another declaration', () => {
  const unclear = judge(judgeable({ coverage: missing('travel was declared') }))

  test('is told where it changes the answer', () => {
    const { verdict } = input({ evidence: [path, country] })
    expect(
      said({ evidence: [path, country] }, { hadDeclared: { travel: unclear, vpn: verdict } }).at(
        -1,
      ),
    ).toBe(
      'Had travel been declared beforehand, the answer would be “Unclear” instead of “Contradicted”.',
    )
  })

  test('and what a declaration changed', () => {
    const hadDeclared = { vpn: judge(judgeable({ evidence: [path, country] })) }
    const declared = { ...NOTHING_DECLARED, vpn: true }
    expect(said({ coverage: missing('a VPN') }, { declared, hadDeclared }).at(-1)).toBe(
      'Had a company VPN not been declared, the answer would be “Contradicted” instead of “Unclear”.',
    )
  })
})

test('of an axis that was not asked nothing is said', () => {
  expect(said({ evidence: [{ ...path, axis: 'control' }], asked: [] })).toEqual([])
})

test('where the evidence is erased nothing is said', () => {
  const { verdict } = input({ evidence: [path, country] })
  expect(whatWouldChange({ ...input({}), verdict, evidence: [] })).toEqual([])
})

const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    group: fc.constantFrom('a', 'b', 'c', 'd'),
    tenths: fc.integer({ min: -10, max: 15 }),
    basis: fc.constantFrom('data' as const, 'argued' as const, 'judgement' as const),
    forbiddenAtVantages: fc.constantFrom(0, 0, 0, 0, 1, 2),
  })
  .map(({ group, tenths, basis, forbiddenAtVantages }) =>
    // What physics forbids does not speak for anyone.
    evidence({
      title: `Finding ${group}`,
      group,
      bans: tenths / 10,
      basis,
      forbiddenAtVantages: tenths < 0 ? 0 : forbiddenAtVantages,
    }),
  )

test('any verdict: an innocent cause never makes it worse, one more never better', () => {
  const labels = ['consistent', 'unclear', 'review', 'contradicted'] as const
  const rank = (label: string) => labels.findIndex((state) => stateWords[state].label === label)
  const run = fc.property(
    fc.array(anyEvidence, { maxLength: 6 }),
    fc.boolean(),
    fc.boolean(),
    (items, isMet, remoteDesktopDeclared) => {
      const coverage = isMet ? missing() : missing('something')
      const from = input({ evidence: items, coverage, remoteDesktopDeclared })
      const state = labels.indexOf(from.verdict.axes.place.state)
      const sentences = whatWouldChange(from)
      // No verdict stands whatever may come, unless a great deal speaks for the candidate.
      expect(sentences.length > 0 || from.verdict.axes.place.bans < -1).toBe(true)
      for (const sentence of sentences) {
        const [, innocent] = /^If .* is “([^”]+)” instead/.exec(sentence) ?? []
        if (innocent !== undefined) expect(rank(innocent)).toBeLessThan(state)
        const [, more] = /to make Place “([^”]+)”/.exec(sentence) ?? []
        if (more !== undefined) expect(rank(more)).toBeGreaterThan(state)
      }
    },
  )
  fc.assert(run, { numRuns: 500 })
})
