/** The manager's way: from the printed key through `/verify` and the living card to a decision and the report. */
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Card } from '../../src/core/card.ts'
import { dayAfter, wallClock } from './_wall.ts'
import {
  addresses,
  callConsole,
  cardOf,
  expectClean,
  keepConsole,
  launchOffline,
  linkOn,
  MEETING,
  openCase,
  openConsole,
  pressContinue,
  pressOnCard,
  privateReply,
  readRecorded,
  startProduct,
  typeLine,
  visit,
  waitForVerdict,
  type Product,
  type Visitor,
} from './_product.ts'

const NEW_YORK = 'America/New_York'

let browser: Browser
let product: Product

beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchOffline(), startProduct()])
})

afterAll(async () => {
  await browser.close()
  await product[Symbol.asyncDispose]()
})

/** The inputs of an open form, by label. */
function field(form: Locator, label: string): Locator {
  return form.getByLabel(label)
}

/** A candidate whose round has a verdict, and a manager who sees it. */
async function judged(name: string): Promise<{ id: string; candidate: Visitor }> {
  const { id, link } = await openCase(product, name)
  const candidate = await visit(browser, { from: addresses.austin })
  await pressContinue(candidate, link)
  await waitForVerdict(product, id)
  return { id, candidate }
}

/** What becomes of each simulated person. */
const simulated = [
  { name: 'Jane Doe', title: 'Consistent: Jane Doe', against: [] },
  {
    name: 'Robin Roe',
    title: 'Contradicted: Robin Roe',
    against: [
      'Stated country against the country of the IP address',
      'Round-trip time against the distance of the stated place',
    ],
  },
  {
    name: 'Sam Poe',
    title: 'Consistent, with a question: Sam Poe',
    against: ['The link used in a second browser'],
  },
]

test.concurrent('a fresh start: a key for one browser, and simulated people to watch', async () => {
  await using own = await startProduct()
  await using first = await visit(browser)
  const { page } = first
  await page.goto(own.consoleUrl)
  await page.getByRole('heading', { name: 'hiring', level: 1 }).waitFor()
  expect(page.url()).toBe(`${own.url}/console`)
  expect(await first.context.cookies(`${own.url}/console`)).toMatchObject([
    { httpOnly: true, sameSite: 'Strict' },
  ])
  await keepConsole(own, first)

  await using second = await visit(browser)
  const refusal = await second.page.goto(own.consoleUrl)
  expect(refusal?.status()).toBe(401)
  await second.page.getByRole('heading', { name: 'The console needs its key' }).waitFor()
  expect((await page.reload())?.status()).toBe(200)

  // The step that an empty channel proposes.
  await page.getByRole('button', { name: /Try/ }).click()
  const menu = page.getByRole('article', { name: /Who shall be interviewed/ })
  for (const { name } of simulated) await menu.getByRole('button', { name }).click()
  await Promise.all(
    simulated.map(async ({ name, title, against }) => {
      const card = page.getByRole('article', { name: `${title} simulated` })
      for (const finding of against) {
        await card.getByRole('heading', { name: finding }).waitFor({ timeout: 30_000 })
      }
      await card.waitFor({ timeout: 30_000 })
      expect(await card.getByText('simulated', { exact: true }).isVisible(), name).toBe(true)
      if (against.length === 0) {
        expect(await card.getByRole('heading', { name: /Does not fit the claim/ }).count()).toBe(0)
      }
    }),
  )
  expectClean(own, first)
})

test.concurrent(
  'nobody else is let into a simulated case, nor believed to come from elsewhere',
  async () => {
    await using own = await startProduct()
    await callConsole(own, 'type', { text: '/verify demo honest' })
    // Taken from under the simulated person, who waits a moment before opening it.
    const { card } = await pressOnCard<{ card: Card }>(own, 'Jane Doe', 'New link')
    const forged = { 'x-simulated-address': `${'x'.repeat(43)} ${addresses.bucharest}` }
    for (const extraHTTPHeaders of [{}, forged]) {
      await using person = await visit(browser, { extraHTTPHeaders })
      await person.page.goto(linkOn(card))
      await person.page.getByText(/this candidate is simulated/).waitFor()
      await person.page.getByRole('button', { name: 'Continue', exact: true }).click()
      await person.page.getByRole('heading', { name: 'This link cannot be opened here' }).waitFor()
    }
    const { link } = await openCase(own, 'Fred Forger')
    await using forger = await visit(browser, { extraHTTPHeaders: forged })
    await pressContinue(forger, link)
    expect((await readRecorded(forger, own)).get('IP address')).toEqual([
      expect.stringContaining('127.0.0.1'),
    ])
  },
)

