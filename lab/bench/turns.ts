/** Two sides of a bench that answer commands, in turns: each has the machine to itself, and both meet its moods. */
import { quantile } from '../../src/core/rhythm/robust.ts'
import type { BenchRow } from '../bench.ts'

/** Commands a second, and how many in how many turns. Source: product numbers, "≤ 500 ms at 50/s". */
export const RATE = { perSecond: 50, perTurn: 100, turns: 6 } as const

/** Sends the commands of a turn. Out: ms to the answer of each. */
type Turn = (turn: number) => Promise<readonly number[]>

/** Lets ours and an empty one take turns. In: what is timed, and beside what. */
export async function takeTurns(
  words: { ours: string; empty: string },
  sides: { ours: Turn; empty: Turn },
): Promise<BenchRow[]> {
  const ours: number[] = []
  const empty: number[] = []
  for (let turn = 0; turn <= RATE.turns; turn++) {
    const own = await sides.ours(turn)
    const others = await sides.empty(turn)
    // The first turn warms both up.
    if (turn === 0) continue
    ours.push(...own)
    empty.push(...others)
  }
  const row = (measure: string, value: number, goal: string | null): BenchRow => ({
    part: 'chat',
    measure,
    value,
    unit: 'ms',
    goal,
  })
  const [slow, slowEmpty] = [quantile(ours, 0.99), quantile(empty, 0.99)]
  return [
    row(`${words.ours} at 50/s, median`, quantile(ours, 0.5), null),
    row(`the same of ${words.empty}`, quantile(empty, 0.5), null),
    row(`${words.ours} at 50/s, p99`, slow, '≤ 500'),
    row(`the same of ${words.empty}`, slowEmpty, null),
    { ...row('p99 over p99', slow / slowEmpty, '≤ 3'), unit: 'ratio' },
  ]
}
