/** Honest people at the edges of what is usual, as real candidates: never called to a review. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pressContinue, type SimulatedTarget } from '../../src/simulate/browser.ts'
import type { SimulatedBrowser } from '../../src/simulate/person.ts'
import { readingsOf } from '../../src/simulate/readings.ts'
import { openSessionPage, type SessionPage } from '../../src/simulate/session-page.ts'
import {
  against,
  openCase,
  readCase,
  readChannel,
  startProduct,
  until,
  waitForVerdict,
  type Product,
} from '../e2e/_product.ts'
import { onIpv6, phoneOnLte, phoneOnWifi } from './_edge-people.ts'

/** Longer than the window of a case of these tests. */
const WINDOW_MS = 2 * 3_600_000

const clock = { aheadMs: 0, now: () => Date.now() + clock.aheadMs }
let product: Product
let lost: Product

beforeAll(async () => {
  const both = { IP_LOCATION: 'dbip,geoip-lite' }
  ;[product, lost] = await Promise.all([
    startProduct({ ...both, SERVER_LOCATION: '50.11,8.68 Frankfurt' }, { clock }),
    startProduct({ ...both, SERVER_LOCATION: '' }),
  ])
})

afterAll(async () => {
  await Promise.all([product[Symbol.asyncDispose](), lost[Symbol.asyncDispose]()])
})

/** Real candidates state no address: a proxy of ours says where they come from. */
function targetOf({ url }: Product): SimulatedTarget {
  return { origin: url, stateAddress: (address) => ({ 'x-forwarded-for': address }) }
}

/** A case whose candidate pressed Continue and has the page open. */
async function attend(
  at: Product,
  name: string,
  claimedPlace: string,
  browser: SimulatedBrowser,
): Promise<{ id: string; cookie: string; page: SessionPage }> {
  const { id, link } = await openCase(at, name, { claimedPlace })
  const cookie = await pressContinue(targetOf(at), browser, link, { forMs: 0 })
  if (cookie === null) throw new Error('expected a session, got none')
  const page = openSessionPage(targetOf(at), browser, cookie, readingsOf(browser, Date.now()))
  return { id, cookie, page }
}

/** What the candidate is shown of what was recorded, as text. */
async function recorded(cookie: string): Promise<string> {
  const answer = await fetch(`${product.url}/s/recorded`, { headers: { cookie } })
  return (await answer.text()).replace(/<[^>]+>/g, ' ')
}

function roundTripsIn(text: string): number {
  return [...text.matchAll(/least \d+ ms/g)].length
}

test('an address of IPv6 alone', async () => {
  const { id, page } = await attend(product, 'Ivy Six', 'London, United Kingdom', onIpv6)
  const kase = await waitForVerdict(product, id)
  page.close()
  expect(kase.verdict.overall).toBe('consistent')
  expect(against(kase)).toEqual([])
  expect(kase.verdict.axes.place.coverage.missing).toEqual([])
})

test('a phone that goes from Wi-Fi to its mobile network', async () => {
  const started = await attend(product, 'Mo Bile', 'Austin, Texas', phoneOnWifi)
  const before = await waitForVerdict(product, started.id)
  expect(before.verdict.overall).toBe('consistent')
  started.page.close()
  await started.page.closed
  const page = openSessionPage(targetOf(product), phoneOnLte, started.cookie, [
    { name: 'network', value: 'changed' },
  ])
  await until(async () => expect(await recorded(started.cookie)).toMatch(/172\.56\.24\.9/))
  await until(async () => expect(roundTripsIn(await recorded(started.cookie))).toBe(2))
  page.close()
  // The last verdict counts everything.
  clock.aheadMs = WINDOW_MS
  const after = await until(async () => {
    const kase = await readCase(product, started.id)
    expect(kase.rounds[0]?.state).toBe('closed')
    return kase
  })
  expect(after.verdict?.overall).toBe('consistent')
  expect(against(after)).toEqual(['session-coverage: less-than-half'])
  expect(after.evidence).toContainEqual(
    expect.objectContaining({ check: 'address-drift', level: 'one-country' }),
  )
})

test('a server that does not know where it stands: unclear, and the card says what to set', async () => {
  const { id, page } = await attend(lost, 'Ann Lost', 'Austin, Texas', phoneOnWifi)
  const kase = await waitForVerdict(lost, id)
  page.close()
  expect(kase.verdict.overall).toBe('unclear')
  expect(against(kase)).toEqual([])
  const card = await until(async () => {
    const [message] = await readChannel(lost, 'Unclear: Ann Lost')
    if (message === undefined) throw new Error('expected a card with a verdict, got none')
    return JSON.stringify(message.card)
  })
  expect(card).toContain('set SERVER_LOCATION')
})
