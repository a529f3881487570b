/** The whole product on a database of its own, and the people around it: managers, candidates, programs. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Cookie,
  Locator,
  Page,
} from 'playwright-core'
import { expect, vi } from 'vitest'
import { startApp, type AppOverrides } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Card } from '../../src/core/card.ts'
import type { CaseDto } from '../../src/usecases/read-case.ts'
import { launchBrowser } from './browser.ts'

/** Bearer key of every product started here. */
const API_KEY = 'an-api-key-for-the-tests'

/** Where Join leads; nothing answers there. */
export const MEETING = 'https://meet.example.com/room-1'

/** Addresses that the shipped database places in these cities; stated by a proxy that the product trusts. */
export const addresses = {
  austin: '136.49.128.173',
  bucharest: '188.25.148.123',
  lisbon: '81.193.22.62',
} as const

/** How a browser with a window names itself. */
const ORDINARY_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36'

const MINUTE_MS = 60_000

/** A running product, in this process or another. */
export interface Product extends AsyncDisposable {
  /** Origin of all links: http://localhost and the port. */
  url: string
  /** The printed address of the console; its key works once. */
  consoleUrl: string
}

/** A folder that is removed with everything in it. */
export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'whereabouts-e2e-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** Environment of a product: programs may open cases, and the server stands in Austin behind a proxy of ours. */
export function productEnv(folder: string): Record<string, string> {
  return {
    PORT: '0',
    DATABASE_URL: `sqlite:${join(folder, 'product.db')}`,
    API_KEY,
    IP_LOCATION: 'dbip',
    SERVER_LOCATION: '30.27,-97.74 Austin',
    TRUSTED_PROXIES: '127.0.0.1',
    COMPANY_NAME: 'Acme Corp',
    CONTACT: 'jobs@acme.example',
    LOG_LEVEL: 'error',
  }
}

/** Starts a product in this process. In: variables that differ from `productEnv`; an empty one counts as left out. */
export async function startProduct(
  env: Readonly<Record<string, string>> = {},
  overrides: AppOverrides = {},
): Promise<Product> {
  const folder = await temporaryFolder()
  const config = readConfig({ ...productEnv(folder.path), ...env })
  const app = await startApp(config, { requestsPerMin: 100_000, ...overrides })
  return {
    url: new URL(app.consoleUrl).origin,
    consoleUrl: app.consoleUrl,
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

/** Waits until nothing in `look` throws, and gives what it returns. */
export function until<T>(look: () => T | Promise<T>, timeout = 15_000, interval = 200): Promise<T> {
  return vi.waitFor(look, { timeout, interval })
}

// ---- Programs ----

/** What a program states to open a case: Jane, in Austin, in a window that is open now. */
export function aCase(now = Date.now()) {
  return {
    candidate: { name: 'Jane Doe', email: 'jane@example.com' },
    claimedPlace: 'Austin, Texas',
    window: {
      start: new Date(now - MINUTE_MS).toISOString(),
      end: new Date(now + 60 * MINUTE_MS).toISOString(),
    },
    zone: 'America/Chicago',
    meetingUrl: MEETING,
  }
}

/** Calls the API with its key. */
export function callApi(product: Product, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${product.url}/api/v1${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${API_KEY}`,
      'content-type': 'application/json',
      ...init.headers,
    },
  })
}

/** Opens a case by the API. In: the candidate's name, which is how a test finds its own card again. */
export async function openCase(
  product: Product,
  name: string,
  more: Partial<Omit<ReturnType<typeof aCase>, 'candidate'>> & {
    opening?: string
    controlCheck?: boolean
  } = {},
): Promise<{ id: string; link: string }> {
  const body = { ...aCase(), ...more, candidate: { name, email: 'candidate@example.com' } }
  const answer = await callApi(product, '/cases', { method: 'POST', body: JSON.stringify(body) })
  expect(answer.status).toBe(201)
  return (await answer.json()) as { id: string; link: string }
}

/** Reads a case by the API. */
export async function readCase(product: Product, id: string): Promise<CaseDto> {
  const answer = await callApi(product, `/cases/${id}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as CaseDto
}

/** Waits for a case's verdict, and for what else the test wants of it. */
export async function waitForVerdict(
  product: Product,
  id: string,
  fits: (verdict: NonNullable<CaseDto['verdict']>) => void = () => {},
): Promise<CaseDto & { verdict: NonNullable<CaseDto['verdict']> }> {
  return until(
    async () => {
      const kase = await readCase(product, id)
      const { verdict } = kase
      if (verdict === null) throw new Error(`case ${id} has no verdict yet`)
      fits(verdict)
      return { ...kase, verdict }
    },
    20_000,
    400,
  )
}

/** What speaks against the candidate: "automation: driven". */
export function against({ evidence }: CaseDto): string[] {
  return evidence
    .filter(({ outcome }) => outcome === 'contradictory')
    .map(({ check, level }) => `${check}: ${String(level)}`)
    .sort()
}

// ---- Browsers ----

/**
 * A browser that reaches this machine and nothing else: a request to anywhere else fails, and is seen.
 *
 * In: whether it has WebGL. What draws it on the machine of the tests is software, which is a finding; without it nothing
 * is read, and there is none.
 */
export function launchOffline(graphics: 'none' | 'software' = 'none'): Promise<Browser> {
  return launchBrowser([
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ...(graphics === 'none' ? ['--disable-3d-apis'] : []),
  ])
}

/** A browser profile of one person, and everything it asked for or complained about. */
export interface Visitor extends AsyncDisposable {
  context: BrowserContext
  page: Page
  /** Addresses of all requests. */
  urls: string[]
  /** Violations of the content policy, and scripts that failed. */
  complaints: string[]
}

/** What a visitor may differ in. `from`: the address that our proxy says they come from. */
export type VisitorOptions = BrowserContextOptions & { from?: string; driven?: boolean }

/**
 * Opens a browser profile.
 *
 * In: `driven` shows the signs of automation; without it there are none.
 */
export async function visit(browser: Browser, options: VisitorOptions = {}): Promise<Visitor> {
  const { from, driven = false, ...rest } = options
  const context = await browser.newContext({
    timezoneId: 'America/Chicago',
    ...(driven ? {} : { userAgent: ORDINARY_AGENT }),
    ...(from === undefined ? {} : { extraHTTPHeaders: { 'x-forwarded-for': from } }),
    ...rest,
  })
  context.setDefaultTimeout(30_000)
  const urls: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => urls.push(request.url()))
  context.on('weberror', (error) => complaints.push(error.error().message))
  context.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text())
  })
  const page = await context.newPage()
  await introduce(page, { ...options, driven })
  return { context, page, urls, complaints, [Symbol.asyncDispose]: () => context.close() }
}

