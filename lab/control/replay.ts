/** Replays a person’s taps as the log of a page: with a device’s own delay, and a remote link’s. */
import type { ControlLog } from '../../src/core/rhythm/log.ts'
import { planOf, type ReactionPlan, type TapPlan } from '../../src/core/rhythm/plan.ts'
import { pick } from '../chance.ts'
import type { Tapper } from './taps.ts'

/** A browser at home shows late and hears late: mean and spread between devices, ms. Source: Semmelmann & Weigelt 2017: 37 (laboratory) to 87 (home), spread 16 (read 2026-11-20). */
export const DEVICE_MS = { mean: 65, spread: 18 } as const

/** What a remote desktop adds to its link, ms: 0 to 20 over VNC in our laboratory (measured 2026-11-20). */
export const DESKTOP_MS = 20

/** Reactions to something seen in a browser without its delay: mean, spread between people and within one, ms. */
const REACTION_MS = { mean: 230, between: 35, within: 35 } as const

/** A standard normal variate. Source: Box & Muller, Ann. Math. Statist. 29 (1958). */
export function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
}

/** A log of one check of one person. In: the round trip of the link, ms; null for a person at the computer. */
export function replay(tapper: Tapper, linkMs: number | null, chance: () => number): ControlLog {
  const seed = Math.floor(chance() * 2 ** 32)
  const link = linkMs === null ? 0 : linkMs + chance() * DESKTOP_MS
  const delay = Math.max(0, DEVICE_MS.mean + DEVICE_MS.spread * normal(chance)) + link
  const reaction = REACTION_MS.mean + REACTION_MS.between * normal(chance) + delay
  return logOf(seed, tapper, { tapMs: delay, reactionMs: reaction }, chance)
}

/** A log of somebody whose taps and reactions come so late, ms. */
export function replayFor(
  tapper: Tapper,
  late: { tapMs: number; reactionMs: number },
  chance: () => number,
): ControlLog {
  return logOf(Math.floor(chance() * 2 ** 32), tapper, late, chance)
}

function logOf(
  seed: number,
  tapper: Tapper,
  { tapMs: delay, reactionMs: reaction }: { tapMs: number; reactionMs: number },
  chance: () => number,
): ControlLog {
  const plan = planOf(seed, 'usual')
  let clock = 500
  const blocks = plan.blocks.map((block) => {
    const [log, end] =
      block.kind === 'tap'
        ? tapsOf(block, tapper, delay, reaction, clock, chance)
        : reactionsOf(block, reaction, clock, chance)
    clock = end + 1000
    return log
  })
  return {
    variant: 'usual',
    input: 'key',
    blocks,
    clockStepMs: 0.1,
    frameMs: 16.7,
    wasHidden: false,
    elapsedMs: clock,
  }
}

type Block = ControlLog['blocks'][number]

/** A run of the person’s own taps as they followed each other; the first is a reaction to the first beat. */
function tapsOf(
  { tempoMs, beats: count }: TapPlan,
  { asynchroniesMs }: Tapper,
  delay: number,
  reaction: number,
  start: number,
  chance: () => number,
): [Block, number] {
  const beats = Array.from({ length: count }, (_, i) => start + i * tempoMs)
  const from = Math.floor(chance() * (asynchroniesMs.length - count))
  const taps = beats.map((beat, i) =>
    Math.max(0, i === 0 ? beat + reaction - 60 : beat + (asynchroniesMs[from + i] ?? 0) + delay),
  )
  return [{ kind: 'tap', tempoMs, beats, taps, longFrames: [] }, start + count * tempoMs + delay]
}

function reactionsOf(
  { targets: planned }: ReactionPlan,
  reaction: number,
  start: number,
  chance: () => number,
): [Block, number] {
  let clock = start
  const targets = planned.map(({ waitMs, isCatch }) => {
    const shownAt = clock + waitMs
    const pressedAt = isCatch
      ? null
      : shownAt + Math.max(110, reaction + REACTION_MS.within * normal(chance))
    clock = Math.max(shownAt, pressedAt ?? shownAt + 800)
    return { isCatch, shownAt, pressedAt }
  })
  return [{ kind: 'react', targets, longFrames: [] }, clock]
}

/** Any person of a list. */
export function anyTapper(tappers: readonly Tapper[], chance: () => number): Tapper {
  return pick(tappers, chance)
}
