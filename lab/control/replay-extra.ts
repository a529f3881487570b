/** Replays the part besides as the log of a page: taps that are on their way, and stopped in time or not. */
import type { ControlLog } from '../../src/core/rhythm/log.ts'
import type { ExtraPlan, JumpPlan, VanishPlan } from '../../src/core/rhythm/plan.ts'
import { normal } from './replay.ts'

/** How somebody does it, ms. */
export interface ExtraPerson {
  /** Their taps at the beats that were shown, in order, as the page has them. */
  asynchroniesMs: readonly number[]
  /** From what is shown to a tap that does not come, as the page has it. */
  stopMs: number
  /** Share of vanishings that they miss. */
  lapses: number
  /** Share of a jump that the next tap makes good, and how far they lead the beat. */
  correction: number
  leadMs: number
}

/** Stopping scatters within a person, ms: our judgement, as reactions do. */
const STOP_WITHIN_MS = 35

/** Who leads by so much has no time left to correct the next tap; from the first on it gets less. Source: as `extra-plan.ts`, ms. */
const LEAD = { someMs: 150, allMs: 250 } as const

/** A log of the plan. */
export function replayExtra(
  plan: ExtraPlan,
  person: ExtraPerson,
  chance: () => number,
): ControlLog {
  let clock = 1_000
  const blocks = plan.blocks.map((block) => {
    const made =
      block.kind === 'vanish'
        ? vanishes(block, person, clock, chance)
        : jumps(block, person, clock, chance)
    clock = (made.beats.at(-1) ?? clock) + 2_000
    return made
  })
  return {
    ...{ variant: plan.variant, input: 'key', blocks, clockStepMs: 0.1, frameMs: 16.7 },
    ...{ wasHidden: false, elapsedMs: clock },
  }
}

type Block = ControlLog['blocks'][number]

function vanishes(
  plan: VanishPlan,
  { asynchroniesMs, stopMs, lapses }: ExtraPerson,
  start: number,
  chance: () => number,
): Extract<Block, { kind: 'vanish' }> {
  const beats = plan.beatsAt.map((time) => start + time)
  const vanishedAt = plan.vanishes.map(({ beat, beforeMs }) => (beats[beat] ?? 0) - beforeMs)
  const from = Math.floor(chance() * (asynchroniesMs.length - beats.length))
  const taps = beats.flatMap((beat, i) => {
    const tap = beat + (asynchroniesMs[from + i] ?? 0)
    const which = plan.vanishes.findIndex((vanish) => vanish.beat === i)
    const at = vanishedAt[which]
    if (at === undefined || chance() < lapses) return [tap]
    return at + stopMs + STOP_WITHIN_MS * normal(chance) < tap ? [] : [tap]
  })
  return { kind: 'vanish', tempoMs: plan.tempoMs, beats, taps, vanishedAt, longFrames: [] }
}

/** Each tap makes good a share of how far the one before was off; who leads by much sees it too late. */
function jumps(
  plan: JumpPlan,
  { asynchroniesMs, correction, leadMs }: ExtraPerson,
  start: number,
  chance: () => number,
): Extract<Block, { kind: 'jump' }> {
  const beats = plan.beatsAt.map((time) => start + time)
  const byBeat = new Map(plan.jumps.map(({ beat, byMs }) => [beat, byMs]))
  const late = Math.min(1, Math.max(0, (leadMs - LEAD.someMs) / (LEAD.allMs - LEAD.someMs)))
  const from = Math.floor(chance() * (asynchroniesMs.length - beats.length))
  const off = [0]
  for (let i = 1; i < beats.length; i++) {
    const [last, before] = [off[i - 1] ?? 0, off[i - 2] ?? 0]
    off.push(last - correction * ((1 - late) * last + late * before) - (byBeat.get(i) ?? 0))
  }
  const taps = beats.map((beat, i) => beat + (asynchroniesMs[from + i] ?? 0) + (off[i] ?? 0))
  return { kind: 'jump', tempoMs: plan.tempoMs, beats, taps, longFrames: [] }
}
