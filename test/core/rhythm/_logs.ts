/** Logs of control checks as a page sends them, of people and programs with known delays. */
import type { ControlLog } from '../../../src/core/rhythm/log.ts'
import type { ControlPlan } from '../../../src/core/rhythm/plan.ts'

/** Numbers from 0 to below 1, the same for the same seed. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A normal variate by twelve uniform ones. */
export function normal(chance: () => number): number {
  return Array.from({ length: 12 }, chance).reduce((sum, value) => sum + value, -6)
}

/** How somebody taps and reacts, ms. */
export interface Hand {
  lateMs: number
  spreadMs: number
  reactionMs: number
  seed?: number
}

/** At the computer. */
export const LOCAL: Hand = { lateMs: 20, spreadMs: 28, reactionMs: 260 }

/** The log that this hand makes of a plan. */
export function logOf(plan: ControlPlan, hand: Hand = LOCAL): ControlLog {
  const chance = chanceOf(hand.seed ?? 1)
  const scatter = () => hand.spreadMs * normal(chance)
  let clock = plan.practice.beats * plan.practice.tempoMs + 2_000
  const blocks: ControlLog['blocks'] = plan.blocks.map((block) => {
    clock += 1_500
    if (block.kind === 'tap') {
      const beats = Array.from({ length: block.beats }, (_, i) => clock + i * block.tempoMs)
      const taps = beats
        .map((beat, i) => beat + (i === 0 ? hand.reactionMs : hand.lateMs + scatter()))
        .sort((a, b) => a - b)
      clock = Math.max(beats.at(-1) ?? 0, taps.at(-1) ?? 0)
      return { kind: 'tap', tempoMs: block.tempoMs, beats, taps, longFrames: [] }
    }
    const targets = block.targets.map(({ waitMs, isCatch }) => {
      const shownAt = clock + waitMs
      const pressedAt = isCatch ? null : shownAt + Math.max(130, hand.reactionMs + scatter())
      clock = pressedAt ?? shownAt + 1_000
      return { isCatch, shownAt, pressedAt }
    })
    return { kind: 'react', targets, longFrames: [] }
  })
  return {
    variant: plan.variant,
    input: 'key',
    blocks,
    clockStepMs: 0.1,
    frameMs: 16.7,
    wasHidden: false,
    elapsedMs: clock + 500,
  }
}
