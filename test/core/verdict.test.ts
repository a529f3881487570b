/** The verdict, as the product's design states it: its eight examples, each state, each cap and clip. */
import { describe, expect, test } from 'vitest'
import { axes } from '../../src/core/check.ts'
import { addUpGroup, judge, type Judgeable } from '../../src/core/verdict.ts'
import { covered, evidence, judgeable, uncovered } from './_evidence.ts'

const place = (group: string, bans: number, basis: 'data' | 'argued' | 'judgement') =>
  evidence({ axis: 'place', group, bans, basis })
const control = (group: string, bans: number, basis: 'data' | 'argued' | 'judgement') =>
  evidence({ axis: 'control', group, bans, basis })

describe('the eight examples', () => {
  const examples: { name: string; from: Partial<Judgeable>; overall: string; bans?: number }[] = [
    {
      name: 'honest, home fibre, four vantages',
      from: { evidence: [place('path-latency', -0.5, 'data')] },
      overall: 'consistent',
      bans: -0.5,
    },
    {
      name: 'honest, undeclared VPN with a near exit',
      from: { evidence: [place('address', 0.3, 'judgement')], behindTunnel: true },
      overall: 'unclear',
    },
    {
      name: 'abroad, openly',
      from: {
        evidence: [
          place('address', 1, 'argued'),
          place('address', 0.4, 'judgement'),
          place('path-latency', 1, 'data'),
          place('clock', 0.4, 'judgement'),
        ],
      },
      overall: 'contradicted',
      bans: 2.5,
    },
    {
      name: 'abroad behind a residential exit in the claimed city, zone patched',
      from: { evidence: [place('path-latency', 1.5, 'data')] },
      overall: 'review',
    },
    {
      name: 'the same, zone left alone',
      from: { evidence: [place('path-latency', 1.5, 'data'), place('clock', 0.4, 'judgement')] },
      overall: 'contradicted',
      bans: 1.9,
    },
    {
      name: 'IP-KVM, 200 ms',
      from: { evidence: [control('loop-latency', 1, 'data')], asked: ['place', 'control'] },
      overall: 'review',
    },
    {
      name: 'RDP, 200 ms',
      from: {
        evidence: [
          control('loop-latency', 1, 'data'),
          control('input', 0.4, 'judgement'),
          control('browser', 0.4, 'judgement'),
        ],
        asked: ['place', 'control'],
      },
      overall: 'contradicted',
    },
    {
      name: 'forwarded link, call joined from there',
      from: {
        evidence: [
          evidence({ axis: 'continuity', group: 'link', bans: 0.4, basis: 'judgement' }),
          evidence({ axis: 'continuity', group: 'call', bans: 1, basis: 'argued' }),
        ],
        asked: ['place', 'continuity'],
      },
      overall: 'review',
    },
  ]
  test.each(examples)('$name → $overall', ({ from, overall, bans }) => {
    const verdict = judge(judgeable(from))
    expect(verdict.overall).toBe(overall)
    if (bans !== undefined) expect(verdict.axes.place.bans).toBeCloseTo(bans, 9)
  })
})

describe('rules of an axis', () => {
  test('1.7 with two causes is contradicted, 1.7 with one is not', () => {
    const two = judge(judgeable({ evidence: [place('a', 1, 'argued'), place('b', 0.7, 'argued')] }))
    expect(two.axes.place.state).toBe('contradicted')
    const one = judge(judgeable({ evidence: [place('a', 1.5, 'data'), place('b', 0.2, 'argued')] }))
    expect(one.axes.place.bans).toBeCloseTo(1.7, 9)
    expect(one.axes.place.state).toBe('review')
  })

  test('judgement alone never contradicts, however much of it there is', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((g) => place(g, 0.4, 'judgement'))
    expect(judge(judgeable({ evidence: many })).axes.place.state).toBe('review')
  })

  test('record is never contradicted', () => {
    const all = [
      evidence({ axis: 'record', group: 'mail', bans: 1, basis: 'argued' }),
      evidence({ axis: 'record', group: 'phone', bans: 1, basis: 'argued' }),
    ]
    const verdict = judge(judgeable({ evidence: all, asked: ['place', 'record'] }))
    expect(verdict.axes.record.state).toBe('review')
    expect(verdict.overall).toBe('review')
  })

  test('physics at two vantages contradicts; at one, or with a remote desktop, it asks for a look', () => {
    const broken = (forbiddenAtVantages: number) => [
      evidence({
        axis: 'place',
        group: 'path-latency',
        bans: 0,
        basis: 'data',
        forbiddenAtVantages,
      }),
    ]
    const state = (from: Partial<Judgeable>) => judge(judgeable(from)).axes.place.state
    expect(state({ evidence: broken(2) })).toBe('contradicted')
    expect(state({ evidence: broken(1) })).toBe('review')
    expect(state({ evidence: broken(2), remoteDesktopDeclared: true })).toBe('review')
  })

  test('consistent needs coverage, no tunnel, W ≤ 0.3 and no group ≥ 0.4', () => {
    const state = (from: Partial<Judgeable>) => judge(judgeable(from)).axes.place.state
    expect(state({})).toBe('consistent')
    expect(state({ evidence: [place('a', 0.3, 'judgement')] })).toBe('consistent')
    expect(state({ evidence: [place('a', 0.31, 'judgement')] })).toBe('unclear')
    expect(state({ behindTunnel: true })).toBe('unclear')
    expect(state({ coverage: uncovered })).toBe('unclear')
    const masked = [place('a', 0.4, 'judgement'), place('b', -1, 'data')]
    expect(state({ evidence: masked })).toBe('unclear')
  })

  test('overall: the worst of the axes asked for, and nothing of the others', () => {
    const bad = [control('loop-latency', 1, 'data')]
    expect(judge(judgeable({ evidence: bad })).overall).toBe('consistent')
    expect(judge(judgeable({ evidence: bad, asked: ['place', 'control'] })).overall).toBe('review')
    const half = { place: covered.place, control: uncovered.control }
    const coverage = { ...covered, ...half }
    expect(judge(judgeable({ coverage, asked: ['place', 'control'] })).overall).toBe('unclear')
    expect(judge(judgeable({ asked: [] })).overall).toBe('unclear')
  })

  test('every axis has a verdict, asked for or not', () => {
    expect(Object.keys(judge(judgeable({})).axes).sort()).toEqual([...axes].sort())
  })
})

describe('groups', () => {
  const bans = (...values: number[]) =>
    addUpGroup(
      'g',
      values.map((value) => place('g', value, 'data')),
    ).bans

  test('strongest positive and a quarter of the others, strongest negative likewise, clipped', () => {
    expect(bans(1, 0.4)).toBeCloseTo(1.1, 9)
    expect(bans(0.4, 0.4, 0.4)).toBeCloseTo(0.6, 9)
    expect(bans(1, -0.5)).toBeCloseTo(0.5, 9)
    expect(bans(-0.8, -0.4, 0.2)).toBeCloseTo(-0.7, 9)
    expect(bans(1.5, 1.5)).toBe(1.5)
    expect(bans(-1, -1)).toBe(-1)
    expect(bans()).toBe(0)
  })

  test('its basis is that of its strongest finding', () => {
    const group = addUpGroup('g', [place('g', 0.4, 'judgement'), place('g', 1, 'argued')])
    expect(group.basis).toBe('argued')
  })
})
