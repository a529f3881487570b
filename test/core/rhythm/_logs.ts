/** Logs of control checks as a page sends them, of people and programs with known delays. */
import type { ControlLog } from '../../../src/core/rhythm/log.ts'
import type {
  ControlPlan,
  JumpPlan,
  ReactionPlan,
  TapPlan,
  VanishPlan,
} from '../../../src/core/rhythm/plan.ts'

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
  /** From what is shown to a tap that does not come; 250 where it is left out. */
  stopMs?: number
  /** How much of a jump is made good by the next tap; 0.6 where it is left out. */
  correction?: number
  /** Corrections come one tap later: the next one is on its way already. */
  correctsLate?: boolean
  seed?: number
}

/** At the computer. */
export const LOCAL: Hand = { lateMs: 20, spreadMs: 28, reactionMs: 260 }

type Block = ControlLog['blocks'][number]

/** The log that this hand makes of a plan. */
export function logOf(plan: ControlPlan, hand: Hand = LOCAL): ControlLog {
  const chance = chanceOf(hand.seed ?? 1)
  const scatter = () => hand.spreadMs * normal(chance)
  const { practice } = plan
  let clock = (practice === null ? 0 : practice.beats * practice.tempoMs) + 2_000
  const blocks = plan.blocks.map((block): Block => {
    clock += 1_500
    const [logged, end] =
      block.kind === 'tap'
        ? tapped(block, hand, clock, scatter)
        : block.kind === 'react'
          ? reacted(block, hand, clock, scatter)
          : block.kind === 'vanish'
            ? heldBack(block, hand, clock, scatter)
            : corrected(block, hand, clock, scatter)
    clock = end
    return logged
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

type Made = [block: Block, end: number]

function tapped(
  { tempoMs, beats: count }: TapPlan,
  hand: Hand,
  clock: number,
  scatter: () => number,
): Made {
  const beats = Array.from({ length: count }, (_, i) => clock + i * tempoMs)
  const taps = beats
    .map((beat, i) => beat + (i === 0 ? hand.reactionMs : hand.lateMs + scatter()))
    .sort((a, b) => a - b)
  const end = Math.max(beats.at(-1) ?? 0, taps.at(-1) ?? 0)
  return [{ kind: 'tap', tempoMs, beats, taps, longFrames: [] }, end]
}

function reacted(plan: ReactionPlan, hand: Hand, start: number, scatter: () => number): Made {
  let clock = start
  const targets = plan.targets.map(({ waitMs, isCatch }) => {
    const shownAt = clock + waitMs
    const pressedAt = isCatch ? null : shownAt + Math.max(130, hand.reactionMs + scatter())
    clock = pressedAt ?? shownAt + 1_000
    return { isCatch, shownAt, pressedAt }
  })
  return [{ kind: 'react', targets, longFrames: [] }, clock]
}

/** A tap is on its way, and stops if what stops it is quicker. */
function heldBack(plan: VanishPlan, hand: Hand, clock: number, scatter: () => number): Made {
  const beats = plan.beatsAt.map((time) => clock + time)
  const vanishedAt = plan.vanishes.map(({ beat, beforeMs }) => (beats[beat] ?? 0) - beforeMs)
  const taps = beats
    .flatMap((beat, i) => {
      const tap = beat + (i === 0 ? hand.reactionMs : hand.lateMs + scatter())
      const which = plan.vanishes.findIndex((vanish) => vanish.beat === i)
      const stop = (vanishedAt[which] ?? Infinity) + (hand.stopMs ?? 250) + scatter()
      return stop < tap ? [] : [tap]
    })
    .sort((a, b) => a - b)
  const end = Math.max(beats.at(-1) ?? 0, taps.at(-1) ?? 0)
  return [{ kind: 'vanish', tempoMs: plan.tempoMs, beats, taps, vanishedAt, longFrames: [] }, end]
}

/** Each tap makes good some of how far the one before was off; `correctsLate`: the one before that. */
function corrected(plan: JumpPlan, hand: Hand, clock: number, scatter: () => number): Made {
  const beats = plan.beatsAt.map((time) => clock + time)
  const share = hand.correction ?? 0.6
  const jumpAt = new Map(plan.jumps.map(({ beat, byMs }) => [beat, byMs]))
  const off = [0]
  for (let i = 1; i < beats.length; i++) {
    const seen = off[hand.correctsLate === true ? i - 2 : i - 1] ?? 0
    off.push((off[i - 1] ?? 0) - share * seen + scatter() * 0.6 - (jumpAt.get(i) ?? 0))
  }
  const taps = beats.map((beat, i) => beat + hand.lateMs + (off[i] ?? 0)).sort((a, b) => a - b)
  const end = Math.max(beats.at(-1) ?? 0, taps.at(-1) ?? 0)
  return [{ kind: 'jump', tempoMs: plan.tempoMs, beats, taps, longFrames: [] }, end]
}
