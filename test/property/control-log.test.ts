/** An honest log of a plan is taken; one of another seed, with beats left out, moved, or out of nowhere, is not. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extraPlanOf } from '../../src/core/rhythm/extra-plan.ts'
import type { ControlLog } from '../../src/core/rhythm/log.ts'
import { planFault } from '../../src/core/rhythm/plan-fault.ts'
import { planOf, variants, type ControlPlan } from '../../src/core/rhythm/plan.ts'
import { logOf } from '../core/rhythm/_logs.ts'

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const variant = fc.constantFrom(...variants)
const tempi = fc.constantFrom<2 | 3>(2, 3)
const hand = fc.record({
  lateMs: fc.integer({ min: -80, max: 450 }),
  spreadMs: fc.integer({ min: 1, max: 80 }),
  reactionMs: fc.integer({ min: 150, max: 900 }),
  seed: fc.nat(),
})

/** A plan with a log that somebody made of it. */
const made = fc.tuple(seed, variant, tempi, hand).map(([s, v, t, h]) => ({
  seed: s,
  tempi: t,
  plan: planOf(s, v, t),
  log: logOf(planOf(s, v, t), h),
}))

/** The log with one block changed. */
function edited(
  log: ControlLog,
  index: number,
  change: (block: ControlLog['blocks'][number]) => ControlLog['blocks'][number],
): ControlLog {
  return { ...log, blocks: log.blocks.map((block, i) => (i === index ? change(block) : block)) }
}

/** The same block so much later. */
function moved(block: ControlLog['blocks'][number], ms: number): ControlLog['blocks'][number] {
  const move = (time: number) => Math.max(0, time + ms)
  const moveAny = (time: number | null) => (time === null ? null : move(time))
  if (block.kind === 'react') {
    const targets = block.targets.map((target) => ({
      ...target,
      shownAt: move(target.shownAt),
      pressedAt: moveAny(target.pressedAt),
    }))
    return { ...block, targets }
  }
  const all = { beats: block.beats.map(move), taps: block.taps.map(move) }
  return block.kind === 'vanish'
    ? { ...block, ...all, vanishedAt: block.vanishedAt.map(moveAny) }
    : { ...block, ...all }
}

const isTaken = (log: ControlLog, plan: ControlPlan) => planFault(log, plan, log.elapsedMs) === null

test('an honest log is taken, whatever the hand', () => {
  fc.assert(
    fc.property(made, fc.integer({ min: -1000, max: 60_000 }), ({ plan, log }, extraMs) => {
      expect(planFault(log, plan, log.elapsedMs + extraMs)).toBeNull()
    }),
    { numRuns: 300 },
  )
})

