/** From the log of a control check to estimates: how late, how steady, how fast; or why it says nothing. */
import type { ControlLog, LoggedReactions, LoggedTaps } from './log.ts'
import { logQuality, type Void } from './quality.ts'
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

/** The first taps find the beat: steady from the fifth. Source: own re-analysis of 4,895 trials (computed 2026-11-20). */
const SETTLING_TAPS = 4

const GATES = {
  taps: 8,
  /** Less steady than tapping along at all, ms. */
  mostSpreadMs: 90,
  /** The tempi must mean one delay, ms. */
  disagreeMs: 80,
} as const

/** Reactions sooner than that were guesses, later ones were something else, ms. */
const REACTION = { least: 100, most: 1500, count: 6 } as const

/** Computes the estimates. Out: why there are none when the log is not good enough. */
export function estimateControl(log: ControlLog): ControlEstimate | { void: Void } {
  const unfit = logQuality(log)
  if (unfit !== null) return { void: unfit }
  const logged = log.blocks.filter((block) => block.kind === 'tap')
  const blocks = logged.map(toTapBlock)
  if (blocks.length < 2 || blocks.some(({ offsetsMs }) => offsetsMs.length < GATES.taps)) {
    return { void: 'too-few-taps' }
  }
  const delay = commonDelay(blocks) ?? 0
  const tempi = agreeing(blocks.map((block) => estimateTempo(block, delay)))
  if (tempi.some(({ taps }) => taps < GATES.taps)) return { void: 'too-few-taps' }
  if (tempi.some(({ spreadMs }) => spreadMs > GATES.mostSpreadMs)) return { void: 'not-steady' }
  if (disagreementOf(tempi) > GATES.disagreeMs) return { void: 'tempi-disagree' }
  const lateness = tempi.map(({ asynchronyMs }) => asynchronyMs)
  const reactions = log.blocks.find((block) => block.kind === 'react')
  return {
    asynchronyMs: lateness.reduce((sum, value) => sum + value, 0) / lateness.length,
    tempi,
    reaction: reactions === undefined ? null : estimateReactions(reactions),
    startUpMs: startUpOf(logged),
    evennessMs: evennessOf(logged),
  }
}

/** How far the delays that tempi mean are apart, ms. */
function disagreementOf(tempi: readonly TempoEstimate[]): number {
  const lateness = tempi.map(({ asynchronyMs }) => asynchronyMs)
  return Math.max(...lateness) - Math.min(...lateness)
}

/** Of three tempi that disagree, the two that are nearest to each other; of two, both. */
function agreeing(tempi: readonly TempoEstimate[]): readonly TempoEstimate[] {
  if (tempi.length < 3 || disagreementOf(tempi) <= GATES.disagreeMs) return tempi
  const pairs = tempi.map((_, left) => tempi.filter((_tempo, i) => i !== left))
  return pairs.sort((a, b) => disagreementOf(a) - disagreementOf(b))[0] ?? tempi
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
