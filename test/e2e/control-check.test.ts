/** The tapping exercise in a real browser: pressed for real, judged for real. Some of these take as long as people do. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseDto } from '../../src/usecases/read-case.ts'
import type { StartedCheck } from '../../src/usecases/start-control-check.ts'
import type { Hand } from '../core/rhythm/_logs.ts'
import {
  addresses,
  expectClean,
  expectJoinWorks,
  launchOffline,
  openCase,
  pressContinue,
  readCase,
  readChannel,
  startProduct,
  until,
  visit,
  waitForVerdict,
  type Product,
  type Visitor,
  type VisitorOptions,
} from './_product.ts'
import { prepareTapper, type Press } from './_tapper.ts'

/** Three exercises of 90 seconds, on a machine that does other things as well. */
const WHOLE_MS = 300_000

let browser: Browser
let product: Product
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchOffline(), startProduct()])
})
afterAll(async () => {
  await browser.close()
  await product[Symbol.asyncDispose]()
})

/** A candidate for whom the exercise is asked, after Continue. */
async function bound(
  who: string,
  options: VisitorOptions = {},
  prepare: (visitor: Visitor) => Promise<unknown> = async () => {},
): Promise<Visitor & { id: string }> {
  const { id, link } = await openCase(product, who, { controlCheck: true })
  const visitor = await visit(browser, { from: addresses.austin, ...options })
  await prepare(visitor)
  await pressContinue(visitor, link)
  return { ...visitor, id }
}

const startButton = (page: Page) => page.getByRole('button', { name: 'Start the check' })

const partButton = (page: Page) => page.getByRole('button', { name: 'Start this part' })

/** Presses Start. Out: the plan. */
const start = (page: Page) => press(page, startButton(page))

/** Starts the part besides, by keyboard alone. Out: its plan. */
const startPart = (page: Page) => press(page, partButton(page), 'Enter')

async function press(page: Page, button: Locator, key?: string): Promise<StartedCheck> {
  const answered = page.waitForResponse('**/s/control/start')
  if (key === undefined) await button.click()
  else await button.press(key)
  return (await (await answered).json()) as StartedCheck
}

/** A small phone. */
const phone = { viewport: { width: 320, height: 640 } }

/** Nothing on the page is in the way of anybody, light or dark, and all of it fits a small phone. */
async function look(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => ({ id, html: nodes[0]?.html }))).toEqual([])
  }
}

const findingOf = ({ evidence }: CaseDto, check: string) =>
  evidence.find((item) => item.check === check)

describe.concurrent('somebody who taps', () => {
  const people: readonly {
    who: string
    hand: Hand
    press: Press
    options?: VisitorOptions
    variant?: string
    isLate: boolean
  }[] = [
    {
      who: 'at the computer, by keys',
      hand: { lateMs: -20, spreadMs: 25, reactionMs: 240 },
      press: 'key',
      isLate: false,
    },
    {
      who: 'far away, over a link of 220 ms',
      hand: { lateMs: 220, spreadMs: 25, reactionMs: 460 },
      press: 'key',
      isLate: true,
    },
    {
      who: 'with a finger, on a phone that shows little motion',
      hand: { lateMs: 30, spreadMs: 28, reactionMs: 290 },
      press: 'touch',
      options: {
        viewport: { width: 320, height: 640 },
        hasTouch: true,
        isMobile: true,
        reducedMotion: 'reduce',
      },
      variant: 'calm',
      isLate: false,
    },
  ]
  test.concurrent.for(people)('$who', { timeout: WHOLE_MS }, async (person) => {
    const { who, hand, press, isLate } = person
    let tapAlong: Awaited<ReturnType<typeof prepareTapper>> | undefined
    await using visitor = await bound(who, person.options, async ({ page }) => {
      tapAlong = await prepareTapper(page, hand, press)
    })
    const { page, id } = visitor
    await waitForVerdict(product, id)
    // On a machine too busy to draw, an exercise says nothing, and people do it again.
    let said = ''
    for (let tries = 0; tries < 3 && !said.includes('Thank you, that was all of it.'); tries++) {
      const started = await start(page)
      expect(started.plan.variant).toBe(person.variant ?? 'usual')
      await tapAlong?.(started)
      said = await until(async () => {
        const words = await page.locator('[data-control-say]').innerText()
        expect(words).toMatch(/all of it|could not be used/)
        return words
      }, 30_000)
    }
    expect(said).toContain('Thank you, that was all of it.')
    expect(await startButton(page).isVisible()).toBe(false)

    const kase = await until(async () => {
      const read = await readCase(product, id)
      expect(findingOf(read, 'loop-latency')?.outcome).toMatch(/^(consistent|contradictory)$/)
      return read
    })
    const { state, bans, coverage } = kase.verdict?.axes.control ?? {}
    expect(coverage).toEqual({ met: true, missing: [] })
    const loop = findingOf(kase, 'loop-latency')
    const lateMs = Number(/taps (-?\d+) ms after/.exec(loop?.observed ?? '')?.[1])
    // The browser and the machine add some of their own.
    expect(lateMs).toBeGreaterThan(hand.lateMs - 25)
    expect(lateMs).toBeLessThan(hand.lateMs + 60)
    expect(loop?.outcome).toBe(isLate ? 'contradictory' : 'consistent')
    if (isLate) {
      // A browser without a screen of its own adds to what speaks against this one.
      expect(['review', 'contradicted']).toContain(state)
      expect(bans).toBeGreaterThanOrEqual(0.5)
      expect(kase.verdict?.overall).toBe(state)
    } else {
      expect(findingOf(kase, 'scripted-taps')?.outcome).toBe('consistent')
      expect(['consistent', 'unclear']).toContain(state)
    }
    await page.reload()
    await page.getByText('Done, thank you. Only averages were kept.').waitFor()
    expect(await startButton(page).count()).toBe(0)
    await expectJoinWorks(visitor)
    expectClean(product, visitor)
  })
})