/**
 * Makes the browser name itself as one with a window and a hand at it, or as a driven one.
 *
 * From within, by its debugging protocol: a script in the page would be seen by the page.
 */
async function introduce(
  page: Page,
  { driven, userAgent = ORDINARY_AGENT, isMobile = false }: VisitorOptions,
): Promise<void> {
  const protocol = await page.context().newCDPSession(page)
  if (driven) {
    await protocol.send('Emulation.setAutomationOverride', { enabled: true })
    return
  }
  const brands = ['Chromium', 'Not.A/Brand'].map((brand) => ({ brand, version: '147' }))
  await protocol.send('Emulation.setUserAgentOverride', {
    userAgent,
    userAgentMetadata: {
      brands,
      platform: 'Linux',
      platformVersion: '6.1.0',
      architecture: 'x86',
      bitness: '64',
      model: '',
      mobile: isMobile,
    },
  })
}

/** No page asked anybody but us for anything, broke its content policy, or had a script fail. Join goes to the call. */
export function expectClean(product: Product, { urls, complaints }: Visitor): void {
  const strangers = urls.filter((url) => new URL(url).origin !== product.url && url !== MEETING)
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] })
}

/** Opens a link and presses Continue; the browser is then bound. */
export async function pressContinue({ page }: Visitor, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.waitForURL('**/s')
}

/** Presses Join. Out: nothing; fails unless the answer sends the browser to the call. */
export async function expectJoinWorks({ context, page }: Visitor): Promise<void> {
  const answered = context.waitForEvent('response', {
    predicate: (response) => new URL(response.url()).pathname.endsWith('/join'),
  })
  const asked = context.waitForEvent('request', { predicate: (r) => r.url() === MEETING })
  await page.getByRole('button', { name: 'Join the interview' }).click()
  const answer = await answered
  expect({ status: answer.status(), to: await answer.headerValue('location') }).toEqual({
    status: 303,
    to: MEETING,
  })
  // The content policy let the browser follow.
  await asked
}

/** What the page “What was recorded” lists: titles with all their values. */
export async function readRecorded({ context }: Visitor, product: Product) {
  const page = await context.newPage()
  await page.goto(`${product.url}/s/recorded`)
  const records = new Map<string, string[]>()
  // One call for the whole list: a round trip per row would be slow.
  const rows = await page
    .locator('main dl > div')
    .evaluateAll((divs) =>
      divs.flatMap((div) =>
        [...div.querySelectorAll('dd:not(:has(details)), dd li')].map((value) => [
          div.querySelector('dt')?.textContent ?? '',
          value.textContent ?? '',
        ]),
      ),
    )
  for (const [title = '', value = ''] of rows) {
    records.set(title, [...(records.get(title) ?? []), value])
  }
  await page.close()
  return records
}

