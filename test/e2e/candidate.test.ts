/** What a candidate's browser gives, and what becomes of it: browser → readings → findings → verdict. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axes, type Axis } from '../../src/core/check.ts'
import type { State } from '../../src/core/verdict.ts'
import {
  addresses,
  against,
  expectClean,
  expectJoinWorks,
  launchOffline,
  openCase,
  pressContinue,
  readChannel,
  readRecorded,
  startProduct,
  until,
  visit,
  waitForVerdict,
  type Product,
  type Visitor,
  type VisitorOptions,
} from './_product.ts'

let browser: Browser
let product: Product

beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchOffline(), startProduct()])
})

afterAll(async () => {
  await browser.close()
  await product[Symbol.asyncDispose]()
})

/** A phone held upright. */
const PHONE = { width: 390, height: 844 }
const HOUR_MS = 3_600_000

/** A candidate who says Austin, where our server stands, and what is to come of their browser. */
interface Variant {
  who: string
  browser?: VisitorOptions
  /** Where they say they are. */
  says?: string
  prepare?: (visitor: Visitor) => Promise<unknown>
  /** After the first verdict. */
  then?: (visitor: Visitor) => Promise<unknown>
  expected: {
    overall: State
    /** State of each axis that is not `unclear`. */
    axes?: Partial<Record<'place' | 'control', State>>
    against?: string[]
    /** Axes that the findings speak against. */
    weighsOn?: Axis[]
    /** Readings by title: what one of its values contains. */
    recorded?: Record<string, string | RegExp>
  }
}

const ZONE = 'time zone of the device'
const SKEW = 'difference between the device clock and ours'
const ECHOES = 'round-trip time to our server'
const DRIVEN = 'whether the browser says it is driven by a program'
const SECOND = 'a second browser that pressed Continue on the same link'
const NETWORK = 'changes of the network connection'

const variants: readonly Variant[] = [
  {
    who: 'with script switched off',
    browser: { javaScriptEnabled: false },
    expected: { overall: 'unclear', recorded: { 'IP address': addresses.austin } },
  },
  {
    who: 'behind a network that lets no socket through',
    prepare: ({ page }) => page.routeWebSocket('**/s/live', (socket) => socket.close()),
    expected: { overall: 'unclear', recorded: { [ZONE]: 'America/Chicago', [DRIVEN]: 'no' } },
  },
  {
    who: 'at an ordinary desk in Austin',
    expected: {
      overall: 'consistent',
      axes: { place: 'consistent' },
      recorded: {
        'IP address': addresses.austin,
        [ZONE]: 'America/Chicago',
        [DRIVEN]: 'no',
        [ECHOES]: / ms of 10/,
      },
    },
  },
  {
    who: 'whose clock is two hours fast',
    prepare: ({ context }) => context.clock.install({ time: Date.now() + 2 * HOUR_MS }),
    expected: {
      overall: 'consistent',
      axes: { place: 'consistent' },
      // The clock of the test is a script’s, which shows.
      against: ['clock-skew: off', 'realm-lies: zone-or-name'],
      weighsOn: ['control'],
      recorded: { [SKEW]: '2 hours ahead of ours' },
    },
  },
  {
    who: 'whose device is set to Bucharest',
    browser: { timezoneId: 'Europe/Bucharest' },
    expected: {
      overall: 'unclear',
      against: ['zone-vs-address: other-offset', 'zone-vs-claim: other-offset'],
      weighsOn: ['place'],
      recorded: { [ZONE]: 'Europe/Bucharest' },
    },
  },
  {
    who: 'who is in Bucharest without disguise',
    browser: { timezoneId: 'Europe/Bucharest', from: addresses.bucharest },
    expected: {
      overall: 'review',
      axes: { place: 'review' },
      against: ['country-vs-address: one-database', 'zone-vs-claim: other-offset'],
      weighsOn: ['place'],
    },
  },
  {
    who: 'who says Tokyo but answers too soon',
    says: 'Tokyo, Japan',
    expected: {
      overall: 'contradicted',
      axes: { place: 'contradicted' },
      against: [
        'country-vs-address: one-database',
        'feasible-region: country-impossible',
        'round-trip-floor: impossible',
        'zone-vs-claim: other-offset',
      ],
      weighsOn: ['place'],
    },
  },
  {
    who: 'that is a program',
    browser: { driven: true },
    expected: {
      overall: 'consistent',
      axes: { place: 'consistent' },
      against: ['automation: driven'],
      weighsOn: ['control'],
      recorded: { [DRIVEN]: 'yes' },
    },
  },
  {
    who: 'whose laptop sleeps in between',
    prepare: ({ context }) => context.clock.install(),
    async then({ context, page }) {
      await context.setOffline(true)
      await page.clock.fastForward(10 * 60_000)
      const again = page.waitForEvent('websocket')
      await context.setOffline(false)
      await again
      await page.getByText('This tab is connected.').waitFor()
    },
    expected: {
      overall: 'consistent',
      axes: { place: 'consistent' },
      against: ['realm-lies: zone-or-name'],
      weighsOn: ['control'],
      recorded: { [NETWORK]: 'not connected' },
    },
  },
]