describe.concurrent('somebody on the beat who reacts late, and is asked for one part more', () => {
  const people: readonly {
    who: string
    hand: Hand
    options?: VisitorOptions
    variant?: string
    level: string
  }[] = [
    {
      who: 'simply slow to react, on a phone that shows little motion',
      hand: { lateMs: -30, spreadMs: 25, reactionMs: 590, stopMs: 240 },
      options: { ...phone, hasTouch: true, isMobile: true, reducedMotion: 'reduce' },
      variant: 'calm',
      level: 'stops-in-time',
    },
    {
      who: 'leading the beat by a link of 250 ms, by keys',
      hand: { lateMs: -30, spreadMs: 25, reactionMs: 590, stopMs: 470, correctsLate: true },
      level: 'stops-late',
    },
  ]
  test.concurrent.for(people)('$who', { timeout: WHOLE_MS }, async (person) => {
    const { who, hand, options = {}, level } = person
    let tapAlong: Awaited<ReturnType<typeof prepareTapper>> | undefined
    await using visitor = await bound(who, options, async ({ page }) => {
      tapAlong = await prepareTapper(page, hand, options.hasTouch === true ? 'touch' : 'key')
    })
    const { page, id } = visitor
    await waitForVerdict(product, id)
    // On a machine too busy to draw, a part says nothing, and people do it again.
    const untilTaken = async (begin: () => Promise<StartedCheck>, words: string) => {
      let said = ''
      for (let tries = 0; tries < 3 && !said.includes(words); tries++) {
        await tapAlong?.(await begin())
        said = await until(async () => {
          const now = await page.locator('[data-control-say]').innerText()
          expect(now).toMatch(/all of it|could not be used|One short part more/)
          return now
        }, 30_000)
      }
      expect(said).toContain(words)
    }
    await untilTaken(() => start(page), 'One short part more would help')
    expect(await startButton(page).isVisible()).toBe(false)
    // The server knows as well: the page can be opened anew.
    await page.reload()
    await partButton(page).waitFor()
    await look(page)
    await untilTaken(async () => {
      const started = await startPart(page)
      await look(page)
      expect(started.plan).toMatchObject({ practice: null, variant: person.variant ?? 'usual' })
      return started
    }, 'Thank you, that was all of it.')
    expect(await partButton(page).isVisible()).toBe(false)
    const kase = await until(async () => {
      const read = await readCase(product, id)
      expect(findingOf(read, 'rhythm-vs-reaction')?.level).toBe(level)
      return read
    })
    const finding = findingOf(kase, 'rhythm-vs-reaction')
    const stopMs = Number(/held back (-?\d+) ms after/.exec(finding?.observed ?? '')?.[1])
    // The browser and the machine add some of their own; twelve trials leave some 45 ms.
    expect(stopMs).toBeGreaterThan((hand.stopMs ?? 0) - 130)
    expect(stopMs).toBeLessThan((hand.stopMs ?? 0) + 160)
    if (level === 'stops-late') expect(finding?.bans).toBeGreaterThan(0)
    else expect(finding?.bans).toBeLessThanOrEqual(0)
    await expectJoinWorks(visitor)
    expectClean(product, visitor)
  })
})

/** What the card in the channel says of the exercise. */
async function cardSays(who: string, words: string): Promise<void> {
  await until(async () => {
    const [message] = await readChannel(product, who)
    expect(JSON.stringify(message?.card)).toContain(words)
  })
}

/** The control axis weighs nothing by the exercise, and the call is open. */
async function expectNothingHeld(visitor: Visitor & { id: string }): Promise<void> {
  const kase = await readCase(product, visitor.id)
  const tapping = ['loop-latency', 'reaction-floor', 'rhythm-vs-reaction', 'scripted-taps']
  for (const check of tapping) expect(findingOf(kase, check)?.bans).toBe(0)
  await expectJoinWorks(visitor)
}

