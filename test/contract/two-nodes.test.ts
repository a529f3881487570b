/** Two servers on one PostgreSQL: what one does shows at the other, and when one dies the other goes on. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attend, listenToChannel, pressContinueByHand } from '../e2e/_client.ts'
import { query, sharedPostgres } from './_postgres.ts'

const root = join(import.meta.dirname, '../..')
const API_KEY = 'an-api-key-for-the-tests'
/** How long a message waits that a dead process was delivering, and then some. */
const HIDDEN_MS = 45_000

/** One of the servers. */
interface Node extends AsyncDisposable {
  name: string
  url: string
  consoleUrl: string
  kill(): Promise<void>
}

async function startNode(name: string, database: string): Promise<Node> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATABASE_URL: `${database}&application_name=${name}`,
      SECRET_KEY: 'the same secret key at both, long enough',
      API_KEY,
      IP_LOCATION: 'dbip',
      LOG_LEVEL: 'error',
    },
  })
  const exited = once(child, 'exit')
  let said = ''
  const consoleUrl = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /Open (http\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', () => reject(new Error(`${name} ended: ${said}`)))
  })
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await exited
  }
  return {
    name,
    url: new URL(consoleUrl).origin,
    consoleUrl,
    kill: () => end('SIGKILL'),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  }
}

/** Opens a case at a node. Out: the path of its link, which is the same at every node. */
async function openCase(node: Node, name: string, endsInMs: number) {
  const now = Date.now()
  const answer = await fetch(`${node.url}/api/v1/cases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      candidate: { name, email: 'candidate@example.com' },
      claimedPlace: 'Austin, Texas',
      window: {
        start: new Date(now - 300_000).toISOString(),
        end: new Date(now + endsInMs).toISOString(),
      },
      zone: 'America/Chicago',
    }),
  })
  expect(answer.status).toBe(201)
  const { id, link } = (await answer.json()) as { id: string; link: string }
  return { id, path: new URL(link).pathname }
}

/** Presses a button of the session page. Out: the status of the answer. */
async function press(
  node: Node,
  cookie: string,
  path: string,
  fields: Record<string, string> = {},
) {
  const page = await fetch(`${node.url}/s`, { headers: { cookie } })
  const nonce = /name="nonce" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const visit = page.headers.getSetCookie().map((text) => text.split(';')[0])
  const answer = await fetch(`${node.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: [cookie, ...visit].join('; ') },
    body: new URLSearchParams({ nonce, ...fields }),
  })
  return answer.status
}

test(
  'a round goes from one node to the other: nothing lost, nothing doubled, jobs done by one',
  { timeout: 180_000 },
  async () => {
    const database = await sharedPostgres().createDatabase('nodes')
    // Both at once, on an empty database: one of them makes the tables.
    const nodes = await Promise.all(['node_a', 'node_b'].map((name) => startNode(name, database)))

    // Each job that one node does for all is held by one.
    const leaders = async () => {
      const rows = await query(
        database,
        `select application_name as name, count(*)::int as jobs
         from pg_locks join pg_stat_activity using (pid)
         where locktype = 'advisory' and classid = ${String(0x44_75_74_79)} and granted
           and datname = current_database() group by 1`,
      )
      return Object.fromEntries(rows.map(({ name, jobs }) => [String(name), Number(jobs)]))
    }
    const jobsHeld = async () => Object.values(await leaders()).reduce((sum, n) => sum + n, 0)
    // close-windows, first-verdicts and send-mail; purge runs at night.
    await expect.poll(jobsHeld, { timeout: 10_000 }).toBe(3)

    // The candidate is at the node that dies, and that node is one that leads.
    const held = await leaders()
    const [dying, staying] = (held['node_a'] ?? 0) > 0 ? nodes : [...nodes].reverse()
    if (dying === undefined || staying === undefined) throw new Error('two nodes were started')

    await using _ = staying
    try {
      const opened = await fetch(staying.consoleUrl, { redirect: 'manual' })
      const manager = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      const heard: string[] = []
      const stopListening = await listenToChannel({ ...staying }, manager, ({ title }) =>
        heard.push(title),
      )

      // Opened at one node, pressed and attended at the other; the card shows at the first.
      const jane = await openCase(staying, 'Jane Doe', 3_600_000)
      const brief = await openCase(staying, 'Brief Moment', 15_000)
      const cookie = await pressContinueByHand(`${dying.url}${jane.path}`)
      await pressContinueByHand(`${dying.url}${brief.path}`)
      const atDying = await attend({ ...dying }, cookie)
      await expect
        .poll(() => heard, { timeout: 20_000 })
        .toContainEqual(
          expect.stringMatching(/^(Consistent|Unclear|Review|Contradicted).*Jane Doe/),
        )

      // Answered, and then at once the process is gone: what was answered must come.
      const asked = await press(dying, cookie, '/s/another-way', { text: 'No microphone here' })
      expect(asked).toBeLessThan(400)
      await dying.kill()
      atDying.leave()

      // The same browser at the other node: the session goes on where it was.
      const again = await attend({ ...staying }, cookie)
      await expect
        .poll(() => heard, { timeout: HIDDEN_MS })
        .toContain('Jane Doe asks for another way')
      expect(await press(staying, cookie, '/s/join')).toBeLessThan(400)
      again.leave()

      // The jobs went with it: the short window is closed by the one that is left.
      await expect.poll(leaders, { timeout: 10_000 }).toEqual({ [staying.name]: 3 })
      const events = async (caseId: string) =>
        (await query(database, `select event from audit where case_id = '${caseId}' order by seq`))
          .map(({ event }) => String(event))
          .filter((event) => event !== 'verdict-changed')
      await expect
        .poll(() => events(brief.id), { timeout: HIDDEN_MS, interval: 500 })
        .toContain('round-closed')
      expect((await events(brief.id)).filter((event) => event === 'round-closed')).toHaveLength(1)
      expect(await events(jane.id)).toEqual([
        'case-opened',
        'session-begun',
        'verdict-first',
        'asked-another-way',
        'joined',
      ])

      // Every message is there once, and nothing waits.
      const waiting = () => query(database, 'select key from outbox where done = 0')
      await expect.poll(waiting, { timeout: HIDDEN_MS, interval: 500 }).toEqual([])
      const doubled = await query(
        database,
        'select key from console_messages group by key having count(*) > 1',
      )
      expect(doubled).toEqual([])
      expect(heard.filter((title) => title === 'Jane Doe asks for another way')).toHaveLength(1)
      const sessions = await query(
        database,
        'select round_id, count(*)::int as n from sessions group by 1',
      )
      expect(sessions.map(({ n }) => n)).toEqual([1, 1])
      stopListening()
    } finally {
      await dying.kill()
    }
  },
)
