/** What programs, mischief and bad luck send over HTTP, and what the server says to it. */
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Card, Form } from '../../src/core/card.ts'
import { attend, listenToChannel, pressContinueByHand } from './_client.ts'
import {
  aCase,
  addresses,
  callApi,
  callConsole,
  cardOf,
  consoleCookieHeader,
  expectClean,
  launchOffline,
  linkOn,
  openCase,
  openConsole,
  pressContinue,
  productEnv,
  readCase,
  readChannel,
  startProduct,
  temporaryFolder,
  until,
  visit,
  waitForVerdict,
  type Product,
} from './_product.ts'

const root = join(import.meta.dirname, '../..')

let browser: Browser
let product: Product

beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchOffline(), startProduct()])
})

afterAll(async () => {
  await browser.close()
  await product[Symbol.asyncDispose]()
})

// ---- The API ----

/** How long somebody reads the notice at least: cards are not edited twice within moments. */
const READING_MS = 1_300

describe('the API', () => {
  test('opens, runs and reads a round; the first verdict comes in time', async () => {
    const cards = new Map<string, number>()
    const cookie = await consoleCookieHeader(product)
    const deaf = await listenToChannel(product, cookie, ({ title }, at) => {
      if (!cards.has(title)) cards.set(title, at)
    })
    const run = async (name: string) => {
      const { id, link } = await openCase(product, name)
      expect(await readCase(product, id)).toMatchObject({
        id,
        state: 'open',
        simulated: false,
        verdict: null,
        rounds: [{ state: 'waiting', openedAt: null }],
      })
      const headers = { 'x-forwarded-for': addresses.austin }
      const session = await pressContinueByHand(link, headers, READING_MS)
      const continuedAt = Date.now()
      const { lastReadingAt, leave } = await attend(product, session)
      const cardAt = await until(
        () => {
          const at = cards.get(`Consistent: ${name}`)
          if (at === undefined) throw new Error(`no verdict on ${name} in the channel`)
          return at
        },
        15_000,
        20,
      )
      leave()
      const kase = await readCase(product, id)
      expect(kase).toMatchObject({
        verdict: { overall: 'consistent' },
        rounds: [{ state: 'judged' }],
      })
      expect(kase.evidence).toEqual(kase.rounds[0]?.evidence)
      return { all: cardAt - continuedAt, own: cardAt - lastReadingAt }
    }
    const measured = await Promise.all(['Ann Api', 'Bob Api', 'Cy Api'].map(run))
    deaf()
    const [all, own] = [measured.map((m) => m.all), measured.map((m) => m.own)]
    console.info(
      `From Continue to the verdict in the channel: ${all.join(', ')} ms; of which from the last reading: ${own.join(', ')} ms.`,
    )
    expect(Math.max(...all)).toBeLessThanOrEqual(15_000)
    // The machine may be busy with something else, but not always.
    expect(Math.min(...own)).toBeLessThanOrEqual(300)
  })

  test('asks for its key', async () => {
    for (const authorization of ['', 'Bearer wrong', 'Basic YTpi', 'Bearer ']) {
      const answer = await callApi(product, '/cases/case_1', { headers: { authorization } })
      expect(answer.status).toBe(401)
      expect(await answer.json()).toMatchObject({ code: 'unauthorised' })
    }
    expect((await callApi(product, '/cases/case_1')).status).toBe(404)
  })

  test('names every fault at once', async () => {
    const now = Date.now()
    const at = (ms: number) => new Date(now + ms).toISOString()
    const faulty = {
      candidate: { name: '  ', email: 'nobody' },
      claimedPlace: 'Nowhereville Heights',
      window: { start: at(7_200_000), end: at(3_600_000) },
      zone: 'Mars/Olympus',
      meetingUrl: 'javascript:alert(1)',
      opening: 'x'.repeat(121),
    }
    const answer = await callApi(product, '/cases', {
      method: 'POST',
      body: JSON.stringify(faulty),
    })
    expect(answer.status).toBe(400)
    const body = (await answer.json()) as { fields: { field: string; message: string }[] }
    expect(Object.fromEntries(body.fields.map(({ field, message }) => [field, message]))).toEqual({
      'candidate.name': 'must not be empty',
      'candidate.email': 'must be an e-mail address like jane@example.com',
      claimedPlace: expect.stringContaining('is not a place we know: “Nowhereville Heights”'),
      'window.end': 'must be after the start',
      zone: expect.stringContaining('is not a time zone like Europe/Berlin'),
      meetingUrl: 'must be a link that starts with https://',
      opening: 'must be at most 120 characters, got 121',
    })
  })

  const misfits: readonly { what: string; body: string; says: RegExp }[] = [
    { what: 'a window that is over', body: caseIn(-7_200_000, -3_600_000), says: /is in the past/ },
    {
      what: 'a window half a year away',
      body: caseIn(200 * 86_400_000, 200 * 86_400_000 + 3_600_000),
      says: /more than half a year away/,
    },
    {
      what: 'a time without an offset',
      body: caseAt('2026-11-23T15:00:00'),
      says: /with its offset/,
    },
    { what: 'no JSON', body: '{"candidate":', says: /JSON/i },
    { what: 'another shape', body: '[]', says: /object/ },
    { what: 'nothing', body: '', says: /./ },
  ]
  test.for(misfits)('says what is wrong with $what', async ({ body, says }) => {
    const answer = await callApi(product, '/cases', { method: 'POST', body })
    expect(answer.status).toBe(400)
    const text = await answer.text()
    expect(text).toMatch(says)
    expect(JSON.parse(text)).toMatchObject({ requestId: expect.any(String) })
  })

  test('opens one case for one Idempotency-Key, and shows its link once', async () => {
    const init = {
      method: 'POST',
      headers: { 'idempotency-key': 'order-66' },
      body: JSON.stringify(aCase()),
    }
    const bodies = []
    for (const answer of await Promise.all([1, 2, 3].map(() => callApi(product, '/cases', init)))) {
      expect(answer.status).toBe(201)
      bodies.push((await answer.json()) as { id: string; link: string | null })
    }
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(1)
    expect(bodies.filter(({ link }) => link !== null)).toHaveLength(1)
  })

  test('erases a case', async () => {
    const { id, link } = await openCase(product, 'Erika Erased')
    expect(
      (
        await callApi(product, `/cases/${id}`, {
          method: 'DELETE',
          headers: { 'content-type': 'text/plain' },
        })
      ).status,
    ).toBe(204)
    expect(await readCase(product, id)).toMatchObject({ state: 'forgotten' })
    expect((await fetch(link)).status).toBe(404)
    await until(async () => expect(await readChannel(product, 'Erika Erased')).toEqual([]))
  })

  test('describes itself without a key', async () => {
    const answer = await fetch(`${product.url}/api/v1/openapi.json`)
    expect(answer.status).toBe(200)
    const description = (await answer.json()) as { openapi: string; paths: object }
    expect(description.openapi).toMatch(/^3\./)
    expect(Object.keys(description.paths).sort()).toEqual([
      '/api/v1/cases',
      '/api/v1/cases/{id}',
      '/api/v1/cases/{id}/calendar',
    ])
  })
})

