/** The candidate's page in a real browser, with beacons over TLS: one that is there, and one that is not. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readingsOf, startPair, type Pair } from '../contract/_beacon.ts'
import {
  addresses,
  callApi,
  expectClean,
  expectJoinWorks,
  launchOffline,
  openCase,
  pressContinue,
  until,
  visit,
  waitForVerdict,
} from './_product.ts'

let browser: Browser
let pair: Pair

beforeAll(async () => {
  ;[browser, pair] = await Promise.all([
    launchOffline(),
    // Beside the main server, because this machine is one place.
    startPair({ place: 'San Antonio | 29.42,-98.49' }),
  ])
})

afterAll(async () => {
  await browser.close()
  await pair[Symbol.asyncDispose]()
})

/** A candidate whose browser takes the test's certificate. */
const candidate = () => visit(browser, { from: addresses.austin, ignoreHTTPSErrors: true })

test('the page answers a beacon; one that is down delays nothing and shows nowhere', async () => {
  const { product } = pair
  const { id, link } = await openCase(product, 'Bea Conn')
  await using person = await candidate()
  const startedAt = Date.now()
  await pressContinue(person, link)
  const { verdict } = await waitForVerdict(product, id)
  expect(verdict.overall).toBe('consistent')
  expect(Date.now() - startedAt).toBeLessThan(15_000)
  await until(async () => {
    const echoes = await readingsOf(pair, id, 'echoes')
    const vantages = echoes.map((signal) => 'value' in signal && signal.value.vantage?.id)
    expect([...new Set(vantages)].sort()).toEqual(['iad', 'main'])
  })
  await until(async () => {
    if (process.platform !== 'linux') return
    const layers = await readingsOf(pair, id, 'layers')
    const ofBeacon = layers.filter((s) => 'value' in s && s.value.vantage?.id === 'iad')
    // The second connection too, as Chromium begins it.
    expect(ofBeacon.at(-1)).toMatchObject({ value: { connections: 2 } })
    // The main server is behind a proxy that does not say.
    expect(layers).toContainEqual(expect.objectContaining({ why: 'unsupported' }))
  })
  await person.page.getByText('All read.').waitFor()
  await person.page.getByText('This tab is connected.').waitFor()
  expectClean(product, person)
  await expectJoinWorks(person)
})

test('the page comes back with a new ticket, and leaves when the interview is over', async () => {
  const { product, beacon } = pair
  const { id, link } = await openCase(product, 'Rita Return')
  await using person = await candidate()
  let asked = 0
  person.page.on('request', (request) => {
    if (request.url().endsWith('/s/beacons/iad')) asked += 1
  })
  const others = beacon.sockets()
  await pressContinue(person, link)
  const count = async () => (await readingsOf(pair, id, 'echoes')).length
  await until(async () => expect(await count()).toBeGreaterThan(1))
  expect(asked).toBe(1)
  expect(beacon.sockets()).toBe(others + 1)
  await person.context.setOffline(true)
  await person.context.setOffline(false)
  await until(() => expect(asked).toBe(2))
  const before = await count()
  await until(async () => expect(await count()).toBeGreaterThan(before))
  const forget = { method: 'DELETE', headers: { 'content-type': 'text/plain' } }
  await callApi(product, `/cases/${id}`, forget)
  // The main server tells the beacon, which need not know whom.
  await until(() => expect(beacon.sockets()).toBe(others))
})
