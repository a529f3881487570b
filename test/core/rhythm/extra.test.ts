/** The further exercise: what it asks for, what comes of it for people whose time to stop is known, every reason for nothing. */
import { describe, expect, test } from 'vitest'
import { estimateExtra, type ExtraEstimate } from '../../../src/core/rhythm/estimate-extra.ts'
import { extraPlanOf } from '../../../src/core/rhythm/extra-plan.ts'
import { halfPointOf, type StopTrial } from '../../../src/core/rhythm/held-back.ts'
import type { ControlLog, LoggedVanishes } from '../../../src/core/rhythm/log.ts'
import { chanceOf, logOf, normal, type Hand } from './_logs.ts'

const ON_BEAT: Hand = { lateMs: -10, spreadMs: 28, reactionMs: 560, stopMs: 270 }

/** Fails unless there are estimates. */
function estimated(hand: Hand, seed = 7): ExtraEstimate {
  const plan = extraPlanOf(seed, 'usual')
  const estimate = estimateExtra(logOf(plan, hand), plan, hand.lateMs)
  if ('void' in estimate) throw new Error(`expected estimates, got void: ${estimate.void}`)
  return estimate
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const spread = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)))
const seeds = Array.from({ length: 120 }, (_, i) => i + 1)

describe('what is asked for', () => {
  test.each(['usual', 'calm', 'slow'] as const)('%s: twelve vanishings within 40 s', (variant) => {
    for (const seed of seeds) {
      const { practice, blocks } = extraPlanOf(seed, variant)
      expect(practice).toBeNull()
      expect(blocks.map(({ kind }) => kind)).toEqual(
        variant === 'usual' ? ['vanish', 'jump'] : ['vanish'],
      )
      const beats = blocks.map(({ beatsAt }) => beatsAt)
      // With stillness before and after each part.
      const wholeMs = beats.reduce((sum, times) => sum + (times.at(-1) ?? 0) + 1_850, 0)
      expect(wholeMs).toBeLessThan(40_000)
    }
  })

  test('vanishings are each of a time of its own, and never two beats in a row', () => {
    for (const seed of seeds) {
      const [vanish] = extraPlanOf(seed, 'usual').blocks
      if (vanish?.kind !== 'vanish') throw new Error('expected vanishings first')
      expect(new Set(vanish.vanishes.map(({ beforeMs }) => beforeMs)).size).toBe(12)
      const beats = vanish.vanishes.map(({ beat }) => beat)
      expect(beats.every((beat, i) => i === 0 || beat - (beats[i - 1] ?? 0) >= 2)).toBe(true)
      expect(beats.at(-1)).toBeLessThan(vanish.beatsAt.length - 1)
      // Less than three changes a second: there and gone is a beat and a half at least.
      expect(vanish.tempoMs * 1.5).toBeGreaterThan(700)
    }
  })

  test('jumps go both ways alike, and all that follows goes with them', () => {
    const jump = extraPlanOf(3, 'usual').blocks[1]
    if (jump?.kind !== 'jump') throw new Error('expected jumps second')
    expect(jump.jumps.reduce((sum, { byMs }) => sum + byMs, 0)).toBe(0)
    const times = jump.beatsAt
    const steps = times.slice(1).map((time, i) => time - (times[i] ?? 0))
    expect(steps.filter((step) => step === 510)).toHaveLength(3)
    expect(steps.filter((step) => step === 390)).toHaveLength(3)
    expect(times.at(-1)).toBe((times.length - 1) * 450)
  })

  test('is the same for a seed, and another for the next', () => {
    expect(extraPlanOf(5, 'usual')).toEqual(extraPlanOf(5, 'usual'))
    expect(extraPlanOf(5, 'usual')).not.toEqual(extraPlanOf(6, 'usual'))
  })
})

describe('the half point', () => {
  const befores = Array.from({ length: 12 }, (_, i) => 60 + 50 * i)

  test.each([180, 240, 300, 400, 480])('at %i ms is found again, with its error', (point) => {
    const chance = chanceOf(11)
    const found = seeds.map(() => {
      const trials = befores.map((beforeMs) => ({
        beforeMs,
        held: beforeMs + 45 * normal(chance) > point && chance() > 0.03,
      }))
      return halfPointOf(trials)
    })
    const points = found.map(({ ssd50Ms }) => ssd50Ms)
    expect(Math.abs(mean(points) - point)).toBeLessThan(25)
    // What it says of its own error is true: neither bold nor timid by half.
    const said = mean(found.map(({ errorMs }) => errorMs))
    expect(said / spread(points)).toBeGreaterThan(0.7)
    expect(said / spread(points)).toBeLessThan(1.5)
    expect(said).toBeLessThan(60)
  })

  test('one slip moves it little', () => {
    const clean: StopTrial[] = befores.map((beforeMs) => ({ beforeMs, held: beforeMs > 260 }))
    const slipped = clean.map((trial, i) => (i === 10 ? { ...trial, held: false } : trial))
    const moved = halfPointOf(slipped).ssd50Ms - halfPointOf(clean).ssd50Ms
    expect(Math.abs(moved)).toBeLessThan(40)
  })
})

