/**
 * `npm run pictures`: the pictures of the documentation, taken of the built product in a real browser.
 *
 * A simulated candidate goes through the console; a second case, opened by the form, shows the candidate's page.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { launchBrowser } from '../test/e2e/browser.ts'

const FOLDER = 'docs/pictures'
/** A page of documentation should load at once. */
const MOST_BYTES = 320_000
const START_WITHIN_MS = 20_000
const VERDICT_WITHIN_MS = 60_000

const DESK = { width: 1280, height: 800 }
/** The narrowest screen that WCAG 2.2 asks for. */
const PHONE = { width: 320, height: 640 }

/** The time zone of the pictures does not depend on who takes them. */
const VIEW: BrowserContextOptions = {
  locale: 'en-US',
  timezoneId: 'America/New_York',
  colorScheme: 'light',
  reducedMotion: 'reduce',
}

/** Starts the built product on a port that is free. Out: the console's address, and a way to stop. */
async function startProduct() {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-pictures-'))
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
    // Nothing of the caller's configuration.
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      PORT: '0',
      DATABASE_URL: `sqlite:${join(folder, 'whereabouts.db')}`,
      COMPANY_NAME: 'Example Company',
      CONTACT: 'jobs@example.com',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  async function stop(): Promise<void> {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const until = performance.now() + START_WITHIN_MS
  for (;;) {
    const consoleUrl = /https?:\/\/\S+\/console\?key=\S+/.exec(said)?.[0]
    if (consoleUrl !== undefined) return { consoleUrl, stop }
    if (child.exitCode !== null || performance.now() > until) {
      await stop()
      throw new Error(`The product did not start:\n${said}`)
    }
    await sleep(50)
  }
}

async function open(
  browser: Browser,
  viewport: { width: number; height: number },
  url: string,
  deviceScaleFactor = 1,
): Promise<Page> {
  const context = await browser.newContext({ ...VIEW, viewport, deviceScaleFactor })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** Takes a picture. Fails: when it is too large. */
async function take(name: string, what: Page | Locator, fullPage = false): Promise<void> {
  const path = join(FOLDER, `${name}.png`)
  const options = { path, animations: 'disabled', caret: 'hide' } as const
  await ('goto' in what ? what.screenshot({ ...options, fullPage }) : what.screenshot(options))
  const { size } = statSync(path)
  // Width and height of a PNG stand in its first chunk.
  const head = readFileSync(path)
  console.log(`${path} ${head.readUInt32BE(16)} × ${head.readUInt32BE(20)}, ${size} bytes`)
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes; at most ${MOST_BYTES}`)
}

/** Waits until the map on a card is drawn. */
async function waitForMap(card: Locator): Promise<void> {
  const map = card.getByRole('img', { name: /^Map/ })
  await map.scrollIntoViewIfNeeded()
  await map.evaluate((element: HTMLImageElement) => element.decode())
}

/** Types a line into the channel. */
async function type(page: Page, line: string): Promise<void> {
  const composer = page.getByRole('combobox', { name: /^Message/ })
  await composer.fill(line)
  await composer.press('Enter')
}

/** Opens a case that is not simulated, as a hiring manager does. Out: its link. */
async function openCase(page: Page): Promise<string> {
  await type(page, '/verify Jane Doe jane@example.com, Austin TX, in 10 minutes 45m')
  const form = page.getByRole('dialog')
  await form.getByLabel('Meeting link').fill('https://meet.example.com/jane')
  await form.getByLabel('Opening').fill('Backend engineer')
  await form.getByRole('button', { name: 'Make the link' }).click()
  const url = await page.getByLabel('Personal link').inputValue()
  return url
}

/** The demo's verdict in the channel, its card, its report. */
async function pictureDesk(page: Page): Promise<void> {
  await type(page, '/verify demo abroad')
  const card = page.locator('.card', { has: page.getByText(/^Contradicted: /) }).first()
  await card.waitFor({ timeout: VERDICT_WITHIN_MS })
  // The simulated candidate presses Join a little later, which the card shows.
  await card.getByText('Went to the call').waitFor({ timeout: VERDICT_WITHIN_MS })
  await waitForMap(card)
  await card.scrollIntoViewIfNeeded()
  await take('console', page)
  // High enough that nothing that sticks to the window's edge covers the card.
  await page.setViewportSize({ ...DESK, height: 2000 })
  await take('card', card)
  await card.getByRole('button', { name: 'Report' }).click()
  const link = page.getByRole('link', { name: /Open the report/ })
  const href = await link.getAttribute('href')
  if (href === null) throw new Error('The report has no link.')
  const report = await page.context().newPage()
  await report.setViewportSize({ ...DESK, height: 1500 })
  await report.goto(href)
  await take('report', report)
}

/** The candidate's side: the notice, wide and on a phone, and the page after Continue. */
async function pictureCandidate(browser: Browser, link: string): Promise<void> {
  await take('candidate', await open(browser, DESK, link), true)
  const phone = await open(browser, PHONE, link, 2)
  await take('candidate-phone', phone)
  await phone.getByRole('button', { name: 'Continue' }).click()
  await phone.getByRole('button', { name: 'Join the interview' }).waitFor()
  // The burst of echoes, after which every step is done.
  await sleep(3_000)
  await take('companion-phone', phone)
}

mkdirSync(FOLDER, { recursive: true })
const product = await startProduct()
const browser = await launchBrowser()
try {
  const page = await open(browser, DESK, product.consoleUrl)
  await pictureDesk(page)
  await pictureCandidate(browser, await openCase(page))
} finally {
  await browser.close()
  await product.stop()
}
