/** Holding a log against the plan that it must be of: another seed, left-out beats or invented time show. */
import type { ControlLog, LoggedReactions, LoggedTaps } from './log.ts'
import type { ControlPlan, ReactionPlan } from './plan.ts'

/** Clocks drift apart by that much over a check, and a message takes its time, ms. */
const CLOCK_SLACK_MS = 1500

/** Beats fall on frames: two of the slowest that are accepted, ms. */
const FRAME_SLACK_MS = 100

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
  let before = plan.practice.beats * plan.practice.tempoMs - FRAME_SLACK_MS
  for (const [i, planned] of plan.blocks.entries()) {
    const block = log.blocks[i]
    const fault = blockFault(block, planned, before)
    if (fault !== null || block === undefined) return `block ${String(i + 1)} ${fault ?? 'missing'}`
    before = endOf(block)
    if (before > log.elapsedMs) return `block ${String(i + 1)} after its own end`
  }
  return null
}

type Planned = ControlPlan['blocks'][number]

function blockFault(
  block: ControlLog['blocks'][number] | undefined,
  planned: Planned,
  before: number,
): string | null {
  if (planned.kind === 'tap') {
    if (block?.kind !== 'tap') return 'of another kind'
    const isLong = block.beats.length >= planned.beats
    if (block.tempoMs !== planned.tempoMs || !isLong || !isEven(block)) return 'at another tempo'
    if ((block.beats[0] ?? 0) < before) return 'before the one before it'
    return isRising(block.taps) ? null : 'with taps out of order'
  }
  if (block?.kind !== 'react') return 'of another kind'
  return isAsPlanned(block, planned, before) ? null : 'with other waits'
}

/** The last moment that a block tells of, ms. */
function endOf(block: ControlLog['blocks'][number]): number {
  return block.kind === 'tap'
    ? Math.max(block.beats.at(-1) ?? 0, block.taps.at(-1) ?? 0)
    : Math.max(0, ...block.targets.map(endOfTarget))
}

function endOfTarget({ shownAt, pressedAt }: LoggedReactions['targets'][number]): number {
  return Math.max(shownAt, pressedAt ?? 0)
}

function isRising(times: readonly number[]): boolean {
  return times.every((time, i) => i === 0 || time >= (times[i - 1] ?? 0))
}

function isEven({ tempoMs, beats }: LoggedTaps): boolean {
  return beats.every(
    (beat, i) => i === 0 || Math.abs(beat - (beats[0] ?? 0) - i * tempoMs) < FRAME_SLACK_MS,
  )
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
