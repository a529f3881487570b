/** What the crash test is made of: a server that dies again and again, and people who do not notice. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { build } from 'esbuild'
import WebSocket from 'ws'
import { signSlack } from '../../src/chat/slack/guard.ts'
import { startFakeSlack, type Message } from '../chat/slack/_fake-slack.ts'
import { createPerson, wordsOf, type Wire } from '../chat/slack/_person.ts'
import { freePort } from './_free-port.ts'

const SIGNING_SECRET = 'a signing secret of the tests'
/** Austin, in the shipped database, as a proxy that is trusted tells it. */
const FROM = { 'x-forwarded-for': '136.49.128.173' }
/** Between two attempts of somebody whose request met no server. */
const AGAIN_MS = 100
/** Echoes of a burst. */
const BURST = 10

/** Tries until it succeeds. Fails: with what the last try failed with, when the time is over. */
export async function insist<T>(deed: () => Promise<T>, withinMs: number): Promise<T> {
  for (const end = Date.now() + withinMs; ;) {
    try {
      return await deed()
    } catch (error) {
      if (Date.now() > end) throw error
      await pass(AGAIN_MS)
    }
  }
}

/** A Slack with a channel C1 and as many managers as asked for. */
export async function openWorkspace(managers: readonly string[]) {
  const slack = await startFakeSlack({ now: () => Date.now() })
  for (const id of managers) {
    const profile = { real_name: id }
    slack.users.set(id, { id, team_id: 'T1', name: id, profile, tz: 'America/Chicago' })
  }
  const members = new Set(managers)
  slack.channels.set('C1', { members, hasBot: true, isArchived: false, isPublic: true })
  return slack
}

/** A running fake. */
export type Workspace = Awaited<ReturnType<typeof openWorkspace>>

/** The cards that everybody sees, by who they are about. */
export function cardsOf(slack: Workspace, name: string): { message: Message; words: string }[] {
  return slack.messages
    .filter(({ channel, only, thread }) => channel === 'C1' && only === null && thread === null)
    .map((message) => ({ message, words: wordsOf(message.blocks) }))
    .filter(({ words }) => new RegExp(`${name}(?!\\d)`).test(words.split('\n')[0] ?? ''))
}