describe('a candidate', () => {
  test.concurrent.for(variants)('$who', async (variant) => {
    const { who, expected } = variant
    const says = variant.says === undefined ? {} : { claimedPlace: variant.says }
    const { id, link } = await openCase(product, who, says)
    await using visitor = await visit(browser, { from: addresses.austin, ...variant.browser })
    await variant.prepare?.(visitor)
    const pressedAt = Date.now()
    await pressContinue(visitor, link)
    const first = await waitForVerdict(product, id)
    expect(Date.now() - pressedAt).toBeLessThan(15_000)
    await variant.then?.(visitor)

    const kase = await waitForVerdict(product, id, (verdict) =>
      expect(verdict.overall).toBe(expected.overall),
    )
    const { place, control } = kase.verdict.axes
    expect({ place: place.state, control: control.state }).toEqual({
      place: 'unclear',
      control: 'unclear',
      ...expected.axes,
    })
    expect(against(kase)).toEqual(expected.against ?? [])
    const weighed = axes.filter((axis) => kase.verdict.axes[axis].bans > 0)
    expect(weighed).toEqual(expected.weighsOn ?? [])
    expect(first.rounds).toHaveLength(1)
    await until(async () => {
      const recorded = await readRecorded(visitor, product)
      for (const [title, value] of Object.entries(expected.recorded ?? {})) {
        expect(recorded.get(title) ?? []).toContainEqual(expect.stringMatching(value))
      }
    })
    await expectJoinWorks(visitor)
    expectClean(product, visitor)
    await until(async () => {
      const [card] = await readChannel(product, who)
      expect(JSON.stringify(card)).toContain('Went to the call')
    })
  })

  test.concurrent(
    'whose browser keeps no cookies is told so, and has every other way',
    async () => {
      const name = 'Cora Nocookie'
      const { link } = await openCase(product, name)
      await using visitor = await visit(browser, { from: addresses.austin })
      const { context, page } = visitor
      await dropCookies(visitor)
      await page.goto(link)
      await page.getByRole('button', { name: 'Continue', exact: true }).click()
      await page.getByRole('heading', { name: 'This browser blocks cookies' }).waitFor()
      await page.getByText(/None of that is held against you/).waitFor()
      await page.getByRole('link', { name: 'Back' }).click()
      await page.getByRole('button', { name: 'I need another way' }).click()
      await page.getByRole('heading', { name: 'The recruiter has been told' }).waitFor()
      await until(async () => {
        expect(await readChannel(product, `${name} asks for another way`)).toHaveLength(1)
      })
      await page.getByRole('link', { name: 'Back' }).click()
      await expectJoinWorks(visitor)
      expect(await context.cookies()).toEqual([])
    },
  )
})

