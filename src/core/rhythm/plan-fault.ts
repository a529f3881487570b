/** Holding a log against the plan that it must be of: another seed, left-out beats or invented time show. */
import type { ControlLog, LoggedReactions, LoggedTaps, LoggedVanishes } from './log.ts'
import type { BlockPlan, ControlPlan, ReactionPlan, VanishPlan } from './plan.ts'

/** Clocks drift apart by that much over a check, and a message takes its time, ms. */
const CLOCK_SLACK_MS = 1500

/** Beats fall on frames: two of the slowest that are accepted, ms. */
const FRAME_SLACK_MS = 100

/** Beats are told as they were to be seen, computed from the first, ms. */
const BEAT_SLACK_MS = 5

/** Why a log cannot be of this plan, or null. In: how long our server waited for it, ms. */
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
  // Practice comes first, and takes its time.
  let before =
    plan.practice === null ? 0 : plan.practice.beats * plan.practice.tempoMs - FRAME_SLACK_MS
  for (const [i, planned] of plan.blocks.entries()) {
    const block = log.blocks[i]
    const fault = blockFault(block, planned, before)
    if (fault !== null || block === undefined) return `block ${String(i + 1)} ${fault ?? 'missing'}`
    before = endOf(block)
    if (before > log.elapsedMs) return `block ${String(i + 1)} after its own end`
  }
  return null
}

type LoggedBlock = ControlLog['blocks'][number]

function blockFault(
  block: LoggedBlock | undefined,
  planned: BlockPlan,
  before: number,
): string | null {
  if (block?.kind !== planned.kind) return 'of another kind'
  if (block.kind === 'react') {
    return planned.kind === 'react' && isAsPlanned(block, planned, before)
      ? null
      : 'with other waits'
  }
  if (planned.kind === 'react') return 'of another kind'
  if (block.tempoMs !== planned.tempoMs) return 'at another tempo'
  const isOn =
    planned.kind === 'tap' ? isEven(block, planned.beats) : isOnBeats(block, planned.beatsAt)
  if (!isOn) return 'at another tempo'
  if ((block.beats[0] ?? 0) < before) return 'before the one before it'
  if (block.kind === 'vanish' && planned.kind === 'vanish' && !hasVanished(block, planned)) {
    return 'with other vanishings'
  }
  return isRising(block.taps) ? null : 'with taps out of order'
}

/** The last moment that a block tells of, ms. */
function endOf(block: LoggedBlock): number {
  return block.kind === 'react'
    ? Math.max(0, ...block.targets.map(endOfTarget))
    : Math.max(block.beats.at(-1) ?? 0, block.taps.at(-1) ?? 0)
}

function endOfTarget({ shownAt, pressedAt }: LoggedReactions['targets'][number]): number {
  return Math.max(shownAt, pressedAt ?? 0)
}

function isRising(times: readonly number[]): boolean {
  return times.every((time, i) => i === 0 || time >= (times[i - 1] ?? 0))
}

/** A part may go on for longer than planned, as a page does after long frames. */
function isEven(
  { tempoMs, beats }: Pick<LoggedTaps, 'tempoMs' | 'beats'>,
  planned: number,
): boolean {
  if (beats.length < planned) return false
  return beats.every(
    (beat, i) => i === 0 || Math.abs(beat - (beats[0] ?? 0) - i * tempoMs) < FRAME_SLACK_MS,
  )
}

function isOnBeats({ beats }: { beats: readonly number[] }, beatsAt: readonly number[]): boolean {
  return (
    beats.length === beatsAt.length &&
    beatsAt.every((time, i) => Math.abs((beats[i] ?? 0) - (beats[0] ?? 0) - time) < BEAT_SLACK_MS)
  )
}

/** The figure vanishes with the first frame after its time, never sooner. */
function hasVanished({ beats, vanishedAt }: LoggedVanishes, { vanishes }: VanishPlan): boolean {
  if (vanishedAt.length !== vanishes.length) return false
  return vanishes.every(({ beat, beforeMs }, i) => {
    const at = vanishedAt[i] ?? null
    if (at === null) return true
    const lateMs = at - ((beats[beat] ?? 0) - beforeMs)
    return lateMs >= -BEAT_SLACK_MS && lateMs < FRAME_SLACK_MS
  })
}

/** A target cannot come sooner than its wait after what came before it. */
function isAsPlanned(
  { targets }: LoggedReactions,
  { targets: planned }: ReactionPlan,
  before: number,
): boolean {
  if (targets.length !== planned.length) return false
  return targets.every((target, i) => {
    const wish = planned[i]
    if (wish === undefined || wish.isCatch !== target.isCatch) return false
    const last = targets[i - 1]
    const from = last === undefined ? before : endOfTarget(last)
    const earliest = from + wish.waitMs - FRAME_SLACK_MS
    return target.shownAt >= earliest
  })
}