function caseIn(fromMs: number, toMs: number): string {
  const at = (ms: number) => new Date(Date.now() + ms).toISOString()
  return JSON.stringify({ ...aCase(), window: { start: at(fromMs), end: at(toMs) } })
}

function caseAt(start: string): string {
  return JSON.stringify({ ...aCase(), window: { start, end: start } })
}

// ---- Too much, and mangled ----

/** Every route of the web room, read from its source, so that none is forgotten. */
async function routes(): Promise<{ method: string; path: string }[]> {
  const folder = join(root, 'src/web')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts'))
  const texts = await Promise.all(
    files.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  )
  return texts.flatMap(({ name, text }) =>
    [...text.matchAll(/\b(?:app|api)\.(get|post|delete|put)\(\s*'([^']+)'/g)].map(
      ([, method = '', path = '']) => ({
        method: method.toUpperCase(),
        path: `${name === 'api.ts' ? '/api/v1' : ''}${path}`.replace(/:\w+/, 'x'.repeat(43)),
      }),
    ),
  )
}

/** How long the server may think about the first 100 kB. */
const PATIENCE_MS = 2_000
const MEGABYTE = Buffer.alloc(1_000_000, 'a')

/** Posts 10 MB, announced or in pieces. Out: the status, however early the server stopped listening. */
function postMuch(path: string, type: string, announced: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    let status: number | undefined
    const request = httpRequest(`${product.url}${path}`, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': type,
        'x-forwarded-for': '198.18.9.9',
        accept: 'text/html',
        authorization: 'Bearer an-api-key-for-the-tests',
        ...(announced ? { 'content-length': 10_000_000 } : { 'transfer-encoding': 'chunked' }),
      },
    })
    request.on('response', (response) => {
      status = response.statusCode ?? 0
      response.resume()
      resolve(status)
      request.destroy()
    })
    request.on('error', (error) => {
      // A server that answered and hung up is what we want.
      if (status === undefined) reject(new Error(`POST ${path}: ${error.message}`))
    })
    // More than any route takes; then the rest, unless the server has hung up by then: writing on would lose its answer.
    request.write(MEGABYTE.subarray(0, 100_000))
    setTimeout(() => {
      if (status === undefined) request.end(Buffer.concat([...Array(9).fill(MEGABYTE)]))
    }, PATIENCE_MS)
  })
}

