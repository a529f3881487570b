/** The part besides: slow people and operators who lead the beat, judged with it and without it. */
import { isExtraUseful } from '../../src/core/rhythm/disagreement.ts'
import { estimateControl } from '../../src/core/rhythm/estimate.ts'
import { estimateExtra, type ExtraEstimate } from '../../src/core/rhythm/estimate-extra.ts'
import { extraPlanOf } from '../../src/core/rhythm/extra-plan.ts'
import type { State } from '../../src/core/verdict.ts'
import { chanceOf } from '../../src/core/rhythm/chance.ts'
import { pick } from '../chance.ts'
import type { Judged } from '../evaluation-row.ts'
import { judgeControl } from './judge.ts'
import { DESKTOP_MS, DEVICE_MS, normal, replayFor } from './replay.ts'
import { replayExtra } from './replay-extra.ts'
import { readStoppers } from './stopping.ts'
import type { Tapper } from './taps.ts'

/** Who somebody is: beyond people as they are, how much later they react, how much of that they stop later, and their link. */
interface Kind {
  name: string
  honest: boolean
  n: number
  laterMs?: readonly [number, number]
  stopShare?: number
  lapses?: number
  /** Round trip that is made up for, ms. */
  linkMs?: number
}

/** One in twenty vanishings is missed for no reason of time. */
const LAPSES = 0.05

/** How much of a jump people make good by the next tap: middle and spread. Source: trained people 0.56 to 0.88 (computed 2026-11-20); fewer taken for others. */
const CORRECTION = { mean: 0.6, spread: 0.2 } as const

const SLOW = [180, 320] as const

const KINDS: readonly Kind[] = [
  { name: 'honest: as people are', honest: true, n: 6_000 },
  { name: 'honest: slow to react', honest: true, n: 2_000, laterMs: SLOW },
  {
    name: 'honest: slow to react, some of it to stop',
    honest: true,
    n: 2_000,
    laterMs: SLOW,
    stopShare: 0.34,
  },
  {
    name: 'honest: slow and inattentive',
    honest: true,
    n: 2_000,
    laterMs: SLOW,
    stopShare: 0.34,
    lapses: 0.2,
  },
  { name: 'honest: slow in everything', honest: true, n: 2_000, laterMs: SLOW, stopShare: 1 },
  ...[60, 110, 150, 200, 300].map((linkMs) => ({
    ...{
      name: `leads the beat by a link of ${String(linkMs)} ms`,
      honest: false,
      n: 2_000,
      linkMs,
    },
  })),
]

/** What came of one person. */
export interface ExtraOutcome {
  asked: boolean
  /** Null where nothing came of the part besides, or it was not asked for. */
  estimate: ExtraEstimate | null
  /** What is said with it, and what without. */
  state: State
  without: State
  found: ReadonlyMap<string, boolean>
}

/** People of one kind. */
export interface ExtraScenario extends Judged {
  outcomes: readonly ExtraOutcome[]
}

/** The same people without the part besides. */
export const WITHOUT_EXTRA = 'without the part besides'

/** Whether a state is one that is found. */
export function isFound(state: State): boolean {
  return state === 'review' || state === 'contradicted'
}

const SEED = 23

/** Judges every kind. The people are the half that nothing was fitted on. In: a share of all draws, for a quick look. */
export function evaluateExtra(tappers: readonly Tapper[], share = 1): ExtraScenario[] {
  const chance = chanceOf(SEED)
  const stoppers = readStoppers('report')
  return KINDS.map(({ name, honest, n, ...kind }) => ({
    ...{ name, honest },
    outcomes: Array.from({ length: Math.round(n * share) }, () => {
      const { reactionMs, stopMs } = pick(stoppers, chance)
      return draw(pick(tappers, chance), { reactionMs, stopMs }, kind, chance)
    }).flatMap((outcome) => outcome ?? []),
  }))
}

function draw(
  tapper: Tapper,
  own: { reactionMs: number; stopMs: number },
  { laterMs, stopShare = 0, lapses = LAPSES, linkMs }: Omit<Kind, 'name' | 'honest' | 'n'>,
  chance: () => number,
): ExtraOutcome | null {
  const later = laterMs === undefined ? 0 : laterMs[0] + chance() * (laterMs[1] - laterMs[0])
  const link = linkMs === undefined ? 0 : linkMs + chance() * DESKTOP_MS
  const device = Math.max(0, DEVICE_MS.mean + DEVICE_MS.spread * normal(chance))
  const reactionMs = own.reactionMs + later + link
  const log = replayFor(tapper, { tapMs: device, reactionMs }, chance)
  const whole = estimateControl(log)
  if ('void' in whole) return null
  const value = { ...whole, tempi: [...whole.tempi], input: log.input, frameMs: log.frameMs }
  const without = judgeControl(value).verdict.axes.control.state
  const found = new Map([[WITHOUT_EXTRA, isFound(without)]])
  const alone = { estimate: null, state: without, without, found }
  if (!isExtraUseful(value)) return { asked: false, ...alone }
  const plan = extraPlanOf(Math.floor(chance() * 2 ** 32), 'usual')
  const person = {
    asynchroniesMs: tapper.asynchroniesMs.map((ms) => ms + device),
    stopMs: own.stopMs + stopShare * later + link,
    lapses,
    correction: CORRECTION.mean + CORRECTION.spread * normal(chance),
    leadMs: link,
  }
  const estimate = estimateExtra(replayExtra(plan, person, chance), plan, value.asynchronyMs)
  if ('void' in estimate) return { asked: true, ...alone }
  const extra = { ...estimate, input: log.input, frameMs: log.frameMs }
  const { state } = judgeControl(value, extra).verdict.axes.control
  return { asked: true, estimate, state, without, found }
}
