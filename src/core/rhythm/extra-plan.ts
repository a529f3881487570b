/** What is asked for once more where taps and reactions disagree: beats that vanish, and small jumps of the beat. */
import { chanceOf, shuffled } from './chance.ts'
import type { ExtraPlan, JumpPlan, VanishPlan, Variant } from './plan.ts'

/** Tempo of the beats that vanish: quick enough for 12 trials in half a minute, ms. */
const VANISH_TEMPO_MS = { usual: 750, calm: 750, slow: 1000 } as const

/**
 * Twelve vanishings, 50 ms apart: whoever sits there holds back half of their taps when told some 250 ms before, somebody
 * who leads by 250 ms at 500. Fixed and not a staircase, so that the server can hold the answer against it. The half
 * point is then known to some 45 ms. Source: own simulation, `test/core/rhythm/extra.test.ts` (computed 2026-11-25).
 */
const VANISH = { first: 4, count: 12, leastMs: 60, stepMs: 50 } as const

/** Beats from one vanishing to the next: one or two ordinary ones between, which nobody foresees. */
const VANISH_GAPS = [2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3] as const

/**
 * Jumps at a beat that leaves no time to somebody who leads it by much: corrections begin 100 to 250 ms into a beat.
 * Source: Hove et al. 2014 and Repp 2012, as quoted (read 2026-11-20).
 */
const JUMP = { tempoMs: 450, first: 5, byMs: 60, after: 3 } as const

/** Beats from one jump to the next: taps have adapted by the third. */
const JUMP_GAPS = [4, 4, 4, 5, 5] as const

/** Makes the plan of the further exercise. In: any 32-bit seed. Jumps only as usual: others asked for something slower. */
export function extraPlanOf(seed: number, variant: Variant): ExtraPlan {
  const chance = chanceOf(seed)
  const vanish = vanishesOf(variant, chance)
  return {
    variant,
    practice: null,
    blocks: variant === 'usual' ? [vanish, jumpsOf(chance)] : [vanish],
  }
}

function vanishesOf(variant: Variant, chance: () => number): VanishPlan {
  const befores = shuffled(
    Array.from({ length: VANISH.count }, (_, i) => VANISH.leastMs + i * VANISH.stepMs),
    chance,
  )
  const at = beatsOf(VANISH.first, shuffled(VANISH_GAPS, chance))
  const vanishes = befores.map((beforeMs, i) => ({ beat: at[i] ?? 0, beforeMs }))
  const tempoMs = VANISH_TEMPO_MS[variant]
  // One ordinary beat at the end, so that the last vanishing is no end.
  return { kind: 'vanish', tempoMs, beatsAt: beatTimes(tempoMs, (at.at(-1) ?? 0) + 2), vanishes }
}

function jumpsOf(chance: () => number): JumpPlan {
  const at = beatsOf(JUMP.first, shuffled(JUMP_GAPS, chance))
  const signs = shuffled(
    at.map((_, i) => (i % 2 === 0 ? 1 : -1)),
    chance,
  )
  const jumps = at.map((beat, i) => ({ beat, byMs: (signs[i] ?? 1) * JUMP.byMs }))
  const beatsAt = beatTimes(JUMP.tempoMs, (at.at(-1) ?? 0) + JUMP.after, jumps)
  return { kind: 'jump', tempoMs: JUMP.tempoMs, beatsAt, jumps }
}

/** Beats by the first one and the gaps after it. */
function beatsOf(first: number, gaps: readonly number[]): number[] {
  return gaps.reduce((beats, gap) => [...beats, (beats.at(-1) ?? 0) + gap], [first])
}

/** When so many beats come, ms after the first. */
function beatTimes(tempoMs: number, count: number, jumps: JumpPlan['jumps'] = []): number[] {
  return Array.from(
    { length: count },
    (_, i) =>
      i * tempoMs + jumps.filter(({ beat }) => beat <= i).reduce((sum, { byMs }) => sum + byMs, 0),
  )
}