/** What is killed, as one file beside what is built: it starts in half the time that its sources take. */
export async function buildChild() {
  const file = join(import.meta.dirname, `../../dist/crash-child-${process.pid}.js`)
  await build({
    entryPoints: [join(import.meta.dirname, 'crash-child.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  return { file, remove: () => rm(file) }
}

/** A server on one port and one database, however often it dies. In: `file`, what `buildChild` made. */
export async function createVictim(
  file: string,
  env: Readonly<Record<string, string>>,
  slack: Workspace,
) {
  const port = await freePort()
  let child: ChildProcess | undefined
  let ready: Promise<unknown> = Promise.resolve()
  return {
    url: `http://127.0.0.1:${port}`,
    /** Starts it. */
    start(): void {
      const born = spawn(process.execPath, [file], {
        env: {
          ...env,
          PATH: process.env['PATH'],
          PORT: String(port),
          PUBLIC_URL: `http://127.0.0.1:${port}`,
          SLACK_API: slack.apiUrl,
          SLACK_BOT_TOKEN: slack.token,
          SLACK_SIGNING_SECRET: SIGNING_SECRET,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = born
      let said = ''
      ready = new Promise((resolve, reject) => {
        const hear = (chunk: Buffer) => {
          said += chunk.toString()
          if (said.includes('ready ')) resolve(undefined)
        }
        born.stdout.on('data', hear)
        born.stderr.on('data', hear)
        born.on('exit', (code) => {
          if (code !== null) reject(new Error(`the server ended by itself: ${said}`))
          else resolve(undefined)
        })
      })
    },
    /** Waits until it listens. Fails: with what it said, when it ended by itself. */
    ready: () => ready,
    kill,
    [Symbol.asyncDispose]: kill,
  }

  async function kill(): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}

/** A manager of that Slack, whose requests go to the server's port. */
export function createManager(slack: Workspace, url: string, id: string) {
  const wire: Wire = {
    async send(type, payload) {
      const fields = type === 'interactive' ? { payload: JSON.stringify(payload) } : payload
      const body = new URLSearchParams(fields as Record<string, string>).toString()
      const timestamp = String(Math.floor(Date.now() / 1000))
      const answer = await fetch(`${url}/slack/events`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signSlack(SIGNING_SECRET, timestamp, Buffer.from(body)),
        },
      })
      if (!answer.ok) throw new Error(`answered ${answer.status}`)
      const text = await answer.text()
      return text === '' ? undefined : (JSON.parse(text) as unknown)
    },
  }
  return createPerson(slack, wire, id)
}

/** How long a manager looks for an answer before asking again. */
const PATIENCE_MS = 4_000

/**
 * Gets a link for a candidate, asking again where an answer was lost.
 *
 * Each attempt has a name of its own, so that what an earlier one left can be told apart. Out: the name and the link
 * that were answered.
 */
export async function askForLink(
  manager: ReturnType<typeof createManager>,
  slack: Workspace,
  candidate: string,
): Promise<{ name: string; link: string; names: string[] }> {
  const names: string[] = []
  for (;;) {
    const name = `${candidate} Try${names.length + 1}`
    names.push(name)
    for (const view of manager.views()) slack.views.delete(view.id)
    try {
      await manager.type(`${name} someone@example.com, Austin TX, in 5 minutes`)
      const form = await manager.form()
      await manager.submit(form)
      const link = await insist(async () => {
        const told = manager.own().findLast(({ blocks }) => wordsOf(blocks).includes(name))
        const found = /http:[^"\s|>]+\/i\/[\w-]{43}/.exec(JSON.stringify(told?.blocks ?? ''))?.[0]
        if (found === undefined) throw new Error(`no link for ${name}`)
        return Promise.resolve(found)
      }, PATIENCE_MS)
      return { name, link, names }
    } catch {
      await pass(AGAIN_MS)
    }
  }
}

/** A candidate without a browser: opens the link, presses Continue, sends readings, until all of it was taken. */
export async function useLink(link: string, withinMs: number): Promise<void> {
  const { visit, nonce } = await insist(async () => {
    const page = await fetch(link, { headers: FROM })
    const nonce = /name="nonce" value="([^"]+)"/.exec(await page.text())?.[1]
    if (nonce === undefined) throw new Error(`the link is answered with ${page.status}`)
    return { visit: cookiesOf(page), nonce }
  }, withinMs)
  const session = await insist(async () => {
    const answer = await fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...FROM, cookie: visit },
      body: new URLSearchParams({ nonce }),
    })
    if (answer.status !== 303) throw new Error(`Continue is answered with ${answer.status}`)
    return cookiesOf(answer)
  }, withinMs)
  await insist(() => attend(link, `${visit}; ${session}`), withinMs)
}

/** Whether somebody else can still use a link. */
export async function isOpenToOthers(link: string): Promise<boolean> {
  const page = await insist(() => fetch(link, { headers: FROM }), 30_000)
  const text = await page.text()
  return page.ok && text.includes('name="nonce"')
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')
}

async function attend(link: string, cookie: string): Promise<void> {
  const { origin } = new URL(link)
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/s/live`, {
    origin,
    headers: { ...FROM, cookie },
  })
  const signals = [
    { name: 'browserZone', value: 'America/Chicago' },
    { name: 'webdriver', value: false },
  ]
  try {
    await new Promise<void>((resolve, reject) => {
      let echoes = 0
      socket.on('open', () =>
        socket.send(JSON.stringify({ t: 'signals', now: Date.now(), signals })),
      )
      socket.on('message', (data: Buffer) => {
        const text = data.toString()
        if (!text.startsWith('{"t":"echo"')) return
        socket.send(text)
        echoes += 1
        if (echoes === BURST) resolve()
      })
      socket.on('error', reject)
      socket.on('close', () => reject(new Error('the socket was closed')))
    })
  } finally {
    socket.close()
  }
}
