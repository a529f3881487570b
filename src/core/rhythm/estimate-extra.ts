/** From the log of the further exercise to what it says of who leads the beat on purpose; or why it says nothing. */
import { halfPointOf, type StopTrial } from './held-back.ts'
import { answersTo, type JumpAnswers } from './jump-answers.ts'
import type { ControlLog, LoggedVanishes } from './log.ts'
import type { ControlPlan, VanishPlan } from './plan.ts'
import { logQuality, type Void } from './quality.ts'
import { hodgesLehmann, madSpread } from './robust.ts'
import { wrap } from './unwrap.ts'

/** What the further exercise says. Counts, estimates and quality only. */
export interface ExtraEstimate {
  /** Lateness at the beats that were shown, ms. */
  asynchronyMs: number
  spreadMs: number
  /** Taps that they rest on. */
  taps: number
  /** How long before a beat its vanishing must be seen for half of the taps to be held back, with its error, ms. */
  ssd50Ms: number
  errorMs: number
  /** Beats that vanished and count, and at how many the tap was held back. */
  trials: number
  held: number
  jumps: JumpAnswers | null
}

const GATES = {
  /** Shown beats that were tapped; somebody who waits to see whether the ball lands leaves most of them out. */
  answered: 0.7,
  taps: 8,
  mostSpreadMs: 90,
  /** People who wait for vanishings tap somewhat later than before, not by this, ms. */
  awayMs: 150,
  trials: 8,
  /** Of each: somebody who always or never held back shows no half point. */
  each: 1,
  /** Near the longest vanishings the half point is known less well; what it weighs takes that into account. */
  mostErrorMs: 100,
} as const

/** A long frame so long before a vanishing makes it unclear when that was seen, ms. */
const NEAR_MS = 100

/** Beats at the start that only find the tempo. */
const SETTLING = 3

/** Computes the estimates. In: the plan that the log is of; the lateness of the exercise before it, ms. */
export function estimateExtra(
  log: ControlLog,
  plan: ControlPlan,
  beforeMs: number,
): ExtraEstimate | { void: Void } {
  const unfit = logQuality(log)
  if (unfit !== null) return { void: unfit }
  const planned = plan.blocks.find((block) => block.kind === 'vanish')
  const block = log.blocks.find(({ kind }) => kind === 'vanish')
  if (planned === undefined || block?.kind !== 'vanish') return { void: 'too-few-taps' }
  const vanished = new Set(planned.vanishes.map(({ beat }) => beat))
  const shown = block.beats.filter((_, i) => i >= SETTLING && !vanished.has(i))
  const offsets = shown.flatMap((beat) => offsetAt(block, beat, 0) ?? [])
  if (offsets.length < Math.max(GATES.taps, GATES.answered * shown.length)) {
    return { void: 'too-few-taps' }
  }
  const asynchronyMs = hodgesLehmann(offsets)
  const spreadMs = madSpread(offsets)
  if (spreadMs > GATES.mostSpreadMs) return { void: 'not-steady' }
  if (Math.abs(asynchronyMs - beforeMs) > GATES.awayMs) return { void: 'not-steady' }
  const trials = trialsOf(block, planned, asynchronyMs)
  const held = trials.filter((trial) => trial.held).length
  if (trials.length < GATES.trials) return { void: 'too-few-taps' }
  if (held < GATES.each || trials.length - held < GATES.each) return { void: 'not-steady' }
  const { ssd50Ms, errorMs } = halfPointOf(trials)
  if (errorMs > GATES.mostErrorMs) return { void: 'not-steady' }
  const taps = offsets.length
  const head = { asynchronyMs, spreadMs, taps, ssd50Ms, errorMs, trials: trials.length, held }
  return { ...head, jumps: jumpsOf(log, plan) }
}

/** The tap that belongs to a beat, ms after it; null for none. In: how late taps are expected, ms. */
function offsetAt(
  { taps, tempoMs }: LoggedVanishes,
  beat: number,
  expectedMs: number,
): number | null {
  const offsets = taps
    .map((tap) => tap - beat - expectedMs)
    .filter((offset) => wrap(offset, tempoMs) === offset)
  const nearest = offsets.sort((a, b) => Math.abs(a) - Math.abs(b))[0]
  return nearest === undefined ? null : nearest + expectedMs
}

/** Vanishings that no long frame disturbed, by what was really shown. */
function trialsOf(
  block: LoggedVanishes,
  { vanishes }: VanishPlan,
  expectedMs: number,
): StopTrial[] {
  return vanishes.flatMap(({ beat: index }, i) => {
    const beat = block.beats[index] ?? 0
    const at = block.vanishedAt[i] ?? null
    if (at === null) return []
    const isDisturbed = block.longFrames.some(([from, to]) => to > at - NEAR_MS && from < beat)
    if (isDisturbed) return []
    return [{ beforeMs: beat - at, held: offsetAt(block, beat, expectedMs) === null }]
  })
}

function jumpsOf(log: ControlLog, plan: ControlPlan): JumpAnswers | null {
  const planned = plan.blocks.find((block) => block.kind === 'jump')
  const block = log.blocks.find(({ kind }) => kind === 'jump')
  if (planned === undefined || block?.kind !== 'jump') return null
  return answersTo(block, planned.jumps)
}