test.concurrent('from /verify to a decision, without a reload', async () => {
  await using manager = await openConsole(browser, product)
  await typeLine(manager, '/verify Jane Doe jane@example.com, Austin TX, tomorrow 3pm 45m')
  const form = manager.page.getByRole('dialog', { name: 'Verify a candidate' })
  await form.waitFor()
  const filled = {
    name: await field(form, 'Name').inputValue(),
    email: await field(form, 'E-mail').inputValue(),
    place: await field(form, 'Says they will be in').inputValue(),
    start: await field(form, 'Interview starts').inputValue(),
    zone: await field(form, 'In the time zone').inputValue(),
    length: await field(form, 'Length').inputValue(),
  }
  const tomorrow = dayAfter(Date.now(), NEW_YORK)
  expect(filled).toEqual({
    name: 'Jane Doe',
    email: 'jane@example.com',
    place: 'Austin, Texas, United States',
    start: `${tomorrow}T15:00`,
    zone: NEW_YORK,
    length: '45',
  })

  // Now rather than tomorrow, so that the link works at once.
  await field(form, 'Interview starts').fill(wallClock(Date.now() + 120_000, NEW_YORK))
  await field(form, 'Meeting link').fill(MEETING)
  await form.getByRole('button', { name: 'Make the link' }).click()
  const link = await privateReply(manager).getByLabel('Personal link').inputValue()
  expect(link).toMatch(/\/i\/[\w-]{43}$/)
  await manager.page.getByRole('article', { name: 'Waiting for Jane Doe' }).waitFor()

  await using candidate = await visit(browser, { from: addresses.austin })
  await pressContinue(candidate, link)
  await candidate.page.getByText('All read.').waitFor()
  const card = cardOf(manager, 'Jane Doe')
  await manager.page.getByRole('article', { name: 'Consistent: Jane Doe' }).waitFor()
  await candidate.page.getByText('This tab is connected.').waitFor()

  await card.getByRole('button', { name: 'Looks fine' }).click()
  const decision = manager.page.getByRole('dialog', { name: 'Looks fine' })
  await field(decision, 'Reason').fill('We spoke, the window view fits.')
  await decision.getByRole('button', { name: 'Looks fine' }).click()
  await card.getByText(/Hiring manager decided that it looks fine at .*“We spoke/).waitFor()
  expectClean(product, manager)
  expectClean(product, candidate)
})

test.concurrent(
  'a decision without a reason is asked for one, beside the field, and nothing is lost',
  async () => {
    await using manager = await openConsole(browser, product)
    const { candidate } = await judged('Dee Miss')
    await candidate[Symbol.asyncDispose]()
    const card = cardOf(manager, 'Dee Miss')
    await card.getByRole('button', { name: 'Dismiss' }).click()
    const form = manager.page.getByRole('dialog', { name: 'Dismiss' })
    const reason = field(form, 'Reason')
    const dismiss = form.getByRole('button', { name: 'Dismiss' })

    await reason.fill('   ')
    await dismiss.click()
    await form.getByText('Please fill this in.').waitFor()
    expect(await reason.getAttribute('aria-invalid')).toBe('true')
    expect(await describedBy(form, reason)).toContain('Please fill this in.')

    // Put aside half written, and taken up again.
    await reason.fill('They were on a train')
    await manager.page.keyboard.press('Escape')
    await manager.page.getByRole('button', { name: 'Continue Dismiss' }).click()
    expect(await reason.inputValue()).toBe('They were on a train')

    await dismiss.click()
    await card.getByText(/dismissed the findings at .*“They were on a train”/).waitFor()
  },
)