describe('of people whose time to stop is known', () => {
  const stopOf = ({ asynchronyMs, ssd50Ms }: ExtraEstimate) => asynchronyMs + ssd50Ms

  test.each([
    ['slow to react, no slower to stop', -10, 270],
    ['early tappers', -80, 270],
    ['over a link of 200 ms, made up for', -10, 470],
  ] as const)('%s', (_who, lateMs, stopMs) => {
    const found = seeds.map((seed) => stopOf(estimated({ ...ON_BEAT, lateMs, stopMs, seed }, seed)))
    expect(Math.abs(mean(found) - stopMs)).toBeLessThan(30)
    expect(spread(found)).toBeLessThan(55)
  })

  test('waiting for the vanishing gains nothing: taps come later, and stop later', () => {
    const usual = mean(seeds.map((seed) => stopOf(estimated({ ...ON_BEAT, seed }, seed))))
    const waits = mean(
      seeds.map((seed) => stopOf(estimated({ ...ON_BEAT, lateMs: 70, seed }, seed))),
    )
    expect(Math.abs(waits - usual)).toBeLessThan(30)
  })

  test('a jump is made good by the next tap, or by the one after it', () => {
    const lagsOf = (part: Partial<Hand>) =>
      seeds.flatMap((seed) => {
        const { jumps } = estimated({ ...ON_BEAT, ...part, seed }, seed)
        return jumps === null ? [] : [jumps]
      })
    const here = lagsOf({ correction: 0.6 })
    expect(mean(here.map(({ lag1 }) => lag1))).toBeCloseTo(0.6, 0)
    const far = lagsOf({ correction: 0.6, correctsLate: true })
    expect(Math.abs(mean(far.map(({ lag1 }) => lag1)))).toBeLessThan(0.15)
    expect(mean(far.map(({ lag2 }) => lag2))).toBeGreaterThan(0.4)
    // Six jumps tell it to a fifth: too little to weigh by themselves.
    expect(spread(here.map(({ lag1 }) => lag1))).toBeGreaterThan(0.1)
  })
})

describe('says nothing', () => {
  const plan = extraPlanOf(7, 'usual')
  const log = logOf(plan, ON_BEAT)
  const vanishing = (change: (block: LoggedVanishes) => Partial<LoggedVanishes>): ControlLog => ({
    ...log,
    blocks: log.blocks.map((block) =>
      block.kind === 'vanish' ? { ...block, ...change(block) } : block,
    ),
  })
  const unsteady = chanceOf(9)
  test.each<[string, string, ControlLog]>([
    ['hidden', 'a hidden page', { ...log, wasHidden: true }],
    ['coarse-clock', 'a coarse clock', { ...log, clockStepMs: 16.7 }],
    ['slow-frames', 'a slow screen', { ...log, frameMs: 66 }],
    ['too-few-taps', 'no beats that vanish', { ...log, blocks: [] }],
    [
      'too-few-taps',
      'every second tap left out',
      vanishing(({ taps }) => ({ taps: taps.filter((_, i) => i % 2 === 0) })),
    ],
    [
      'too-few-taps',
      'most vanishings shown late',
      vanishing(({ vanishedAt }) => ({
        vanishedAt: vanishedAt.map((at, i) => (i < 6 ? null : at)),
      })),
    ],
    [
      'too-few-taps',
      'frames that took long all the time',
      vanishing(({ beats }) => ({
        longFrames: beats.map((beat): [number, number] => [beat - 60, beat]),
      })),
    ],
    [
      'not-steady',
      'taps anywhere',
      vanishing(({ taps }) => ({
        taps: taps.map((tap) => tap + 450 * (unsteady() - 0.5)).sort((a, b) => a - b),
      })),
    ],
    ['not-steady', 'nothing held back', logOf(plan, { ...ON_BEAT, stopMs: 2_000 })],
    ['not-steady', 'taps elsewhere than before', logOf(plan, { ...ON_BEAT, lateMs: 190 })],
  ])('%s: %s', (why, _what, spoiled) => {
    expect(estimateExtra(spoiled, plan, ON_BEAT.lateMs)).toEqual({ void: why })
  })

  test('and jumps that were not answered leave the rest as it is', () => {
    const still = {
      ...log,
      blocks: log.blocks.map((block) => (block.kind === 'jump' ? { ...block, taps: [] } : block)),
    }
    const estimate = estimateExtra(still, plan, ON_BEAT.lateMs)
    expect(estimate).toMatchObject({ jumps: null, trials: 12 })
  })
})
