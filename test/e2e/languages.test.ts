/** Pages in every language as a browser lays them out: narrow enough, and with lines that end where readers expect it. */
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as pages from '../../src/page/server.tsx'
import { languages, type Language } from '../../src/texts/languages.ts'
import { noticeView, recordedView, sessionView } from '../page/views.ts'
import { everyReading } from '../texts/_readings.ts'
import { launchBrowser } from './browser.ts'

/** The narrowest screen in use: WCAG 2.2, criterion 1.4.10. */
const NARROW = { width: 320, height: 640 }

let browser: Browser
let style: string

beforeAll(async () => {
  const [launched, { outputFiles }] = await Promise.all([
    launchBrowser(),
    // As scripts/build.ts builds them.
    build({
      entryPoints: ['src/page/page.css', 'src/page/control/control.css'],
      outdir: 'out',
      write: false,
      bundle: true,
      minify: true,
    }),
  ])
  browser = launched
  style = outputFiles.map(({ text }) => text).join('\n')
})

afterAll(() => browser.close())

/** Lays a page out, with its style and without its scripts. */
async function lay(page: Page, html: string): Promise<void> {
  const styled = html.replace('</head>', `<style>${style}</style></head>`)
  await page.setContent(styled.replace(/<(script|link)[^>]*>/g, ''))
}

function every(language: Language): string[] {
  const control = { progress: 'offered', remoteDesktop: false, assistive: false } as const
  return [
    pages.renderNotice({ ...noticeView, controlCheck: true }, language),
    pages.renderSession({ ...sessionView, control }, language),
    pages.renderRecorded({ ...recordedView, signals: everyReading }, language),
    pages.renderUnavailable({ nonce: 'n', contact: 'careers@northwind.example' }, language),
  ]
}

test.concurrent.for(languages)('pages in %s fit 320 pixels', async (language) => {
  const page = await browser.newPage({ viewport: NARROW })
  for (const html of every(language)) {
    await lay(page, html)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  }
  await page.close()
})

/** Words of Korean that stand on more than one line, though each would fit into one. */
const BROKEN_WORDS = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const broken = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const { 0: word, index } of node.data.matchAll(/[\\uac00-\\ud7a3]{2,10}/g)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
      if (tops.size > 1) broken.push(word)
    }
  }
  return broken
})()`

test('Korean lines never end within a word', async () => {
  const page = await browser.newPage({ viewport: NARROW })
  for (const html of every('ko')) {
    await lay(page, html)
    expect(await page.evaluate(BROKEN_WORDS)).toEqual([])
  }
  await page.close()
})

const firstFont: readonly [Language, string][] = [
  ['ja', 'Hiragino Sans'],
  ['ko', 'Apple SD Gothic Neo'],
  ['zh-Hans', 'PingFang SC'],
  ['de', 'system-ui'],
]

test.each(firstFont)('pages in %s ask for %s before all other fonts', async (language, font) => {
  const page = await browser.newPage()
  await lay(page, pages.renderNotice(noticeView, language))
  const asked = await page.evaluate<string>('getComputedStyle(document.body).fontFamily')
  expect(asked.replaceAll('"', '').split(', ')[0]).toBe(font)
  await page.close()
})
