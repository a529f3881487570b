/** Commands in Discord: how soon the product acknowledges, beside an empty discord.js bot in the same run. */
import type { ChildProcess } from 'node:child_process'
import type { BenchRow } from '../bench.ts'
import { endSides, startSide, type Side } from './sides.ts'
import { RATE, takeTurns } from './turns.ts'

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
  try {
    const ours = await startPair(processes, 'ours')
    const empty = await startPair(processes, 'empty')
    const turnOf = (side: Side<unknown>) => async () =>
      ((await side.ask(`${RATE.perSecond} ${RATE.perTurn}`)) as { times: number[] }).times
    return await takeTurns(
      { ours: 'answering /verify new in Discord', empty: 'an empty discord.js bot' },
      { ours: turnOf(ours), empty: turnOf(empty) },
    )
  } finally {
    endSides(processes)
  }
}
