/** The report and the picture on the card: readable without script, on narrow screens, with assistive technology and on paper. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Card } from '../../src/core/card.ts'
import { drawMap } from '../../src/pictures/map-svg.ts'
import { address, austin, bucharest, frankfurt, mapView, server } from '../pictures/_views.ts'
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
  readChannel,
  startProduct,
  visit,
  waitForVerdict,
  type Product,
  type VisitorOptions,
} from './_product.ts'

const WIDE = { width: 1280, height: 900 }
/** The narrowest screen in use: WCAG 2.2, criterion 1.4.10. */
const NARROW = { width: 320, height: 640 }

/** What is printed on, less margins of 15 mm; CSS pixels at 96 to the inch. */
const SHEETS = {
  A4: { width: 680, height: 1009 },
  Letter: { width: 702, height: 942 },
} as const

let browser: Browser
let product: Product
let caseId: string

/** Jane says Austin; her address is one of Bucharest, and she answers a server in Frankfurt at once. */
beforeAll(async () => {
  const env = { SERVER_LOCATION: '50.11,8.68 Frankfurt' }
  ;[browser, product] = await Promise.all([launchOffline(), startProduct(env)])
  const { id, link } = await openCase(product, 'Rea Port')
  await using candidate = await visit(browser, { from: addresses.bucharest })
  await pressContinue(candidate, link)
  await waitForVerdict(product, id, ({ overall }) => expect(overall).toBe('contradicted'))
  caseId = id
})

afterAll(async () => {
  await browser.close()
  await product[Symbol.asyncDispose]()
})

/** The report in a browser without script. */
async function openReport(options: VisitorOptions) {
  const { card } = await callConsole<{ card: Card }>(product, 'type', {
    text: `/verify report ${caseId}`,
  })
  const reader = await visit(browser, { javaScriptEnabled: false, ...options })
  await reader.page.goto(linkOn(card))
  await reader.page.getByRole('heading', { name: 'Audit trail' }).waitFor()
  return reader
}

const pictures = (page: Page) => page.getByRole('img', { name: /^(Map of|Round-trip times)/ })

describe.each([
  ['on a desk', WIDE],
  ['on a narrow screen', NARROW],
])('%s', (_, viewport) => {
  test.each(['light', 'dark'] as const)(
    'in the %s, nothing is in the way of anybody',
    async (colorScheme) => {
      // The page has no script of its own; axe brings one.
      await using reader = await openReport({ viewport, colorScheme, javaScriptEnabled: true })
      const { page } = reader
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      )
      const { violations, passes } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      ).toEqual([])
      // A page without visible text would pass everything.
      expect(passes.map(({ id }) => id)).toContain('color-contrast')
      expectClean(product, reader)
    },
  )

  test('without script both pictures are there once, as large as their words need, and in words', async () => {
    await using reader = await openReport({ viewport })
    const { page } = reader
    expect(await pictures(page).count()).toBe(2)
    for (const picture of await pictures(page).all()) {
      const size = await picture.evaluate((svg) => {
        const words = [...svg.querySelectorAll('text')].map((text) => {
          const { left, right, height } = text.getBoundingClientRect()
          return { left, right, height, text: text.textContent }
        })
        const whole = svg.getBoundingClientRect()
        return {
          least: Math.min(...words.map(({ height }) => height)),
          outside: words.filter((w) => w.left < whole.left || w.right > whole.right),
          right: whole.right,
        }
      })
      // A line of the smallest words, 11.5 px, is 13 px high.
      expect(size.least).toBeGreaterThan(10)
      expect(size.outside).toEqual([])
      expect(size.right).toBeLessThanOrEqual(viewport.width)
    }
    for (const words of [
      'Stated place: Austin, Texas, United States.',
      'IP address placed in Bucharest, Romania, by DB-IP City Lite.',
      /^Fastest answer to our server in Frankfurt after .* ms: the computer is at most .* from there/,
      /^Round trips to our server in Frankfurt: fastest /,
      /^If “.*” has an innocent cause.* instead of “Contradicted”\.$/,
      'Had travel been declared beforehand, the answer would be',
    ]) {
      await page.getByRole('listitem').filter({ hasText: words }).first().waitFor()
    }
    expect(
      await page.getByRole('link', { name: 'Map: Natural Earth (public domain)' }).count(),
    ).toBe(1)
  })
})

