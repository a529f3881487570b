/** The browser the other tests rely on: it draws text, has WebGL, and survives a closed context. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

test('draws text, so that axe can judge its contrast', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.setContent('<html lang="en"><title>t</title><main><h1>Some text</h1></main></html>')
  const { passes } = await new AxeBuilder({ page }).analyze()
  expect(passes.map((rule) => rule.id)).toContain('color-contrast')
  const widths = await page.evaluate(() => {
    const widthOf = (text: string): number => {
      const span = document.body.appendChild(document.createElement('span'))
      span.textContent = text
      return span.getBoundingClientRect().width
    }
    return { narrow: widthOf('iiii'), wide: widthOf('WWWW') }
  })
  expect(widths.narrow).toBeGreaterThan(0)
  expect(widths.wide).toBeGreaterThan(widths.narrow)
  await context.close()
})

test('keeps its other contexts when one closes', async () => {
  const [first, second] = await Promise.all([
    browser.newContext(),
    browser.newContext({ timezoneId: 'Asia/Tokyo' }),
  ])
  await first.close()
  const page = await second.newPage()
  const zone = await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)
  expect(zone).toBe('Asia/Tokyo')
  await second.close()
})

test('has WebGL', async () => {
  const page = await browser.newPage()
  const has = await page.evaluate(
    () => document.createElement('canvas').getContext('webgl') !== null,
  )
  expect(has).toBe(true)
  await page.close()
})