describe('a link that is passed on', () => {
  const passedOn = [
    {
      who: 'to a friend in Lisbon',
      from: addresses.lisbon,
      level: ['second-browser: other-network'],
    },
    { who: 'to the own phone on the same Wi-Fi', from: addresses.austin, level: [] },
  ]
  test.concurrent.for(passedOn)('$who lets nobody else in', async ({ who, from, level }) => {
    const { id, link } = await openCase(product, who)
    await using first = await visit(browser, { from: addresses.austin })
    await using second = await visit(browser, { from })
    // Both have the notice open; only one presses first.
    await second.page.goto(link)
    await pressContinue(first, link)
    await waitForVerdict(product, id)
    await second.page.getByRole('button', { name: 'Continue', exact: true }).click()
    await second.page.getByRole('heading', { name: 'This link cannot be opened here' }).waitFor()
    await second.page.getByText('Go on in that browser').waitFor()

    const kase = await until(async () => {
      const read = await waitForVerdict(product, id)
      expect(against(read)).toEqual(level)
      return read
    })
    expect(kase.verdict).toMatchObject({ overall: 'consistent' })
    await first.page.reload()
    await first.page.getByText('This tab is connected.').waitFor()
    expect((await readRecorded(first, product)).get(SECOND)).toHaveLength(1)
    await expectJoinWorks(first)
    await second.page.goto(`${product.url}/s`)
    await second.page.getByText('No interview is open in this browser').waitFor()
  })
})

describe('Use another device', () => {
  test.concurrent(
    'moves the session once the first device says yes, and weighs nothing',
    async () => {
      const name = 'Mona Move'
      const { id, link } = await openCase(product, name)
      await using first = await visit(browser, { from: addresses.austin })
      await using second = await visit(browser, { from: addresses.austin, viewport: PHONE })
      await pressContinue(first, link)
      const before = await waitForVerdict(product, id)
      await typeCode(first, second)
      await first.page.getByText(/Chrome.* on Linux asks to take over/).waitFor()
      await first.page.getByRole('button', { name: 'Yes, it is mine' }).click()
      await second.page.waitForURL('**/s')
      await second.page.getByText('This tab is connected.').waitFor()
      const told = first.page.getByRole('heading', { name: 'You are on your other device now' })
      await told.waitFor({ timeout: 5_000 })
      expect(await first.page.getByRole('button', { name: 'Join the interview' }).isVisible()).toBe(
        false,
      )

      const after = await waitForVerdict(product, id)
      expect(after.verdict).toEqual(before.verdict)
      expect(against(after)).toEqual([])
      await expectJoinWorks(second)
      // The link itself now leads nowhere but back to the session.
      await second.page.goto(link)
      expect(second.page.url()).toBe(`${product.url}/s`)
    },
  )

  test.concurrent('moves nothing when the first device says no', async () => {
    const { link } = await openCase(product, 'Nora No')
    await using first = await visit(browser, { from: addresses.austin })
    await using second = await visit(browser, { from: addresses.lisbon })
    await pressContinue(first, link)
    await typeCode(first, second, { wrongFirst: true })
    await first.page.getByRole('button', { name: 'No, it is not' }).click()
    await second.page.getByRole('heading', { name: 'The first device said no' }).waitFor()
    await second.page.getByRole('link', { name: 'Try again' }).click()
    await second.page.getByLabel('Code from your first device').waitFor()
    await expectJoinWorks(first)
    await second.page.goto(`${product.url}/s`)
    await second.page.getByText('No interview is open in this browser').waitFor()
  })
})