describe('trouble', () => {
  test('10 MB are refused on every route, and nothing breaks', async () => {
    const paths = [...new Set((await routes()).map(({ path }) => path))]
    expect(paths.length).toBeGreaterThan(20)
    const answers = paths.flatMap((path) =>
      ['application/x-www-form-urlencoded', 'application/json'].flatMap((type) =>
        [true, false].map(async (announced) => ({
          path,
          status: await postMuch(path, type, announced),
        })),
      ),
    )
    const wrong = (await Promise.all(answers)).filter(({ status }) => status < 400 || status > 499)
    expect(wrong).toEqual([])
    expect(await postMuch('/i/x', 'application/x-www-form-urlencoded', true)).toBe(413)
    expect(await postMuch('/api/v1/cases', 'application/json', false)).toBe(413)
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200)
  })

  const long = 'x'.repeat(6000)
  const mangled: readonly { what: string; path: string }[] = [
    { what: 'a link in no encoding', path: '/i/%ff' },
    { what: 'a link with a zero byte', path: '/i/%00' },
    { what: 'a link that is cut off', path: '/i/%' },
    { what: 'a link of 201 characters', path: `/i/${long.slice(0, 201)}` },
    { what: 'a link of 6,000 characters', path: `/i/${long}` },
    { what: 'a link that climbs', path: '/i/..%2f..%2fetc%2fpasswd' },
    { what: 'a link in emoji', path: '/i/%F0%9F%92%A9' },
    { what: 'a report in no encoding', path: '/r/%ff' },
    { what: 'a report of 6,000 characters', path: `/r/${long}` },
    { what: 'a session with a mangled query', path: '/s?%ff=%ff' },
    { what: 'an asset that climbs', path: '/assets/..%2f..%2fpackage.json' },
    { what: 'an asset that climbs otherwise', path: '/assets/%2e%2e/%2e%2e/package.json' },
    { what: 'a case in no encoding', path: '/api/v1/cases/%ff' },
    { what: 'a path in overlong UTF-8', path: '/%c0%ae%c0%ae/' },
    { what: 'a cookie of nonsense', path: '/s' },
  ]
  test.for(mangled)('$what is refused without a fuss', async ({ path }) => {
    for (const accept of ['text/html', 'application/json']) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']) {
        const { status, text } = await askRaw(path, method, accept)
        expect(status, `${method} ${path}`).toBeLessThan(500)
        // A form from a browser without our cookie is answered with help.
        if (method !== 'POST') expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(400)
        expect(text).not.toMatch(/at .*\.[jt]s:\d+|"dependencies"/)
      }
    }
  })

  test('a form that comes twice opens one case', async () => {
    const name = 'Dora Double'
    const body = submission({ name })
    const replies = await Promise.all(
      [1, 2].map(() => callConsole<{ kind: string; card: Card }>(product, 'submit', body)),
    )
    const titles = replies.map(({ card }) => card.title).sort()
    expect(titles).toEqual([`Send this link to ${name}`, `${name} was invited already`].sort())
    await until(async () => expect(await readChannel(product, name)).toHaveLength(1))
  })

  const windows: readonly { what: string; answers: Record<string, string>; fault: object }[] = [
    {
      what: 'an unknown place',
      answers: { place: 'Nowhereville Heights' },
      fault: { place: expect.stringContaining('is not a place we know') },
    },
    {
      what: 'a place that may be several',
      answers: { place: 'Springfield' },
      fault: { place: expect.stringMatching(/may mean several places: .*Say which/) },
    },
    {
      what: 'a window that is over',
      answers: { start: '2020-01-01T10:00' },
      fault: { start: 'is in the past' },
    },
    {
      what: 'an hour that the clocks skip',
      answers: { start: '2027-03-28T02:30', zone: 'Europe/Berlin' },
      fault: { start: expect.stringContaining('does not exist: the clocks go forward over it') },
    },
    {
      what: 'an hour that comes twice',
      answers: { start: '2027-10-31T02:30', zone: 'Europe/Berlin' },
      fault: { occurrence: expect.stringContaining('show this time twice: which one?') },
    },
    {
      what: 'no time at all',
      answers: { start: 'soon' },
      fault: { start: 'is not a date and time' },
    },
    {
      what: 'a length of nothing',
      answers: { lengthMin: '0' },
      fault: { lengthMin: expect.stringContaining('must be 5 to') },
    },
  ]
  test.for(windows)('a form with $what says so beside the field', async ({ answers, fault }) => {
    const reply = await callConsole<{ kind: string; faults: object; form?: Form }>(
      product,
      'submit',
      submission({ name: 'Winnie Window', ...answers }),
    )
    expect(reply).toMatchObject({ kind: 'faults', faults: fault })
    if ('occurrence' in fault) {
      expect(reply.form?.fields.map(({ name }) => name)).toContain('occurrence')
    }
    expect(await readChannel(product, 'Winnie Window')).toEqual([])
  })

  test('only the console itself may act for the manager', async () => {
    const cookie = await consoleCookieHeader(product)
    const body = JSON.stringify({ text: '/verify help', zone: 'UTC' })
    const statuses = []
    for (const origin of [undefined, 'https://evil.example.com', 'null']) {
      const headers = { cookie, 'content-type': 'application/json', ...(origin && { origin }) }
      const answer = await fetch(`${product.url}/console/type`, { method: 'POST', headers, body })
      statuses.push(answer.status)
    }
    expect(statuses).toEqual([403, 403, 403])
  })
})

