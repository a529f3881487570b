/** Every page: fit for assistive technology and narrow screens, and asking nobody but us for anything. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addresses,
  callConsole,
  cardOf,
  expectClean,
  launchOffline,
  linkOn,
  openCase,
  openConsole,
  pressContinue,
  startProduct,
  typeLine,
  visit,
  waitForVerdict,
  type Product,
  type Visitor,
} from './_product.ts'
import type { Card } from '../../src/core/card.ts'

/** The narrowest screen in use: WCAG 2.2, criterion 1.4.10. */
const NARROW = { viewport: { width: 320, height: 640 } }

let browser: Browser
let product: Product

beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchOffline(), startProduct()])
})

afterAll(async () => {
  await browser.close()
  await product[Symbol.asyncDispose]()
})

/** Names that stretch a page: long, without a place to break, from right to left, and in signs. */
const stretching = `${'Wolfeschlegelsteinhausen'.repeat(6)} يوسف الأندلسي 👩🏽‍💻`

/** A candidate in a narrow browser, bound, with a verdict. */
async function bound(name: string): Promise<Visitor & { id: string }> {
  const { id, link } = await openCase(product, name, {
    opening: 'A rather long title of an opening',
  })
  const visitor = await visit(browser, { ...NARROW, from: addresses.austin, driven: true })
  await pressContinue(visitor, link)
  await waitForVerdict(product, id)
  return { ...visitor, id }
}

const pages: readonly { page: string; open: () => Promise<Visitor> }[] = [
  {
    page: 'the notice',
    async open() {
      const { link } = await openCase(product, stretching, { opening: stretching.slice(0, 110) })
      const visitor = await visit(browser, NARROW)
      await visitor.page.goto(link)
      await visitor.page.getByText('Add a few words').click()
      return visitor
    },
  },
  {
    page: 'a link that cannot be opened',
    async open() {
      const visitor = await visit(browser, NARROW)
      await visitor.page.goto(`${product.url}/i/${'x'.repeat(43)}`)
      return visitor
    },
  },
  {
    page: 'the session',
    async open() {
      const visitor = await bound('Sessa')
      await visitor.page.getByText('This tab is connected.').waitFor()
      return visitor
    },
  },
  {
    page: 'the session, offering another device',
    async open() {
      const visitor = await bound('Moven')
      await visitor.page.getByRole('button', { name: 'Use another device' }).click()
      await visitor.page.getByText('type this code').waitFor()
      return visitor
    },
  },
  {
    page: 'what was recorded',
    async open() {
      const visitor = await bound('Recka')
      await visitor.page.getByRole('link', { name: 'What was recorded' }).click()
      await visitor.page.getByRole('heading', { name: 'What was recorded' }).waitFor()
      return visitor
    },
  },
  {
    page: 'where the other device types its code',
    async open() {
      const visitor = await visit(browser, NARROW)
      const { page } = visitor
      await page.goto(`${product.url}/m`)
      await page.getByLabel('Code from your first device').fill('WRONG')
      await page.getByRole('button', { name: 'Use this device' }).click()
      await page.getByRole('alert').waitFor()
      return visitor
    },
  },
  {
    page: 'a message',
    async open() {
      const { link } = await openCase(product, 'Messa')
      const visitor = await visit(browser, NARROW)
      await visitor.page.goto(link)
      await visitor.page.getByRole('button', { name: 'I need another way' }).click()
      await visitor.page.getByRole('heading', { name: 'The recruiter has been told' }).waitFor()
      return visitor
    },
  },
  {
    page: 'the console with a card',
    async open() {
      await using candidate = await bound(`Carda ${stretching}`)
      expect(candidate.urls.length).toBeGreaterThan(0)
      const manager = await openConsole(browser, product, NARROW)
      const card = cardOf(manager, 'Carda')
      await card.getByRole('heading', { name: 'Signs that a program drives' }).waitFor()
      return manager
    },
  },
  {
    page: 'the console with a form open, and faults in it',
    async open() {
      const manager = await openConsole(browser, product, NARROW)
      await typeLine(manager, '/verify')
      const form = manager.page.getByRole('dialog', { name: 'Verify a candidate' })
      await form.getByRole('button', { name: 'Make the link' }).click()
      await form.getByText('Please fill this in.').first().waitFor()
      return manager
    },
  },
  {
    page: 'the console without its key',
    async open() {
      const visitor = await visit(browser, NARROW)
      await visitor.page.goto(`${product.url}/console`)
      return visitor
    },
  },
  {
    page: 'the report',
    async open() {
      await using candidate = await bound(`Repa ${stretching}`)
      const { card } = await callConsole<{ card: Card }>(product, 'type', {
        text: `/verify report ${candidate.id}`,
      })
      const manager = await visit(browser, NARROW)
      await manager.page.goto(linkOn(card))
      await manager.page.getByRole('heading', { name: 'Audit trail' }).waitFor()
      return manager
    },
  },
]

test.concurrent.for(pages)('$page is accessible and fits 320 pixels', async ({ open }) => {
  await using visitor = await open()
  const { page } = visitor
  expect(await widthOf(page)).toBeLessThanOrEqual(NARROW.viewport.width)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations, passes } = await new AxeBuilder({ page }).analyze()
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => ({ colorScheme, id, html, failureSummary })),
    )
    expect(faults).toEqual([])
    // A page without visible text would pass everything.
    expect(passes.map(({ id }) => id)).toContain('color-contrast')
  }
  expectClean(product, visitor)
})

test.concurrent('a person without a mouse gets from the notice to the call', async () => {
  const { link } = await openCase(product, 'Kay Board')
  await using visitor = await visit(browser, { from: addresses.austin })
  const { page } = visitor
  await page.goto(link)
  await tabTo(page, 'Continue')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/s')
  const left = visitor.context.waitForEvent('page')
  await tabTo(page, 'Join the interview')
  await page.keyboard.press('Enter')
  await left
})

/** How far the page reaches to the right, CSS pixels. */
function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth)
}

/** Presses Tab until the button with this text has the focus. Fails: when it is never reached. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim())
    if (focused === text) return
  }
  throw new Error(`Tab never reached “${text}”`)
}
