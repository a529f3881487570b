/** Shows the runs of the laboratory of remote desktops to people. */
import type { State } from '../../src/core/verdict.ts'
import { clopperPearson } from '../interval.ts'
import { percent } from '../print-table.ts'
import { nameOf, type Cell } from './cells.ts'
import type { Figures } from './readings.ts'
import type { Run } from './sit.ts'

/** Everything of one cell. */
export interface Tried {
  cell: Cell
  runs: readonly Run[]
  /** Runs that came to nothing, and why. */
  failures: readonly string[]
}

const shown = ['consistent', 'unclear', 'review', 'contradicted'] as const satisfies State[]

/** From here on a link is to be found, ms. */
const TO_BE_FOUND_MS = 200

type Numeric = { [K in keyof Figures]: Figures[K] extends number | null ? K : never }[keyof Figures]

const medians: readonly (readonly [title: string, figure: Numeric])[] = [
  ['spread', 'spreadMs'],
  ['evenness', 'evennessMs'],
  ['reaction p20', 'reactionP20Ms'],
  ['frame', 'frameMs'],
  ['frames p95', 'framesP95Ms'],
  ['pointer gap', 'pointerGapMs'],
  ['key held', 'keyDwellMs'],
]

function isFound({ control }: Run): boolean {
  return control === 'review' || control === 'contradicted'
}

/** The rows of the table, heads first. Medians; of the asynchrony its least and most as well. */
export function tableOf(tried: readonly Tried[]): string[][] {
  return [
    [
      ...['person', 'n', 'asynchrony', 'least–most', ...medians.map(([title]) => title)],
      ...['renderer', ...shown, 'failed'],
    ],
    ...tried.map(({ cell, runs, failures }) => {
      const values = (figure: Numeric) =>
        runs.flatMap(({ figures }) => figures[figure] ?? []).sort((a, b) => a - b)
      const late = values('asynchronyMs')
      return [
        nameOf(cell),
        String(runs.length),
        decimal(median(late)),
        late.length === 0 ? '–' : `${decimal(late[0])}–${decimal(late.at(-1))}`,
        ...medians.map(([, figure]) => decimal(median(values(figure)))),
        [...new Set(runs.map(({ figures }) => figures.renderer))].join(', ') || '–',
        ...shown.map((state) => String(runs.filter(({ control }) => control === state).length)),
        String(failures.length),
      ]
    }),
  ]
}

/** The figures that count, as sentences. */
export function figureLines(tried: readonly Tried[]): string[] {
  const sentence = (text: string, counts: (cell: Cell) => boolean) => {
    const runs = tried.filter(({ cell }) => counts(cell)).flatMap((one) => one.runs)
    if (runs.length === 0) return `${text}: not tried.`
    const found = runs.filter(isFound).length
    const [low, high] = clopperPearson(found, runs.length)
    return `${text}: ${String(found)} of ${String(runs.length)} = ${percent(found / runs.length)} (95 %: ${percent(low)}–${percent(high)}).`
  }
  const isFar = ({ rttMs }: Cell) => rttMs >= TO_BE_FOUND_MS
  const ms = String(TO_BE_FOUND_MS)
  return [
    sentence(`TigerVNC, ${ms} ms or more, found`, (cell) => cell.kind === 'vnc' && isFar(cell)),
    sentence(`xrdp, ${ms} ms or more, found`, (cell) => cell.kind === 'rdp' && isFar(cell)),
    sentence('At the computer, found', ({ kind }) => kind === 'local'),
    sentence('TigerVNC, 0 ms, found', ({ kind, rttMs }) => kind === 'vnc' && rttMs === 0),
    sentence('xrdp, 0 ms, found', ({ kind, rttMs }) => kind === 'rdp' && rttMs === 0),
  ]
}

/** What was found beside the person's own table, what was missed far away, and why runs failed; a line each. */
export function remarkLines(tried: readonly Tried[]): string[] {
  return tried.flatMap(({ cell, runs, failures }) => [
    ...runs
      .filter(
        (run) =>
          (cell.rttMs === 0 && isFound(run)) || (cell.rttMs >= TO_BE_FOUND_MS && !isFound(run)),
      )
      .map(
        ({ control, bans, against, trouble, seed }) =>
          `${nameOf(cell)}, seed ${String(seed)}: ${control} at ${bans.toFixed(2)} bans, against: ${against.join(', ') || 'nothing'}${trouble === null ? '' : `; the check: ${trouble}`}`,
      ),
    ...failures.map((why) => `${nameOf(cell)}: failed: ${why}`),
  ])
}

/** The middle of an ascending list; of two the lower. */
function median(ascending: readonly number[]): number | undefined {
  return ascending[Math.ceil(ascending.length / 2) - 1]
}

function decimal(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(1)
}