/** Asks for a path as it is; fetch would mend it. */
function askRaw(path: string, method: string, accept: string) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(product.url)
    const cookie = 'wb_session=%ff; wb_visit="; wb_waiting=.; wb_move=..'
    const headers = { accept, cookie, 'x-forwarded-for': '198.18.9.8' }
    const request = httpRequest({ hostname, port, path, method, headers })
    request.on('response', (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    request.on('error', reject)
    request.end()
  })
}

let submissions = 0

/** The form of `/verify`, filled in. */
function submission(answers: Readonly<Record<string, string>>) {
  submissions += 1
  return {
    command: 'verify',
    args: {},
    submissionId: `submission-${submissions}`,
    answers: {
      email: 'candidate@example.com',
      place: 'Austin, Texas, United States',
      start: new Date(Date.now() + 600_000).toISOString().slice(0, 16),
      zone: 'UTC',
      lengthMin: '45',
      ...answers,
    },
  }
}

// ---- Addresses ----

/** Addresses recorded for somebody who comes with this X-Forwarded-For. */
async function addressesRecorded(of: Product, forwardedFor: string): Promise<string[]> {
  const headers = { 'x-forwarded-for': forwardedFor }
  const { link } = await openCase(of, `From ${forwardedFor}`)
  const cookie = await pressContinueByHand(link, headers)
  const page = await fetch(`${of.url}/s/recorded`, { headers: { ...headers, cookie } })
  const html = await page.text()
  const values = [...html.matchAll(/<dt[^>]*>(?:<[^>]+>)?IP address<.*?<dd[^>]*>(.*?)<small/gs)]
  return values.map(([, value = '']) => value.replace(/<[^>]+>/g, '').trim())
}

describe('X-Forwarded-For', () => {
  test('of a proxy that nobody named leaves the address unread instead of wrong', async () => {
    await using bare = await startProduct({ TRUSTED_PROXIES: '' })
    expect(await addressesRecorded(bare, addresses.bucharest)).toEqual([
      expect.stringContaining('not read'),
    ])
    // Somebody in the same building, who may write there what they like.
    expect(await addressesRecorded(bare, '192.168.1.5')).toEqual(['127.0.0.1'])
  })

  const chains = [
    { given: addresses.bucharest, means: addresses.bucharest },
    { given: `1.2.3.4, ${addresses.austin}`, means: addresses.austin },
    { given: `${addresses.lisbon}, ${addresses.austin}, 127.0.0.1`, means: addresses.austin },
    { given: '2001:db8::7', means: '2001:db8::7' },
  ]
  test.for(chains)('is read from the right behind a trusted proxy: $given', async (chain) => {
    expect(await addressesRecorded(product, chain.given)).toEqual([chain.means])
  })
})

// ---- Text stays text ----

