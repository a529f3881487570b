/** Shows the runs of the laboratory to people. */
import type { State } from '../../src/core/verdict.ts'
import { clopperPearson } from '../interval.ts'
import { percent } from '../print-table.ts'
import type { Figures } from './readings.ts'
import type { Part, Scenario } from './scenarios.ts'
import type { Run } from './visit.ts'

/** Everything of one scenario. */
export interface Tried {
  scenario: Scenario
  runs: readonly Run[]
  /** Runs that came to nothing, and why. */
  failures: readonly string[]
}

/** How often something was found, of how many. */
interface Rate {
  found: number
  n: number
  low: number
  high: number
}

const shown = ['consistent', 'unclear', 'review', 'contradicted'] as const satisfies State[]

const heads: readonly (readonly [title: string, figure: keyof Figures])[] = [
  ['page', 'echoMs'],
  ['kernel', 'kernelMs'],
  ['split', 'splitMs'],
  ['gap', 'gapMs'],
  ['TLS', 'flightMs'],
  ['excess', 'excessMs'],
]

/** Whether a state sends a person to look. */
function isFound(state: State): boolean {
  return state === 'review' || state === 'contradicted'
}

/** The rows of the table, heads first. Medians; of the split its least and most as well. */
export function tableOf(tried: readonly Tried[]): string[][] {
  const titles = heads.map(([title]) => title)
  return [
    ['scenario', 'n', ...titles, 'split least–most', 'MSS', ...shown, 'failed'],
    ...tried.map(({ scenario, runs, failures }) => {
      const values = (figure: keyof Figures) =>
        runs.flatMap(({ figures }) => figures[figure] ?? []).sort((a, b) => a - b)
      const splits = values('splitMs')
      return [
        scenario.name,
        String(runs.length),
        ...heads.map(([, figure]) => decimal(median(values(figure)))),
        splits.length === 0 ? '–' : `${decimal(splits[0])}–${decimal(splits.at(-1))}`,
        String(median(values('mss')) ?? '–'),
        ...shown.map((state) => String(runs.filter(({ place }) => place === state).length)),
        String(failures.length),
      ]
    }),
  ]
}

const isAlarm = ({ place }: Run) => isFound(place)
const isSplit = ({ against }: Run) => against.includes('layer-split: split')

/** How often something counts in the scenarios of one part; undefined without a run. */
function rateOf(
  tried: readonly Tried[],
  part: Part,
  counts: (run: Run) => boolean,
): Rate | undefined {
  const runs = tried.filter(({ scenario }) => scenario.part === part).flatMap((one) => one.runs)
  if (runs.length === 0) return undefined
  const found = runs.filter(counts).length
  const [low, high] = clopperPearson(found, runs.length)
  return { found, n: runs.length, low, high }
}

/** The figures that count, as sentences: of verdicts, and of the one check that sees proxies. */
export function figureLines(tried: readonly Tried[]): string[] {
  const sentence = (text: string, part: Part, counts: (run: Run) => boolean) => {
    const rate = rateOf(tried, part, counts)
    if (rate === undefined) return `${text}: not tried.`
    const { found, n, low, high } = rate
    return `${text}: ${String(found)} of ${String(n)} = ${percent(found / n)} (95 %: ${percent(low)}–${percent(high)}).`
  }
  return [
    sentence('Proxy that ends connections, 40 ms or more from its user, found', 'proxy', isAlarm),
    sentence('False alarms, direct or through a declared VPN', 'honest', isAlarm),
    sentence('Proxies in which layer-split saw a clear split', 'proxy', isSplit),
    sentence('Clear splits without a proxy', 'honest', isSplit),
  ]
}

/** What spoke against the claim in honest runs, and why runs failed; a line each. */
export function remarkLines(tried: readonly Tried[]): string[] {
  return tried.flatMap(({ scenario, runs, failures }) => [
    ...runs
      .filter(({ place }) => scenario.part === 'honest' && isFound(place))
      .map(({ place, against }) => `${scenario.name}: ${place} by ${against.join(', ')}`),
    ...runs
      .filter(({ place }) => scenario.part === 'proxy' && !isFound(place))
      .map(
        ({ place, bans, against }) =>
          `${scenario.name}: ${place} at ${bans.toFixed(2)} bans, against: ${against.join(', ')}`,
      ),
    ...failures.map((why) => `${scenario.name}: failed: ${why}`),
  ])
}

/** The middle of an ascending list; of two the lower. */
function median(ascending: readonly number[]): number | undefined {
  return ascending[Math.ceil(ascending.length / 2) - 1]
}

function decimal(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(1)
}