test.concurrent(
  'of two managers who decide at once, the second is told who was quicker',
  async () => {
    const { candidate } = await judged('Tess Two')
    await candidate[Symbol.asyncDispose]()
    await using first = await openConsole(browser, product)
    await using second = await openConsole(browser, product)
    const forms = []
    for (const { page, ...rest } of [first, second]) {
      await cardOf({ page, ...rest }, 'Tess Two')
        .getByRole('button', { name: 'Escalate' })
        .click()
      const form = page.getByRole('dialog', { name: 'Escalate' })
      await field(form, 'Reason').fill('A second look, please.')
      forms.push(form.getByRole('button', { name: 'Escalate' }))
    }
    await forms[0]?.click()
    await cardOf(first, 'Tess Two').getByText('escalated this').waitFor()
    await forms[1]?.click()
    await second.page.getByText(/Hiring manager was quicker: escalated this at/).waitFor()
    // Once in the channel, not twice.
    const notes = second.page.getByRole('article', { name: /asks for a second pair of eyes/ })
    expect(await notes.count()).toBe(1)
  },
)

test.concurrent('the report shows every finding and the audit trail', async () => {
  const { candidate } = await judged('Rita Port')
  await candidate[Symbol.asyncDispose]()
  await using manager = await openConsole(browser, product)
  await cardOf(manager, 'Rita Port').getByRole('button', { name: 'Report' }).click()
  const open = privateReply(manager).getByRole('link', { name: /Open the report/ })
  const [report] = await Promise.all([manager.context.waitForEvent('page'), open.click()])
  await report.getByRole('heading', { name: 'Rita Port', level: 1 }).waitFor()
  await report.getByRole('heading', { name: /Round 1.*Consistent/ }).waitFor()
  await report.getByText('Log verified: every line here is as it was written.').waitFor()
  const lines = await report.getByRole('table').last().getByRole('row').all()
  const trail = await Promise.all(
    lines.slice(1).map((line) => line.getByRole('cell').nth(1).innerText()),
  )
  expect(trail).toEqual(['case opened', 'session begun', 'verdict first', 'report link made'])
  for (const check of [
    'Stated country against the country of the IP address',
    'Round-trip time against the distance of the stated place',
    'Signs that a program drives the browser',
  ]) {
    expect(await report.getByText(check).count()).toBe(1)
  }
  expectClean(product, manager)
})

test.concurrent('what does not fit is said beside its field', async () => {
  await using manager = await openConsole(browser, product)
  await typeLine(manager, '/verify Dora Form dora@example.com')
  const form = manager.page.getByRole('dialog', { name: 'Verify a candidate' })
  const submit = form.getByRole('button', { name: 'Make the link' })
  const said = async (label: string) => describedBy(form, field(form, label).first())

  await field(form, 'Says they will be in').fill('Nowhereville Heights')
  await field(form, 'Interview starts').fill('2020-01-01T10:00')
  await submit.click()
  await form.getByText(/is not a place we know: “Nowhereville Heights”/).waitFor()
  expect(await said('Says they will be in')).toMatch(/is not a place we know/)
  expect(await said('Interview starts')).toContain('is in the past')
  expect(await field(form, 'Name').inputValue()).toBe('Dora Form')

  await field(form, 'In the time zone').fill('Europe/Berlin')
  await field(form, 'Interview starts').fill('2027-03-28T02:30')
  await submit.click()
  await form.getByText(/does not exist: the clocks go forward over it/).waitFor()
  expect(await said('Interview starts')).toMatch(/next possible time is Sun, 28 Mar 2027, 03:00/)

  await field(form, 'Interview starts').fill('2027-10-31T02:30')
  await submit.click()
  const twice = form.getByRole('radiogroup', { name: 'Which of the two' })
  await twice.waitFor()
  expect(await describedBy(form, twice)).toContain('show this time twice: which one?')
  await twice.getByLabel('the later one, winter time').check()
  expect(await field(form, 'Interview starts').inputValue()).toBe('2027-10-31T02:30')
})

/** All that assistive technology reads out after a field's name. */
async function describedBy(form: Locator, input: Locator): Promise<string> {
  const ids = (await input.getAttribute('aria-describedby'))?.split(' ') ?? []
  const texts = await Promise.all(ids.map((id) => form.locator(`[id="${id}"]`).innerText()))
  return texts.join(' ')
}
