/** People who reacted and stopped online, and what follows from them. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** One person’s middle reaction to something seen, and their time to stop, ms; a browser’s own delay is in both. */
export interface Stopper {
  reactionMs: number
  stopMs: number
}

/**
 * Eisenberg et al. 2019, Nat. Commun. 10: online participants, simple reactions and the time to stop where two of five
 * tasks are stopped, as `Data/Complete_02-16-2019/meaningful_variables_noDDM.csv` of IanEisenberg/Self_Regulation_Ontology
 * has them (CC BY 4.0, read 2026-11-25): the first 28 with both values to fit on, 25 from the middle to report on.
 */
const FILE = 'lab/control/stoppers.csv'

/** People of one half. */
export function readStoppers(half: 'fit' | 'report'): Stopper[] {
  const rows = parse(readFileSync(FILE), { columns: true }) as Record<string, string>[]
  return rows
    .filter((row) => row['half'] === half)
    .map((row) => ({ reactionMs: Number(row['reaction_ms']), stopMs: Number(row['stop_ms']) }))
}

/** Middles and spreads of people, and how much of a later reaction is found in the time to stop. In: two at least. */
export function fitStopping(people: readonly Stopper[]) {
  const reactions = people.map(({ reactionMs }) => reactionMs)
  const stops = people.map(({ stopMs }) => stopMs)
  const [reactionMs, stopMs] = [mean(reactions), mean(stops)]
  const reactionSpreadMs = spread(reactions)
  const both = people.map((one) => (one.reactionMs - reactionMs) * (one.stopMs - stopMs))
  const stopPerReaction = (mean(both) * both.length) / (both.length - 1) / reactionSpreadMs ** 2
  const rests = people.map(
    (one) => one.stopMs - stopMs - stopPerReaction * (one.reactionMs - reactionMs),
  )
  return {
    ...{ reactionMs, reactionSpreadMs, stopMs, stopPerReaction },
    ...{ stopSpreadMs: spread(rests), n: people.length },
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function spread(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1),
  )
}