test('a part may go on longer than planned, as a page does after long frames', () => {
  fc.assert(
    fc.property(made, fc.integer({ min: 1, max: 10 }), ({ plan, log }, more) => {
      const [first, ...rest] = log.blocks
      if (first?.kind !== 'tap') throw new Error('expected taps first')
      const from = first.beats[0] ?? 0
      const count = first.beats.length + more
      const beats = Array.from({ length: count }, (_, i) => from + i * first.tempoMs)
      const lateMs = more * first.tempoMs
      const blocks = [{ ...first, beats }, ...rest.map((block) => moved(block, lateMs))]
      const longer = { ...log, blocks, elapsedMs: log.elapsedMs + lateMs }
      expect(isTaken(longer, plan)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('one of another seed is not, unless its waits happen to be no shorter', () => {
  let refused = 0
  const numRuns = 300
  fc.assert(
    fc.property(made, seed, ({ plan, log, tempi: count }, other) => {
      const another = planOf(other, plan.variant, count)
      if (JSON.stringify(another) === JSON.stringify(plan)) return
      if (!isTaken(log, another)) refused += 1
    }),
    { numRuns },
  )
  expect(refused).toBeGreaterThan(numRuns * 0.98)
})

test('one of another variant or of fewer tempi is not', () => {
  fc.assert(
    fc.property(made, variant, tempi, ({ seed: s, plan, log }, v, t) => {
      const another = planOf(s, v, t)
      fc.pre(v !== plan.variant || another.blocks.length !== plan.blocks.length)
      expect(isTaken(log, another)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('one that claims more time than our server waited is not', () => {
  fc.assert(
    fc.property(made, fc.integer({ min: 1600, max: 60_000 }), ({ plan, log }, missingMs) => {
      expect(planFault(log, plan, log.elapsedMs - missingMs)).toMatch(
        /^says \d+ ms, took -?\d+ ms$/,
      )
    }),
    { numRuns: 200 },
  )
})

test('one whose times lie beyond its own end is not, so that it cannot be sent sooner than it was tapped', () => {
  fc.assert(
    fc.property(made, fc.double({ min: 0.05, max: 0.9, noNaN: true }), ({ plan, log }, share) => {
      const short = { ...log, elapsedMs: log.elapsedMs * share }
      expect(planFault(short, plan, short.elapsedMs)).not.toBeNull()
    }),
    { numRuns: 200 },
  )
})

test('one with a beat left out, moved, or another tempo is not', () => {
  fc.assert(
    fc.property(
      made,
      fc.nat(100),
      fc.constantFrom('drop', 'move', 'tempo', 'order', 'hurry'),
      ({ plan, log }, at, how) => {
        const wrong = edited(log, 1, (block) => {
          if (block.kind !== 'tap') return block
          const { beats, taps, tempoMs } = block
          const i = 1 + (at % (beats.length - 1))
          switch (how) {
            case 'drop':
              return { ...block, beats: beats.slice(0, -1) }
            case 'move':
              return { ...block, beats: beats.map((beat, n) => (n === i ? beat + 150 : beat)) }
            case 'tempo':
              return { ...block, tempoMs: tempoMs + 1 }
            case 'order':
              return { ...block, taps: [...taps].reverse() }
            case 'hurry':
              return { ...block, beats: beats.map((beat) => beat - 16_000) }
          }
        })
        expect(isTaken(wrong, plan)).toBe(false)
      },
    ),
    { numRuns: 300 },
  )
})

test('one whose targets came sooner, or whose catches differ, is not', () => {
  fc.assert(
    fc.property(made, fc.nat(100), fc.constantFrom('sooner', 'catch', 'fewer'), (all, at, how) => {
      const { plan, log } = all
      const last = log.blocks.length - 1
      const wrong = edited(log, last, (block) => {
        if (block.kind !== 'react') return block
        const i = at % block.targets.length
        if (how === 'fewer') return { ...block, targets: block.targets.slice(1) }
        const targets = block.targets.map((target, n) =>
          n !== i
            ? target
            : how === 'catch'
              ? { ...target, isCatch: !target.isCatch }
              : { ...target, shownAt: Math.max(0, target.shownAt - 1800) },
        )
        return { ...block, targets }
      })
      expect(isTaken(wrong, plan)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('practice takes its time too', () => {
  fc.assert(
    fc.property(made, ({ plan, log }) => {
      const shift = log.blocks[0]?.kind === 'tap' ? (log.blocks[0].beats[0] ?? 0) : 0
      const blocks = log.blocks.map((block) => moved(block, -shift))
      expect(isTaken({ ...log, blocks }, plan)).toBe(false)
    }),
    { numRuns: 100 },
  )
})

describe('the part that is asked for besides', () => {
  const extra = fc
    .tuple(seed, variant, hand)
    .map(([s, v, h]) => ({ plan: extraPlanOf(s, v), log: logOf(extraPlanOf(s, v), h) }))

  test('an honest log is taken, also where frames came late', () => {
    fc.assert(
      fc.property(
        extra,
        fc.nat(11),
        fc.integer({ min: 0, max: 50 }),
        ({ plan, log }, i, lateMs) => {
          expect(isTaken(log, plan)).toBe(true)
          const late = edited(log, 0, (block) =>
            block.kind === 'vanish'
              ? {
                  ...block,
                  vanishedAt: block.vanishedAt.map((at, n) =>
                    at === null || n === i ? null : at + lateMs,
                  ),
                }
              : block,
          )
          expect(isTaken(late, plan)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('one of another seed or variant is not, nor one of the whole exercise', () => {
    fc.assert(
      fc.property(extra, seed, variant, ({ plan, log }, s, v) => {
        const another = extraPlanOf(s, v)
        fc.pre(JSON.stringify(another) !== JSON.stringify(plan))
        expect(isTaken(log, another)).toBe(false)
        expect(isTaken(log, planOf(s, plan.variant))).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  test('one with vanishings or beats elsewhere, or taps out of order, is not', () => {
    fc.assert(
      fc.property(
        extra,
        fc.nat(11),
        fc.constantFrom('sooner', 'later', 'fewer', 'beat', 'drop', 'order'),
        ({ plan, log }, i, how) => {
          const wrong = edited(log, 0, (block) => {
            if (block.kind !== 'vanish') return block
            const { vanishedAt, beats, taps } = block
            const shift = (byMs: number) =>
              vanishedAt.map((at, n) => (n === i && at !== null ? at + byMs : at))
            switch (how) {
              case 'sooner':
                return { ...block, vanishedAt: shift(-30) }
              case 'later':
                return { ...block, vanishedAt: shift(150) }
              case 'fewer':
                return { ...block, vanishedAt: vanishedAt.slice(1) }
              case 'beat':
                return { ...block, beats: beats.map((beat, n) => (n === i + 1 ? beat + 20 : beat)) }
              case 'drop':
                return { ...block, beats: beats.slice(0, -1) }
              case 'order':
                return { ...block, taps: [...taps].reverse() }
            }
          })
          expect(isTaken(wrong, plan)).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('one that hides a jump is not', () => {
    fc.assert(
      fc.property(seed, hand, (s, h) => {
        const plan = extraPlanOf(s, 'usual')
        const even = edited(logOf(plan, h), 1, (block) =>
          block.kind === 'jump'
            ? { ...block, beats: block.beats.map((_, i) => (block.beats[0] ?? 0) + i * 450) }
            : block,
        )
        expect(isTaken(even, plan)).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  test('one that claims more time than our server waited is not', () => {
    fc.assert(
      fc.property(extra, fc.integer({ min: 1600, max: 30_000 }), ({ plan, log }, missingMs) => {
        expect(planFault(log, plan, log.elapsedMs - missingMs)).not.toBeNull()
      }),
      { numRuns: 100 },
    )
  })
})
