/** From the log of a control check to estimates: how late, how steady, how fast; or why it says nothing. */
import type { ControlLog, LoggedReactions, LoggedTaps } from './log.ts'
import type { ControlPlan } from './plan.ts'
import { madSpread, median, quantile } from './robust.ts'
import { commonDelay, estimateTempo, wrap, type TapBlock, type TempoEstimate } from './unwrap.ts'

/** What reactions say. */
export interface ReactionEstimate {
  count: number
  medianMs: number
  /** The fastest fifth: nobody reacts sooner than seeing allows. */
  p20Ms: number
  /** Presses where nothing was shown, or before it was. */
  falseStarts: number
}

/** What a control check says. Counts, estimates and quality only. */
export interface ControlEstimate {
  /** Lateness that both tempi agree on, ms; the mean of their estimates. */
  asynchronyMs: number
  tempi: readonly TempoEstimate[]
  reaction: ReactionEstimate | null
  /** The first tap of a block is a reaction to the first beat, ms late; null where there was none. */
  startUpMs: number | null
  /** Standard deviation of the times from tap to tap within blocks beyond their tempo, ms. */
  evennessMs: number
}

/** Why a log says nothing. None of these weighs anything. */
export type Void =
  'hidden' | 'coarse-clock' | 'too-few-taps' | 'not-steady' | 'tempi-disagree' | 'slow-frames'

/** The first taps find the beat: steady from the fifth. Source: own re-analysis of 4,895 trials (computed 2026-11-20). */
const SETTLING_TAPS = 4

const GATES = {
  /** A clock in steps of 100 ms, as browsers give that resist fingerprinting, cannot tell. */
  clockStepMs: 5,
  taps: 8,
  /** Steadier than any hand, and less steady than tapping along at all, ms. */
  leastSpreadMs: 6,
  mostSpreadMs: 90,
  /** The two tempi must mean one delay, ms. */
  disagreeMs: 80,
  /** Below 20 frames a second a ball cannot be followed. */
  frameMs: 50,
} as const

/** Reactions sooner than that were guesses, later ones were something else, ms. */
const REACTION = { least: 100, most: 1500, count: 6 } as const

/** Computes the estimates. Out: why there are none when the log is not good enough. */
export function estimateControl(log: ControlLog): ControlEstimate | { void: Void } {
  if (log.wasHidden) return { void: 'hidden' }
  if (log.clockStepMs > GATES.clockStepMs) return { void: 'coarse-clock' }
  if (log.frameMs > GATES.frameMs) return { void: 'slow-frames' }
  const logged = log.blocks.filter((block) => block.kind === 'tap')
  const blocks = logged.map(toTapBlock)
  if (blocks.length < 2 || blocks.some(({ offsetsMs }) => offsetsMs.length < GATES.taps)) {
    return { void: 'too-few-taps' }
  }
  const delay = commonDelay(blocks) ?? 0
  const tempi = blocks.map((block) => estimateTempo(block, delay))
  if (tempi.some(({ taps }) => taps < GATES.taps)) return { void: 'too-few-taps' }
  if (tempi.some(({ spreadMs }) => spreadMs > GATES.mostSpreadMs)) return { void: 'not-steady' }
  const lateness = tempi.map(({ asynchronyMs }) => asynchronyMs)
  if (Math.max(...lateness) - Math.min(...lateness) > GATES.disagreeMs) {
    return { void: 'tempi-disagree' }
  }
  const reactions = log.blocks.find((block) => block.kind === 'react')
  return {
    asynchronyMs: lateness.reduce((sum, value) => sum + value, 0) / lateness.length,
    tempi,
    reaction: reactions === undefined ? null : estimateReactions(reactions),
    startUpMs: startUpOf(logged),
    evennessMs: evennessOf(logged),
  }
}

/** Whether taps are steadier than any hand. */
export function isTooEven({ evennessMs, tempi }: ControlEstimate): boolean {
  return (
    evennessMs < GATES.leastSpreadMs || tempi.some(({ spreadMs }) => spreadMs < GATES.leastSpreadMs)
  )
}

/** Taps after settling, each against its nearest beat; those near a long frame are dropped, not the block. */
function toTapBlock({ tempoMs, beats, taps, longFrames }: LoggedTaps): TapBlock {
  const first = beats[0] ?? 0
  const offsetsMs = taps
    .filter((tap) => tap >= first + (SETTLING_TAPS - 0.5) * tempoMs)
    .filter(
      (tap) => !longFrames.some(([from, to]) => tap > from - tempoMs / 2 && tap < to + tempoMs / 2),
    )
    .flatMap((tap) => {
      const offset = nearestOffset(tap, beats)
      return offset === undefined ? [] : [wrap(offset, tempoMs)]
    })
  return { tempoMs, offsetsMs }
}

