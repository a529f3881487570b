/** One-time links: who may look at them, what a look leaves behind, and what is told of one that cannot be opened. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Card } from '../../src/core/card.ts'
import {
  addresses,
  callConsole,
  launchOffline,
  linkOn,
  openCase,
  pressContinue,
  pressOnCard,
  readChannel,
  startProduct,
  until,
  visit,
  waitForVerdict,
  type Product,
} from './_product.ts'

const HOUR_MS = 3_600_000

let browser: Browser
let product: Product
/** How far the product's clock is ahead of ours. */
let ahead = 0

beforeAll(async () => {
  const clock = { now: () => Date.now() + ahead }
  ;[browser, product] = await Promise.all([launchOffline(), startProduct({}, { clock })])
})

afterAll(async () => {
  await browser.close()
  await product[Symbol.asyncDispose]()
})

/** Looks that programs take at links in mails and chats. */
const looks: readonly { by: string; look: (link: string) => Promise<unknown> }[] = [
  { by: 'HEAD', look: (link) => fetch(link, { method: 'HEAD' }) },
  { by: 'curl', look: (link) => fetch(link, { headers: { 'user-agent': 'curl/8.5.0' } }) },
  {
    by: 'Slackbot',
    look: (link) =>
      fetch(link, {
        headers: {
          'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
          range: 'bytes=0-32768',
        },
      }),
  },
  {
    by: 'a mail scanner with a whole browser',
    async look(link) {
      await using scanner = await visit(browser, { driven: true })
      await scanner.page.goto(link)
      await scanner.page.getByRole('button', { name: 'Continue', exact: true }).hover()
    },
  },
]

test.concurrent.for(looks)('$by looks at a link and does not use it up', async ({ by, look }) => {
  const name = `Previewed by ${by}`
  const { id, link } = await openCase(product, name)
  await look(link)
  await until(async () => {
    const [message] = await readChannel(product, name)
    expect(message?.card.title).toBe(`Waiting for ${name}`)
    const facts = message?.card.sections.flatMap((s) => (s.kind === 'facts' ? s.facts : [])) ?? []
    expect(facts).toContainEqual({
      name: 'Link looked at, no click yet',
      value: '1 time, by a preview, a mail scanner or a first glance',
    })
  })
  await using candidate = await visit(browser, { from: addresses.austin })
  await pressContinue(candidate, link)
  const { verdict } = await waitForVerdict(product, id)
  expect(verdict.overall).toBe('consistent')
})

/** The page for a token, without the nonce, and all that could tell one kind of token from another. */
async function answerTo(token: string) {
  const answer = await fetch(`${product.url}/i/${token}`, { headers: { accept: 'text/html' } })
  const text = await answer.text()
  const headers = Object.fromEntries(answer.headers)
  const { date: _, 'set-cookie': cookie = '', ...others } = headers
  // Counts down with every request, whatever is asked for.
  delete others['x-ratelimit-remaining']
  delete others['x-ratelimit-reset']
  expect(text).toContain('This link cannot be opened here')
  expect(text).toMatch(/name="nonce" value="[^"]{43}"/)
  return {
    status: answer.status,
    headers: others,
    cookie: cookie.replace(/wb_visit=[^;]+/, 'wb_visit='),
    text: text.replace(/name="nonce" value="[^"]+"/, 'name="nonce"'),
  }
}

test('unknown, used, expired, superseded and mangled links give one and the same answer', async () => {
  const tokenOf = (link: string) => link.split('/').at(-1) ?? ''
  const used = await openCase(product, 'Ursula Used')
  const expired = await openCase(product, 'Esther Expired', {
    window: {
      start: new Date(Date.now()).toISOString(),
      end: new Date(Date.now() + HOUR_MS / 4).toISOString(),
    },
  })
  const superseded = await openCase(product, 'Sue Superseded')
  await using candidate = await visit(browser)
  await pressContinue(candidate, used.link)
  await renewLink('Sue Superseded')
  ahead = HOUR_MS / 2
  const cancelled = await openCase(product, 'Carl Cancelled')
  await pressOnCard(product, 'Carl Cancelled', 'Cancel')

  const [first, ...rest] = await Promise.all(
    [
      'x'.repeat(43),
      tokenOf(used.link),
      tokenOf(expired.link),
      tokenOf(superseded.link),
      tokenOf(cancelled.link),
      tokenOf(used.link).slice(0, 40),
      `${tokenOf(used.link)}.`,
      '%20',
      'a',
    ].map(answerTo),
  )
  expect(first?.status).toBe(404)
  for (const answer of rest) expect(answer).toEqual(first)
})

test('a new link takes the place of the old one', async () => {
  ahead = 0
  const { link } = await openCase(product, 'Newton New')
  const renewed = await renewLink('Newton New')
  expect(renewed).not.toBe(link)
  await using candidate = await visit(browser)
  const answer = await candidate.page.goto(link)
  expect(answer?.status()).toBe(404)
  await pressContinue(candidate, renewed)
})

test('a link that is early says when it opens, and then opens', async () => {
  ahead = 0
  const start = Date.now() + 3 * HOUR_MS
  const window = {
    start: new Date(start).toISOString(),
    end: new Date(start + HOUR_MS).toISOString(),
  }
  const { link } = await openCase(product, 'Earl Early', { window })
  await using candidate = await visit(browser)
  await candidate.page.goto(link)
  await candidate.page.getByRole('heading', { name: 'A little early' }).waitFor()
  await candidate.page.getByText('(America/Chicago)').waitFor()
  ahead = 2.75 * HOUR_MS
  await pressContinue(candidate, link)
  ahead = 0
})

test('a report link is over after a quarter of an hour, and an unknown one was never there', async () => {
  ahead = 0
  const { id } = await openCase(product, 'Reppo Port')
  const { card } = await callConsole<{ card: Card }>(product, 'type', {
    text: `/verify report ${id}`,
  })
  const url = linkOn(card)
  await using manager = await visit(browser)
  const { page } = manager
  await page.goto(url)
  await page.getByRole('heading', { name: 'Reppo Port' }).waitFor()
  const over = page.getByRole('heading', { name: 'This report link is over' })
  ahead = HOUR_MS / 4 + 1000
  expect((await page.reload())?.status()).toBe(404)
  await over.waitFor()
  await page.getByText('Press Report on the card again.').waitFor()
  ahead = 0
  expect((await page.goto(`${product.url}/r/${'x'.repeat(43)}`))?.status()).toBe(404)
  await over.waitFor()
})

/** Presses “New link”. Out: the link. */
async function renewLink(name: string): Promise<string> {
  const { card } = await pressOnCard<{ card: Card }>(product, name, 'New link')
  return linkOn(card)
}
