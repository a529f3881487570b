/** Commands in Discord: how soon the product acknowledges, beside an empty discord.js bot in the same run. */
import type { ChildProcess } from 'node:child_process'
import type { BenchRow } from '../bench.ts'
import { quantile } from './quantile.ts'
import { endSides, startSide, type Side } from './sides.ts'

/**
 * Commands a second, and how many in how many turns. Source: product numbers, "≤ 500 ms at 50/s".
 *
 * The two take turns, so that each has the machine to itself, and several of them, so that both meet its moods.
 */
const RATE = { perSecond: 50, perTurn: 100, turns: 6 }

/** A Discord of its own for each, with somebody connected to it. */
async function startPair(processes: ChildProcess[], side: string): Promise<Side<unknown>> {
  const file = new URL('./discord-side.ts', import.meta.url)
  const theirs = await startSide<{ apiUrl: string }>(processes, file, 'discord')
  await startSide(processes, file, side, theirs.first.apiUrl)
  return theirs
}

/** Runs it. */
export async function discordBench(): Promise<BenchRow[]> {
  const processes: ChildProcess[] = []
  const times = { ours: [] as number[], empty: [] as number[] }
  try {
    const ours = await startPair(processes, 'ours')
    const empty = await startPair(processes, 'empty')
    const turn = `${RATE.perSecond} ${RATE.perTurn}`
    for (let i = 0; i <= RATE.turns; i++) {
      const own = (await ours.ask(turn)) as { times: number[] }
      const others = (await empty.ask(turn)) as { times: number[] }
      // The first turn warms both up.
      if (i === 0) continue
      times.ours.push(...own.times)
      times.empty.push(...others.times)
    }
  } finally {
    endSides(processes)
  }
  const row = (measure: string, value: number, goal: string | null): BenchRow => ({
    part: 'chat',
    measure,
    value,
    unit: 'ms',
    goal,
  })
  const [ours, empty] = [quantile(times.ours, 0.99), quantile(times.empty, 0.99)]
  return [
    row('answering /verify new in Discord at 50/s, median', quantile(times.ours, 0.5), null),
    row('the same of an empty discord.js bot', quantile(times.empty, 0.5), null),
    row('answering /verify new in Discord at 50/s, p99', ours, '≤ 500'),
    row('the same of an empty discord.js bot', empty, null),
    { ...row('p99 over p99', ours / empty, '≤ 3'), unit: 'ratio' },
  ]
}
