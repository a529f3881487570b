/** What a control check asks for: the same for the same seed, so that a log can be held against it. */
import { chanceOf, shuffled } from './chance.ts'

/** Beats at one tempo. */
export interface TapPlan {
  kind: 'tap'
  tempoMs: number
  beats: number
}

/** Targets that appear after waits nobody can foresee; some never appear. */
export interface ReactionPlan {
  kind: 'react'
  /** Wait before each target, ms. `isCatch`: nothing appears, and nothing should be pressed. */
  targets: readonly { waitMs: number; isCatch: boolean }[]
}

/** Beats of which some are not shown: the figure vanishes before them, and a tap can be held back if that is seen in time. */
export interface VanishPlan {
  kind: 'vanish'
  tempoMs: number
  /** When each beat comes, ms after the first. */
  beatsAt: readonly number[]
  /** Which beats, counted from 0, and how long before them it vanishes, ms. */
  vanishes: readonly { beat: number; beforeMs: number }[]
}

/** Beats of which some come sooner or later than the tempo says, and all that follow with them. */
export interface JumpPlan {
  kind: 'jump'
  tempoMs: number
  /** When each beat comes, jumps and all, ms after the first. */
  beatsAt: readonly number[]
  /** Which beats, counted from 0, and by how much, ms; negative is sooner. */
  jumps: readonly { beat: number; byMs: number }[]
}

/** How a person wants it: as usual, without movement for those whom it disturbs, or slower and larger. */
export const variants = ['usual', 'calm', 'slow'] as const

/** How a person wants it. */
export type Variant = (typeof variants)[number]

/** One part of a check. */
export type BlockPlan = TapPlan | ReactionPlan | VanishPlan | JumpPlan

/** All parts of one check, in order. */
export interface ControlPlan {
  variant: Variant
  /** Comes first and counts for nothing; null where there was some before. */
  practice: TapPlan | null
  blocks: readonly BlockPlan[]
}

/** Of the whole exercise. */
export interface WholePlan extends ControlPlan {
  practice: TapPlan
  blocks: readonly (TapPlan | ReactionPlan)[]
}

/** Of what is asked for besides where taps and reactions disagree. */
export interface ExtraPlan extends ControlPlan {
  practice: null
  blocks: readonly (VanishPlan | JumpPlan)[]
}

/**
 * Beats between 300 and 900 ms are tapped along with best, around 600 by choice; two that share no short multiple tell a
 * delay apart up to 2.4 s. Source: Gan et al. 2015, Repp & Su 2013, as quoted (read 2026-11-20); own design.
 */
const TEMPI_MS = { usual: [600, 800], calm: [600, 800], slow: [800, 1000] } as const

/** Between the two, for a repeat where they disagreed: one of three may then be left out. */
const THIRD_TEMPO_MS = { usual: 700, calm: 700, slow: 900 } as const

const BEATS = { practice: 6, first: 18, second: 15 } as const

/** Targets and catches. A fifth are catches, so that guessing costs. */
const TARGETS = { count: 12, catches: 3 } as const

/** Waits: 1.2 s and an exponential part, so that a longer wait makes no target more likely; cut at 4 s. */
const WAIT = { leastMs: 1200, meanMs: 900, mostMs: 4000 } as const

/** Makes the plan of a check. In: any 32-bit seed; a third tempo for a repeat after two that disagreed. */
export function planOf(seed: number, variant: Variant, tempi: 2 | 3 = 2): WholePlan {
  const chance = chanceOf(seed)
  const [first, second] = TEMPI_MS[variant]
  const kinds = shuffled(
    [
      ...Array.from({ length: TARGETS.count }, () => false),
      ...Array.from({ length: TARGETS.catches }, () => true),
    ],
    chance,
  )
  return {
    variant,
    practice: { kind: 'tap', tempoMs: first, beats: BEATS.practice },
    blocks: [
      { kind: 'tap', tempoMs: first, beats: BEATS.first },
      { kind: 'tap', tempoMs: second, beats: BEATS.second },
      ...(tempi === 3
        ? [{ kind: 'tap', tempoMs: THIRD_TEMPO_MS[variant], beats: BEATS.second } as const]
        : []),
      {
        kind: 'react',
        targets: kinds.map((isCatch) => ({
          isCatch,
          waitMs: Math.round(
            Math.min(WAIT.mostMs, WAIT.leastMs - WAIT.meanMs * Math.log(1 - chance())),
          ),
        })),
      },
    ],
  }
}