describe('I need another way', () => {
  const HINT = /You can offer: a short video call/

  test.concurrent('reaches the channel at once, before Continue', async () => {
    const name = 'Bea Fore'
    const { link } = await openCase(product, name)
    await using visitor = await visit(browser)
    const { page } = visitor
    await page.goto(link)
    await page.getByText('Add a few words').click()
    await page.getByLabel('What would help you?').fill('I use a shared computer.')
    await page.getByRole('button', { name: 'I need another way' }).click()
    await page.getByRole('heading', { name: 'The recruiter has been told' }).waitFor()
    const note = await until(async () => noteOf(`${name} asks for another way`), 2_000)
    expect(note).toMatch(HINT)
    expect(note).toContain('I use a shared computer.')
    await page.getByRole('link', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Continue', exact: true }).waitFor()
  })

  test.concurrent('reaches the channel after Continue, as do objections and wishes', async () => {
    const name = 'Ada After'
    const { id, link } = await openCase(product, name)
    await using visitor = await visit(browser, { from: addresses.austin })
    const { page } = visitor
    await pressContinue(visitor, link)
    const { verdict } = await waitForVerdict(product, id)
    await page.getByRole('button', { name: 'I need another way' }).click()
    await page.getByRole('heading', { name: 'The recruiter has been told' }).waitFor()
    expect(await until(() => noteOf(`${name} asks for another way`), 2_000)).toMatch(HINT)
    await page.getByRole('link', { name: 'Back' }).click()
    await page.getByText('You asked for another way.').waitFor()

    await page.getByRole('link', { name: 'What was recorded' }).click()
    await page.getByLabel(/Is something wrong/).fill('My laptop is set to another zone.')
    await page.getByRole('button', { name: 'Send to the recruiter' }).click()
    await page.getByRole('link', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Ask to erase it' }).click()
    await page.getByText(/A person decides about your wish to be erased/).waitFor()
    const contest = `${name} says that something recorded is wrong`
    expect(await until(() => noteOf(contest), 2_000)).toContain('My laptop is set to another zone.')
    expect(await until(() => noteOf(`${name} asks for their data to be erased`), 2_000)).toContain(
      '/verify forget',
    )
    // None of it counts.
    expect((await waitForVerdict(product, id)).verdict).toEqual(verdict)
    expectClean(product, visitor)
  })
})

/** The note in the channel with this title, as text. Fails: when there is none, or more than one. */
async function noteOf(title: string): Promise<string> {
  const notes = (await readChannel(product, title)).filter(({ card }) => card.title === title)
  expect(notes).toHaveLength(1)
  return JSON.stringify(notes[0])
}

/** Reads the code off the first device and types it on the second, as people type: small letters, a dash somewhere. */
async function typeCode(first: Visitor, second: Visitor, { wrongFirst = false } = {}) {
  await first.page.getByRole('button', { name: 'Use another device' }).click()
  const section = first.page.getByRole('region', { name: 'Use another device' })
  const code = /\b[A-Z0-9]{4}-?[A-Z0-9]{4}\b/.exec(await section.innerText())?.[0] ?? ''
  expect(code).not.toBe('')
  const { page } = second
  await page.goto(`${product.url}/m`)
  const field = page.getByLabel('Code from your first device')
  const press = () => page.getByRole('button', { name: 'Use this device' }).click()
  if (wrongFirst) {
    await field.fill('WRONGONE')
    await press()
    await page.getByRole('alert').getByText('This code does not work').waitFor()
  }
  await field.fill(`${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase())
  await press()
  await page.getByRole('heading', { name: 'Now confirm on the first device' }).waitFor()
}

/** The browser sees no cookie of ours and sends none back. */
async function dropCookies({ context }: Visitor): Promise<void> {
  await context.route(`${product.url}/**`, async (route) => {
    const request = route.request()
    const { cookie: _, ...headers } = await request.allHeaders()
    const answer = await fetch(request.url(), {
      method: request.method(),
      headers,
      body: request.postData(),
      redirect: 'manual',
    })
    const kept = [...answer.headers].filter(([name]) => name !== 'set-cookie')
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(kept),
      body: Buffer.from(await answer.arrayBuffer()),
    })
  })
}
