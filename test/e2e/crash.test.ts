/** The server is killed in the middle of rounds and started again on the same file: nothing is lost, nothing is done twice. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Card } from '../../src/core/card.ts'
import { freePort } from '../contract/_free-port.ts'
import {
  addresses,
  callConsole,
  expectClean,
  expectJoinWorks,
  launchOffline,
  linkOn,
  openCase,
  openConsole,
  pressContinue,
  productEnv,
  readChannel,
  readRecorded,
  temporaryFolder,
  until,
  visit,
  waitForVerdict,
  type Product,
  type Visitor,
} from './_product.ts'

const MAIN = join(import.meta.dirname, '../../dist/main.js')

let browser: Browser

beforeAll(async () => {
  browser = await launchOffline()
})

afterAll(() => browser.close())

/** A server in a process of its own. */
interface Server {
  consoleUrl: string
  /** Ends it. Out: its exit code, null for a killed one, and all it said. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ code: number | null; said: string }>
}

/** Starts the built server. Fails: with what it said, when it ends before it is ready. */
async function startServer(folder: string, port: number): Promise<Server> {
  const env = { PATH: process.env['PATH'] ?? '', ...productEnv(folder), PORT: String(port) }
  const child = spawn(process.execPath, [MAIN], { env, cwd: folder })
  const exited = once(child, 'exit') as Promise<[number | null]>
  let said = ''
  const consoleUrl = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /Open (http\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', () => reject(new Error(`the server ended: ${said}`)))
  })
  return {
    consoleUrl,
    async end(signal) {
      child.kill(signal)
      const [code] = await exited
      return { code, said }
    },
  }
}

/** A card that was on its way when the server was killed is brought again after half a minute. */
const REDELIVERED_MS = 40_000

/** When the server is killed: after the answer to Continue, or so many ms after the session page has loaded. */
const moments = ['the answer to Continue', 0, 150, 450, 900] as const

/** Presses Continue and waits for the moment. */
async function bindUntil(visitor: Visitor, link: string, moment: (typeof moments)[number]) {
  if (moment !== 'the answer to Continue') {
    await pressContinue(visitor, link)
    await new Promise((resolve) => setTimeout(resolve, moment))
    return
  }
  await visitor.page.goto(link)
  const answered = visitor.page.waitForResponse((answer) => answer.status() === 303)
  await visitor.page
    .getByRole('button', { name: 'Continue', exact: true })
    .click({ noWaitAfter: true })
  await answered
}

test(
  'five kills in the middle of rounds lose nothing and do nothing twice',
  { timeout: 240_000 },
  async () => {
    await using folder = await temporaryFolder()
    const port = await freePort()
    let server = await startServer(folder.path, port)
    const url = `http://localhost:${port}`
    const product: Product = {
      url,
      consoleUrl: server.consoleUrl,
      [Symbol.asyncDispose]: async () => void (await server.end('SIGKILL')),
    }
    await using _running = product
    await using manager = await openConsole(browser, product)

    const rounds = []
    for (const [index, moment] of moments.entries()) {
      const name = `Crash ${index + 1}`
      const { id, link } = await openCase(product, name)
      const visitor = await visit(browser, { from: addresses.austin })
      await bindUntil(visitor, link, moment)
      expect(await server.end('SIGKILL')).toMatchObject({ code: null })
      server = await startServer(folder.path, port)
      rounds.push({ name, id, link, visitor })
    }

    // The page that had no time to load is opened again, as people do; the others come back by themselves.
    const [first] = rounds
    await first?.visitor.page.goto(first.link)
    await Promise.all(
      rounds.map(async ({ name, id, link, visitor }) => {
        await visitor.page.getByText('This tab is connected.').waitFor({ timeout: 25_000 })
        expect(visitor.page.url()).toBe(`${url}/s`)
        const kase = await waitForVerdict(product, id, (v) => expect(v.overall).toBe('consistent'))
        expect(kase.rounds).toHaveLength(1)
        await using stranger = await visit(browser)
        expect((await stranger.page.goto(link))?.status()).toBe(404)
        await expectJoinWorks(visitor)
        expect((await readRecorded(visitor, product)).get('IP address')?.[0]).toContain(
          addresses.austin,
        )
        await until(async () => {
          const cards = await readChannel(product, name)
          expect(cards.map(({ card }) => card.title)).toEqual([`Consistent: ${name}`])
          expect(JSON.stringify(cards)).toContain('Went to the call')
        }, REDELIVERED_MS)
        const trail = await readTrail(product, id)
        const times = (event: string) => trail.filter((line) => line === event).length
        expect({
          begun: times('session begun'),
          first: times('verdict first'),
          joined: times('joined'),
        }).toEqual({ begun: 1, first: 1, joined: 1 })
      }),
    )
    // The manager's page has followed through it all.
    const cards = manager.page.getByRole('article', { name: /Consistent: Crash \d/ })
    await until(async () => expect(await cards.count()).toBe(moments.length), REDELIVERED_MS)

    // An orderly stop, with all these pages open, is clean.
    const { code, said } = await server.end('SIGTERM')
    expect({ code, said: said.split('\n').slice(1).join('') }).toEqual({ code: 0, said: '' })
    server = await startServer(folder.path, port)
    for (const { id, visitor } of rounds) {
      expect(
        (await readTrail(product, id)).filter((line) => line === 'verdict first'),
      ).toHaveLength(1)
      expectClean(product, visitor)
      await visitor[Symbol.asyncDispose]()
    }
  },
)

/** What happened to a case, by its report. Fails: when the log does not verify. */
async function readTrail(product: Product, id: string): Promise<string[]> {
  const { card } = await callConsole<{ card: Card }>(product, 'type', {
    text: `/verify report ${id}`,
  })
  await using manager = await visit(browser)
  await manager.page.goto(linkOn(card))
  await manager.page.getByText('Log verified').waitFor()
  const rows = manager.page.getByRole('table').last().getByRole('row')
  return await rows.evaluateAll((all) => all.map((row) => row.children[1]?.textContent ?? ''))
}
