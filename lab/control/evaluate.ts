/** The control part of `npm run evaluate`: published taps through the real estimator, checks and policy. */
import { estimateControl } from '../../src/core/rhythm/estimate.ts'
import type { SignalValue } from '../../src/core/signals.ts'
import type { State } from '../../src/core/verdict.ts'
import { chanceOf } from '../../src/core/rhythm/chance.ts'
import type { Judged } from '../evaluation-row.ts'
import { controlBaselines } from './baselines.ts'
import { judgeControl } from './judge.ts'
import { anyTapper, replay } from './replay.ts'
import type { Tapper } from './taps.ts'

/** What one check of one person came to. */
export interface ControlOutcome {
  state: State
  bans: number
  /** Lateness, ms; −∞ where the log said nothing. */
  asynchronyMs: number
  found: ReadonlyMap<string, boolean>
}

/** People at one distance from the computer they use. */
export interface ControlScenario extends Judged {
  /** Round trip of the link, ms; null for people at the computer. */
  linkMs: number | null
  outcomes: readonly ControlOutcome[]
}

/** Round trips of links, ms: within a country, a continent, an ocean, half the earth, and by way of relays. */
const LINKS_MS = [20, 60, 110, 200, 300] as const

const HONEST = 10_000
const REMOTE = 3_000
const SEED = 6

/** Judges every scenario. */
export function evaluateControl(tappers: readonly Tapper[]): ControlScenario[] {
  const chance = chanceOf(SEED)
  const draw = (linkMs: number | null, n: number): ControlScenario => ({
    name: linkMs === null ? 'honest: at the computer' : `remote: link of ${String(linkMs)} ms`,
    honest: linkMs === null,
    linkMs,
    outcomes: Array.from({ length: n }, () =>
      judgeLog(estimateControl(replay(anyTapper(tappers, chance), linkMs, chance))),
    ),
  })
  return [draw(null, HONEST), ...LINKS_MS.map((linkMs) => draw(linkMs, REMOTE))]
}

function judgeLog(estimate: ReturnType<typeof estimateControl>): ControlOutcome {
  if ('void' in estimate) {
    const found = controlBaselines.map(({ system }) => [system, false] as const)
    return { state: 'unclear', bans: 0, asynchronyMs: -Infinity, found: new Map(found) }
  }
  const value: SignalValue<'controlCheck'> = {
    ...{ ...estimate, tempi: [...estimate.tempi] },
    ...{ input: 'key', frameMs: 16.7 },
  }
  const { verdict } = judgeControl(value)
  const found = controlBaselines.map(({ system, finds }) => [system, finds(value)] as const)
  return {
    state: verdict.axes.control.state,
    bans: verdict.axes.control.bans,
    asynchronyMs: estimate.asynchronyMs,
    found: new Map(found),
  }
}
