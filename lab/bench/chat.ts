/** Slash commands: how soon the product acknowledges, beside an empty Bolt app and an empty discord.js bot in the same run. */
import type { ChildProcess } from 'node:child_process'
import { signSlack } from '../../src/chat/slack/guard.ts'
import type { BenchRow } from '../bench.ts'
import { discordBench } from './discord.ts'
import { endSides, startSide } from './sides.ts'
import { RATE, takeTurns } from './turns.ts'

const SECRET = 'a signing secret of the bench'
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
  return [...(await slackBench()), ...(await discordBench())]
}

async function slackBench(): Promise<BenchRow[]> {
  const processes: ChildProcess[] = []
  try {
    const file = new URL('./slack-side.ts', import.meta.url)
    const start = async <T>(...args: string[]) =>
      (await startSide<T>(processes, file, ...args)).first
    const { apiUrl, token } = await start<{ apiUrl: string; token: string }>('slack')
    const ours = await start<{ url: string }>('ours', apiUrl, token, SECRET)
    const empty = await start<{ url: string }>('empty', apiUrl, token, SECRET)
    return await takeTurns(
      { ours: 'acknowledging /verify in Slack', empty: 'an empty Bolt app' },
      {
        ours: (turn) => turnOf(ours.url, turn),
        empty: (turn) => turnOf(empty.url, turn),
      },
    )
  } finally {
    endSides(processes)
  }
}
