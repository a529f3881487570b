/** Slash commands: how soon the product acknowledges, beside an empty Bolt app and an empty discord.js bot in the same run. */
import type { ChildProcess } from 'node:child_process'
import { signSlack } from '../../src/chat/slack/guard.ts'
import type { BenchRow } from '../bench.ts'
import { discordBench } from './discord.ts'
import { quantile } from './quantile.ts'
import { endSides, startSide } from './sides.ts'

const SECRET = 'a signing secret of the bench'
/**
 * Commands a second, and how many in how many turns. Source: product numbers, "≤ 500 ms at 50/s".
 *
 * The two take turns, so that each has the machine to itself, and several of them, so that both meet its moods.
 */
const RATE = { perSecond: 50, perTurn: 100, turns: 6 }
const TEXT = 'Jane Doe jane@example.com, Austin TX, tomorrow 3pm 45m'

/** Sends one signed command. Out: ms to the acknowledgement. */
async function command(url: string, serial: number): Promise<number> {
  const body = new URLSearchParams({
    command: '/verify',
    text: TEXT,
    team_id: 'T1',
    team_domain: 'acme',
    channel_id: 'C1',
    channel_name: 'hiring',
    user_id: 'UMANAGER',
    user_name: 'manager',
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.example.com/x',
    trigger_id: `bench.${String(serial)}`,
  }).toString()
  const timestamp = String(Math.floor(Date.now() / 1000))
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signSlack(SECRET, timestamp, Buffer.from(body)),
  }
  const before = performance.now()
  const answer = await fetch(url, { method: 'POST', body, headers })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} answered ${String(answer.status)}`)
  return performance.now() - before
}

/** Commands at the stated rate, whether or not earlier ones are answered. Out: ms of each. */
async function turnOf(url: string, turn: number): Promise<number[]> {
  const sent: Promise<number>[] = []
  for (let i = 0; i < RATE.perTurn; i++) {
    sent.push(command(url, turn * RATE.perTurn + i))
    await new Promise((resolve) => setTimeout(resolve, 1000 / RATE.perSecond))
  }
  return Promise.all(sent)
}

/** Runs the part. */
export async function chatBench(): Promise<BenchRow[]> {
  const processes: ChildProcess[] = []
  const times = { ours: [] as number[], empty: [] as number[] }
  try {
    const file = new URL('./slack-side.ts', import.meta.url)
    const start = async <T>(...args: string[]) =>
      (await startSide<T>(processes, file, ...args)).first
    const { apiUrl, token } = await start<{ apiUrl: string; token: string }>('slack')
    const ours = await start<{ url: string }>('ours', apiUrl, token, SECRET)
    const empty = await start<{ url: string }>('empty', apiUrl, token, SECRET)
    for (let turn = 0; turn <= RATE.turns; turn++) {
      const own = await turnOf(ours.url, turn)
      const others = await turnOf(empty.url, turn)
      // The first turn warms both up.
      if (turn === 0) continue
      times.ours.push(...own)
      times.empty.push(...others)
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
    row('acknowledging /verify in Slack at 50/s, median', quantile(times.ours, 0.5), null),
    row('the same of an empty Bolt app', quantile(times.empty, 0.5), null),
    row('acknowledging /verify in Slack at 50/s, p99', ours, '≤ 500'),
    row('the same of an empty Bolt app', empty, null),
    { ...row('p99 over p99', ours / empty, '≤ 3'), unit: 'ratio' },
    ...(await discordBench()),
  ]
}