describe('somebody who does not', () => {
  test.concurrent('skips, and nothing is held against them', async () => {
    const who = 'Skye Skip'
    await using visitor = await bound(who)
    const { page, id } = visitor
    await waitForVerdict(product, id)
    await page.getByRole('button', { name: 'Skip', exact: true }).click()
    await page.getByText('It is left out, which does not count against you.').waitFor()
    await cardSays(who, 'the tapping exercise was skipped; that is no sign against anyone')
    const { verdict } = await waitForVerdict(product, id)
    expect(verdict.overall).toBe('unclear')
    // And can still change their mind.
    expect(await startButton(page).isVisible()).toBe(true)
    await expectNothingHeld(visitor)
    expectClean(product, visitor)
  })

  test.concurrent('asks for another way beside it, and nowhere twice', async () => {
    const who = 'Otto Other'
    await using visitor = await bound(who)
    const { page, id } = visitor
    await waitForVerdict(product, id)
    await page.getByRole('button', { name: 'I need another way' }).click()
    await page.getByRole('heading', { name: 'The recruiter has been told' }).waitFor()
    await cardSays(who, 'another way was asked for instead of the tapping exercise')
    await expectNothingHeld(await reopened(visitor))
  })

  test.concurrent('has no script: the section says what that means', async () => {
    await using visitor = await bound('Nora Script', { javaScriptEnabled: false })
    const { page } = visitor
    const words = await page.getByRole('region', { name: /tapping exercise/ }).innerText()
    expect(words).toContain('the exercise cannot run here. That counts for nothing')
    expect(await startButton(page).count()).toBe(0)
    await page.getByRole('button', { name: 'Skip', exact: true }).click()
    await page.getByText('It is left out, which does not count against you.').waitFor()
  })
})

async function reopened(visitor: Visitor & { id: string }) {
  await visitor.page.goto(`${product.url}/s`)
  return visitor
}

describe('an exercise that says nothing', () => {
  test.concurrent('the tab is hidden in between: void, and can be repeated', async () => {
    const who = 'Heidi Hidden'
    await using visitor = await bound(who)
    const { page, id } = visitor
    await waitForVerdict(product, id)
    await start(page)
    await page.getByRole('heading', { name: 'First a few to practise' }).waitFor()
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { get: () => true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await page.getByText('the page was hidden during it').waitFor()
    await page.getByText('It does not count against you.').first().waitFor()
    await cardSays(who, 'could not be used: the page was hidden during it')
    await page.evaluate(() => delete (document as { hidden?: boolean }).hidden)
    await start(page)
    await page.getByRole('heading', { name: 'First a few to practise' }).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped. Nothing of it was sent.').waitFor()
    await expectNothingHeld(visitor)
  })

  test.concurrent(
    'a browser that tells times in steps of 100 ms: void before it begins',
    async () => {
      const who = 'Tora Coarse'
      await using visitor = await bound(who, {}, ({ page }) =>
        page.addInitScript(() => {
          const now = performance.now.bind(performance)
          performance.now = () => Math.floor(now() / 100) * 100
        }),
      )
      const { page, id } = visitor
      await waitForVerdict(product, id)
      await start(page)
      await page.getByText('the browser tells times only roughly').waitFor()
      await cardSays(who, 'could not be used: the browser tells times only roughly')
      await expectNothingHeld(visitor)
      expectClean(product, visitor)
    },
  )
})

describe('people and their tools', () => {
  test.concurrent(
    'the section and the open exercise are accessible and fit 320 pixels',
    async () => {
      await using visitor = await bound('Axel Axe', phone)
      const { page } = visitor
      await startButton(page).waitFor()
      await look(page)
      await start(page)
      await page.getByText('Press any key, click or tap to begin.').waitFor()
      await look(page)
      await page.keyboard.press('x')
      await page.locator('[data-ball]').waitFor()
      await look(page)
      await page.keyboard.press('Escape')
      await page.getByText('Stopped. Nothing of it was sent.').waitFor()
      expectClean(product, visitor)
    },
  )

  test.concurrent('a keyboard is enough to start and to stop', async () => {
    await using visitor = await bound('Kay Keys')
    const { page } = visitor
    await startButton(page).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'First a few to practise' }).waitFor()
    // The space bar is a tap there, and presses no button.
    await page.keyboard.press('Space')
    await page.locator('[data-ball]').waitFor()
    await page.keyboard.press('Space')
    expect(await page.locator('[data-ball]').isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Stopped. Nothing of it was sent.').waitFor()
  })

  test.concurrent('where it is not asked for there is nothing of it', async () => {
    const { link } = await openCase(product, 'Nina None')
    await using visitor = await visit(browser, { from: addresses.austin })
    const { page, urls } = visitor
    await page.goto(link)
    expect(await page.getByText('tapping').count()).toBe(0)
    await pressContinue(visitor, link)
    await page.getByText('This tab is connected.').waitFor()
    expect(await startButton(page).count()).toBe(0)
    expect(urls.filter((url) => url.includes('/assets/control'))).toEqual([])
  })
})