const names: readonly { what: string; name: string }[] = [
  { what: 'markup', name: '<img src=x onerror=alert(1)><script>alert(2)</script>&amp;"\'' },
  { what: 'emoji', name: '👩🏽‍💻 Zoë 🏳️‍🌈 Ünïcode' },
  { what: 'right to left', name: 'يوسف الأندلسي' },
  { what: 'Slack markup', name: '<!channel> *bold* <@U123> `code`' },
  { what: '200 characters', name: 'W'.repeat(200) },
]

test.concurrent.for(names)(
  'a name in $what is shown as it was typed, everywhere',
  async ({ name }) => {
    const opening = name.slice(0, 100)
    const { id, link } = await openCase(product, name, { opening })
    await using candidate = await visit(browser, { from: addresses.austin })
    await using manager = await openConsole(browser, product)
    const alerts: string[] = []
    for (const { context } of [candidate, manager]) {
      context.on('dialog', (dialog) => {
        alerts.push(dialog.message())
        void dialog.dismiss()
      })
    }
    await candidate.page.goto(link)
    await candidate.page.getByText(opening, { exact: true }).first().waitFor()
    await pressContinue(candidate, link)
    await waitForVerdict(product, id)
    await candidate.page.goto(`${product.url}/s/recorded`)
    await candidate.page.getByLabel(/Is something wrong/).fill(name)
    await candidate.page.getByRole('button', { name: 'Send to the recruiter' }).click()

    const channel = manager.page.getByRole('list', { name: 'Messages' })
    await channel.getByText(`Consistent: ${name}`, { exact: true }).last().waitFor()
    await channel.getByText(`They write: “${name}”`).last().waitFor()
    const { card } = await callConsole<{ card: Card }>(product, 'type', {
      text: `/verify report ${id}`,
    })
    await manager.page.goto(linkOn(card))
    await manager.page.getByRole('heading', { name, level: 1, exact: true }).waitFor()
    await manager.page.getByText(`contested what was recorded: “${name}”`).waitFor()
    expect(alerts).toEqual([])
    expect(await manager.page.locator('img').count()).toBe(0)
    expectClean(product, candidate)
    expectClean(product, manager)
  },
)

test('a name that is too long, or hides control characters, is refused beside its field', async () => {
  for (const name of ['W'.repeat(201), 'Bell\u0007', 'Two\nlines']) {
    const reply = await callConsole(product, 'submit', submission({ name }))
    expect(reply).toMatchObject({ kind: 'faults', faults: { name: expect.any(String) } })
  }
  await using manager = await openConsole(browser, product)
  expect(await cardOf(manager, 'W'.repeat(201)).count()).toBe(0)
})

// ---- The process ----

/** Runs the built server until it ends. */
function runServer(env: Record<string, string>, cwd: string) {
  return new Promise<{ code: number | null; stderr: string }>((resolve) => {
    const path = process.env['PATH'] ?? ''
    const child = execFile(
      process.execPath,
      [join(root, 'dist/main.js')],
      { env: { PATH: path, ...env }, cwd, timeout: 20_000 },
      (_error, _stdout, stderr) => resolve({ code: child.exitCode, stderr }),
    )
  })
}

describe('the server as a process', () => {
  test.concurrent('says that its port is taken, and ends', async () => {
    await using folder = await temporaryFolder()
    const { port } = new URL(product.url)
    const { code, stderr } = await runServer(
      { ...productEnv(folder.path), PORT: port },
      folder.path,
    )
    expect(stderr).toContain(`Port ${port} is taken. Set PORT to another one.`)
    expect(code).toBe(1)
  })

  test.concurrent('names every wrong variable at once, and repeats no secret', async () => {
    await using folder = await temporaryFolder()
    const wrong = {
      PORT: '99999',
      PUBLIC_URL: 'ftp://example.com',
      DATABASE_URL: 'mysql://localhost',
      SECRET_KEY: 'hush-hush',
      API_KEY: 'tiny',
      TRUSTED_PROXIES: '0.0.0.0/0',
      SERVER_LOCATION: 'Frankfurt',
      DEFAULT_ZONE: 'Mars/Olympus',
      RAW_RETENTION_DAYS: '-1',
      LOG_LEVEL: 'loud',
    }
    const { code, stderr } = await runServer(wrong, folder.path)
    expect(code).toBe(1)
    for (const name of [...Object.keys(wrong), 'IP_LOCATION']) expect(stderr).toContain(name)
    expect(stderr).not.toContain('hush-hush')
    expect(stderr).not.toContain('tiny')
    expect(stderr).not.toMatch(/at .*\.js:\d+/)
  })
})