// ---- Managers ----

/** The key works once, so its cookie is kept for every later manager of the same product. */
const consoleCookies = new WeakMap<Product, Promise<Pick<Cookie, 'name' | 'value'>>>()

function consoleCookie(product: Product): Promise<Pick<Cookie, 'name' | 'value'>> {
  const kept = consoleCookies.get(product) ?? useKey(product)
  consoleCookies.set(product, kept)
  return kept
}

async function useKey(product: Product): Promise<Pick<Cookie, 'name' | 'value'>> {
  const answer = await fetch(product.consoleUrl, { redirect: 'manual' })
  const [pair = ''] = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  const [name = '', value = ''] = pair.split('=')
  return { name, value }
}

/** The printed key was used up by this browser: later managers of the product use its cookie. */
export async function keepConsole(product: Product, { context }: Visitor): Promise<void> {
  const [cookie] = await context.cookies(`${product.url}/console`)
  if (cookie !== undefined) consoleCookies.set(product, Promise.resolve(cookie))
}

/** Opens the console in a browser of its own; from New York, unless told otherwise. */
export async function openConsole(
  browser: Browser,
  product: Product,
  options: VisitorOptions = {},
): Promise<Visitor> {
  const manager = await visit(browser, { timezoneId: 'America/New_York', ...options })
  const { name, value } = await consoleCookie(product)
  await manager.context.addCookies([{ name, value, domain: 'localhost', path: '/console' }])
  await manager.page.goto(`${product.url}/console`)
  return manager
}

/** Presses a button of a candidate's card in the channel, without a page. Out: what only the presser sees. */
export async function pressOnCard<T>(product: Product, name: string, label: string): Promise<T> {
  const { command, args } = await until(async () => {
    const [message] = await readChannel(product, name)
    const button = message?.card.buttons.find((b) => b.label === label)
    if (button === undefined) throw new Error(`the card of ${name} has no button ${label}`)
    return button
  })
  return callConsole<T>(product, 'press', { command, args })
}

/** The first link on a card. */
export function linkOn({ sections }: Card): string {
  return sections.flatMap((section) => (section.kind === 'link' ? [section.url] : []))[0] ?? ''
}

/** Types a line in the console and sends it. */
export async function typeLine({ page }: Visitor, text: string): Promise<void> {
  const composer = page.getByRole('combobox', { name: /type a command/ })
  await composer.fill(text)
  await composer.press('Enter')
}

/** The living card of a candidate in the channel, whatever it says of them now. */
export function cardOf({ page }: Visitor, name: string): Locator {
  return page
    .getByRole('article', { name: new RegExp(`(: |Waiting for )${name}`) })
    .filter({ hasNotText: 'Only you can see this' })
}

/** The latest answer to this manager alone. */
export function privateReply({ page }: Visitor): Locator {
  return page.getByRole('article').filter({ hasText: 'Only you can see this' }).last()
}

/** The console's cookie, as a request carries it. */
export async function consoleCookieHeader(product: Product): Promise<string> {
  const { name, value } = await consoleCookie(product)
  return `${name}=${value}`
}

/** Does in the console what its page would do, without a page. */
export async function callConsole<T>(
  product: Product,
  deed: 'type' | 'press' | 'submit',
  body: object,
): Promise<T> {
  const answer = await fetch(`${product.url}/console/${deed}`, {
    method: 'POST',
    headers: {
      cookie: await consoleCookieHeader(product),
      origin: product.url,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ zone: 'America/New_York', ...body }),
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as T
}

/** A message of the channel. */
export interface Message {
  id: string
  card: Card
}

let reads = 0

/** All cards of the channel, without a page. In: text that they contain. */
export async function readChannel(product: Product, text: string): Promise<Message[]> {
  reads += 1
  const answer = await fetch(`${product.url}/console`, {
    // Another address each time: a person does not reload the console all the time.
    headers: {
      cookie: await consoleCookieHeader(product),
      'x-forwarded-for': `198.18.${Math.floor(reads / 250)}.${(reads % 250) + 1}`,
    },
  })
  expect(answer.status).toBe(200)
  const json = /<script[^>]*id="data"[^>]*>([^<]*)<\/script>/.exec(await answer.text())?.[1] ?? ''
  const { messages } = JSON.parse(json) as { messages: Message[] }
  return messages.filter(({ card }) => JSON.stringify(card).includes(text))
}