describe.each(Object.entries(SHEETS))('printed on %s', (format, viewport) => {
  test('no picture is cut, and every word of it is seen', async () => {
    await using reader = await openReport({ viewport })
    const { page } = reader
    await page.emulateMedia({ media: 'print' })
    expect(await pictures(page).count()).toBe(2)
    for (const figure of await page.getByRole('figure').all()) {
      const { height, breaks } = await figure.evaluate((element) => ({
        height: element.getBoundingClientRect().height,
        breaks: getComputedStyle(element).breakInside,
      }))
      expect(height).toBeGreaterThan(200)
      expect(height).toBeLessThan(viewport.height)
      expect(breaks).toBe('avoid')
    }
    const pdf = await page.pdf({ format, preferCSSPageSize: false })
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-')
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(pages).toBeGreaterThan(1)
    expect(pages).toBeLessThan(15)
  })
})

test('words of a map stay inside it, however small it is shown', async () => {
  await using reader = await visit(browser)
  const { page } = reader
  const outside: unknown[] = []
  for (const leastMs of [0.4, 1.04, 12, 36]) {
    const view = mapView(austin, [address(bucharest)], [server(frankfurt, leastMs)])
    const svg = drawMap(view, { id: 'map', width: 320, height: 400 })
    for (const width of [256, 270, 280, 288, 300, 320]) {
      await page.setContent(`<style>svg { width: ${width}px; height: auto }</style>${svg}`)
      const found = await page.locator('svg').evaluate((map) => {
        const whole = map.getBoundingClientRect()
        const words = [...map.querySelectorAll('text')].filter((text) => {
          const { left, right } = text.getBoundingClientRect()
          return left < whole.left || right > whole.right
        })
        return words.map((text) => text.textContent)
      })
      outside.push(...found.map((text) => ({ text, width })))
    }
  }
  expect(outside).toEqual([])
})

describe('the picture on the card', () => {
  const pictureOf = async () => {
    const [message] = await readChannel(product, 'Rea Port')
    const section = message?.card.sections.find(({ kind }) => kind === 'image')
    if (section?.kind !== 'image') throw new Error('the card has no picture')
    return section
  }

  test('is shown in the console, with its words', async () => {
    await using manager = await openConsole(browser, product)
    const picture = cardOf(manager, 'Rea Port').getByRole('img', {
      name: /^Map\. Stated place: Austin/,
    })
    await picture.scrollIntoViewIfNeeded()
    const pixels = () =>
      picture.evaluate((img: HTMLImageElement) => (img.complete ? img.naturalWidth : 0))
    await expect.poll(pixels, { timeout: 10_000 }).toBe(960)
    expectClean(product, manager)
  })

  test('is for whoever has its link, for a short time, and for no search engine', async () => {
    const { url } = await pictureOf()
    const answer = await fetch(url)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, max-age=300',
      'x-robots-tag': 'noindex, nofollow',
    })
    const png = Buffer.from(await answer.arrayBuffer())
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
  })

  test('a link that is not ours leads nowhere', async () => {
    const { url } = await pictureOf()
    const wrong = [url.replace(/.\.png$/, (end) => `${end.startsWith('A') ? 'B' : 'A'}.png`)]
    for (const path of ['x.png', '%00.png', `${'x'.repeat(190)}.png`, '..%2f..%2fetc%2fpasswd']) {
      wrong.push(`${product.url}/p/${path}`)
    }
    for (const address of wrong) {
      const { status } = await fetch(address)
      expect([400, 404], address).toContain(status)
    }
  })

  test('is asked for no more often than a channel needs', async () => {
    const from = { 'x-forwarded-for': '198.19.0.1' }
    const statuses = await Promise.all(
      Array.from({ length: 70 }, async () => {
        const answer = await fetch(`${product.url}/p/x.png`, { headers: from })
        return answer.status
      }),
    )
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  })
})