function nearestOffset(tap: number, beats: readonly number[]): number | undefined {
  return beats
    .map((beat) => tap - beat)
    .sort((a, b) => Math.abs(a) - Math.abs(b))
    .at(0)
}

function estimateReactions({ targets, longFrames }: LoggedReactions): ReactionEstimate | null {
  const isClean = (at: number) => !longFrames.some(([from, to]) => at > from - 100 && at < to + 100)
  const times = targets.flatMap(({ isCatch, shownAt, pressedAt }) =>
    !isCatch && pressedAt !== null && isClean(shownAt) ? [pressedAt - shownAt] : [],
  )
  const real = times.filter((ms) => ms >= REACTION.least && ms <= REACTION.most)
  if (real.length < REACTION.count) return null
  const pressedAtNothing = targets.filter(({ isCatch, pressedAt }) => isCatch && pressedAt !== null)
  return {
    count: real.length,
    medianMs: median(real),
    p20Ms: quantile(real, 0.2),
    falseStarts: pressedAtNothing.length + times.filter((ms) => ms < REACTION.least).length,
  }
}

function startUpOf(blocks: readonly LoggedTaps[]): number | null {
  const late = blocks.flatMap(({ beats, taps }) => {
    const beat = beats[0]
    const tap = taps.find((time) => beat !== undefined && time >= beat - 100)
    return beat === undefined || tap === undefined ? [] : [tap - beat]
  })
  return late.length === 0 ? null : median(late)
}

function evennessOf(blocks: readonly LoggedTaps[]): number {
  const rests = blocks.flatMap(({ tempoMs, taps }) => {
    const settled = taps.slice(SETTLING_TAPS)
    return settled.slice(1).flatMap((tap, i) => {
      const rest = tap - (settled[i] ?? tap) - tempoMs
      // A beat left out is no unevenness.
      return Math.abs(rest) < tempoMs / 2 ? [rest] : []
    })
  })
  return rests.length === 0 ? 0 : madSpread(rests)
}

/** Why a log cannot be of this plan, or null: another seed, fewer beats, waits that nobody asked for. */
export function planFault(
  log: ControlLog,
  plan: ControlPlan,
  serverElapsedMs: number,
): string | null {
  if (log.elapsedMs > serverElapsedMs + CLOCK_SLACK_MS) {
    return `says ${String(Math.round(log.elapsedMs))} ms, took ${String(Math.round(serverElapsedMs))} ms`
  }
  if (log.variant !== plan.variant) return `variant ${log.variant} instead of ${plan.variant}`
  if (log.blocks.length !== plan.blocks.length) {
    return `${String(log.blocks.length)} blocks instead of ${String(plan.blocks.length)}`
  }
  for (const [i, planned] of plan.blocks.entries()) {
    const block = log.blocks[i]
    const where = `block ${String(i + 1)}`
    if (block === undefined || block.kind !== planned.kind) return `${where} of another kind`
    if (block.kind === 'tap' && planned.kind === 'tap') {
      const isLong = block.beats.length >= planned.beats
      if (block.tempoMs !== planned.tempoMs || !isLong || !isEven(block)) {
        return `${where} at another tempo`
      }
    }
    if (
      block.kind === 'react' &&
      planned.kind === 'react' &&
      !isAsPlanned(block, planned.targets)
    ) {
      return `${where} with other waits`
    }
  }
  return null
}

/** Clocks drift apart by that much over a check, and a message takes its time. */
const CLOCK_SLACK_MS = 1500

/** Beats fall on frames: two of the slowest that are accepted. */
const FRAME_SLACK_MS = 100

function isEven({ tempoMs, beats }: LoggedTaps): boolean {
  return beats.every(
    (beat, i) => i === 0 || Math.abs(beat - (beats[0] ?? 0) - i * tempoMs) < FRAME_SLACK_MS,
  )
}

function isAsPlanned(
  { targets }: LoggedReactions,
  planned: readonly { waitMs: number; isCatch: boolean }[],
): boolean {
  if (targets.length !== planned.length) return false
  return targets.every((target, i) => {
    const wish = planned[i]
    const before = targets[i - 1]
    if (wish === undefined || wish.isCatch !== target.isCatch) return false
    // A target cannot come sooner than its wait after the one before it.
    return before === undefined || target.shownAt - before.shownAt >= wish.waitMs - FRAME_SLACK_MS
  })
}
