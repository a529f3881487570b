/** What the main server believes of a beacon: each statement once, whole, in time, for the page it was let in for. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signText } from '../../src/echo/signed-text.ts'
import { callApi } from '../e2e/_product.ts'
import {
  beginSession,
  metric,
  nonceOf,
  readingsOf,
  startPair,
  statement,
  tell,
  wayTo,
  type Pair,
} from './_beacon.ts'

const FORGET = { method: 'DELETE', headers: { 'content-type': 'text/plain' } }
const refusedLine = (why: string, beacon = 'iad') =>
  `whereabouts_beacon_refused_total{beacon="${beacon}",reason="${why}"}`

let pair: Pair

beforeAll(async () => {
  pair = await startPair()
})

afterAll(() => pair[Symbol.asyncDispose]())

/** A session that was let in at a beacon. */
async function admitted(beacon = 'iad', name = 'Jane Doe') {
  const { id, cookie } = await beginSession(pair.product, name)
  return { id, cookie, nonce: nonceOf(await wayTo(pair.product, cookie, beacon)) }
}

test('a statement counts once, however often and wherever it is sent', async () => {
  const { id, nonce } = await admitted()
  const one = signText(statement(nonce), pair.key)
  const answers = await Promise.all([tell(pair, [one]), tell(pair, [one, one]), tell(pair, [one])])
  expect(answers.map(({ accepted }) => accepted).reduce((a, b) => a + b)).toBe(1)
  expect(await readingsOf(pair, id, 'echoes')).toHaveLength(1)
})

test('an older one than the last does not count; the same layers again are no news', async () => {
  const { id, nonce } = await admitted()
  await tell(pair, [statement(nonce), statement(nonce, { sequence: 3 })])
  const before = await metric(pair.product, refusedLine('repeated'))
  const late = await tell(pair, [statement(nonce, { sequence: 2 })])
  expect(late).toMatchObject({ accepted: 0, refused: {} })
  expect(await metric(pair.product, refusedLine('repeated'))).toBe(before + 1)
  expect(await readingsOf(pair, id, 'echoes')).toHaveLength(2)
  expect(await readingsOf(pair, id, 'layers')).toHaveLength(1)
})

test('no bit of it may be changed', async () => {
  const { id, nonce } = await admitted()
  const text = signText(statement(nonce), pair.key)
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), fc.nat(6), async (at, bit) => {
      const changed = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit))
      const { accepted } = await tell(pair, [text.slice(0, at) + changed + text.slice(at + 1)])
      expect(accepted).toBe(0)
    }),
  )
  expect(await readingsOf(pair, id, 'echoes')).toEqual([])
  expect((await tell(pair, [text])).accepted).toBe(1)
})

const misfits = [
  { what: 'that speaks for another beacon', part: { beacon: 'lhr' }, why: 'other-beacon' },
  { what: 'on a nonce that nobody made', part: { nonce: 'l0-made-up' }, why: 'unknown-nonce' },
  { what: 'on a page that came late', part: { openedAt: 9e12 }, why: 'expired-ticket' },
  { what: 'from before Continue', part: { at: Date.now() - 300_000 }, why: 'outside-window' },
  { what: 'that waited for an hour', part: { at: Date.now() - 3_600_000 }, why: 'too-old' },
  { what: 'of no form', part: { sequence: 1.5 }, why: 'malformed' },
  { what: 'that says more than its form', part: { country: 'US' }, why: 'malformed' },
]
test.for(misfits)('a statement $what does not count', async ({ part, why }) => {
  const { id, nonce } = await admitted()
  const before = await metric(pair.product, refusedLine(why))
  const answer = await tell(pair, [{ ...statement(nonce), ...part }])
  expect(answer).toMatchObject({ accepted: 0, refused: { [why]: 1 } })
  expect(await metric(pair.product, refusedLine(why))).toBe(before + 1)
  expect(await readingsOf(pair, id, 'echoes')).toEqual([])
})

test('a nonce counts at its own beacon; a beacon speaks with its own key; a stranger not at all', async () => {
  const { id, nonce } = await admitted('fra')
  expect((await tell(pair, [statement(nonce)])).refused).toEqual({ 'unknown-nonce': 1 })
  const stolen = signText(statement(nonce, { beacon: 'fra' }), pair.key)
  expect((await tell(pair, [stolen], 'fra')).refused).toEqual({ 'bad-signature': 1 })
  expect(await tell(pair, [statement(nonce)], 'mars')).toMatchObject({ code: 'unauthorised' })
  expect(await readingsOf(pair, id, 'echoes')).toEqual([])
  expect((await tell(pair, [statement(nonce, { beacon: 'fra' })], 'fra')).accepted).toBe(1)
  const [echoes] = await readingsOf(pair, id, 'echoes')
  // Where a beacon stands is what the operator of the main server says, whatever the beacon says.
  expect(echoes).toMatchObject({ value: { vantage: { id: 'fra', lat: 50.11, lon: 8.68 } } })
})

test('a round that is over takes nothing more, and no other round gets it', async () => {
  const over = await admitted('iad', 'Olga Over')
  const going = await admitted('iad', 'Gus Going')
  await callApi(pair.product, `/cases/${over.id}`, FORGET)
  expect(await tell(pair, [statement(going.nonce), statement(over.nonce)])).toMatchObject({
    accepted: 1,
    over: [1],
  })
  expect(await readingsOf(pair, going.id, 'echoes')).toHaveLength(1)
})

test.each([
  [20_000, 1],
  [-20_000, 1],
  [60_000, 0],
  [-60_000, 0],
])('of a clock that is %i ms off, %i is taken; how far shows', async (off, accepted) => {
  const { id, nonce } = await admitted('fra')
  const now = Date.now() + off
  const times = { openedAt: now - 1_000, at: now - 500, sentAt: now }
  const answer = await tell(pair, [statement(nonce, { beacon: 'fra', ...times })], 'fra')
  expect(answer).toMatchObject({ accepted, refused: accepted === 1 ? {} : { clock: 1 } })
  const line = 'whereabouts_beacon_clock_offset_seconds{beacon="fra"}'
  expect(Math.abs((await metric(pair.product, line)) - off / 1000)).toBeLessThan(5)
  // Kept by our clock, not by the beacon's.
  for (const { at } of await readingsOf(pair, id, 'echoes')) {
    expect(Math.abs(Date.now() - at)).toBeLessThan(10_000)
  }
})

test('an address that the page did not come from is kept, once, and looked up', async () => {
  const { id, nonce } = await admitted()
  const here = statement(nonce)
  await tell(pair, [
    here,
    { ...here, sequence: 2, address: '188.25.148.123' },
    { ...here, sequence: 3, address: '188.25.148.123' },
    // That of a balancer in front of the beacon says nothing of the candidate.
    { ...here, sequence: 4, address: '10.0.0.7' },
  ])
  const known = await readingsOf(pair, id, 'address')
  expect(known.map((signal) => 'value' in signal && signal.value).sort()).toEqual([
    '136.49.128.173',
    '188.25.148.123',
  ])
  const placed = JSON.stringify(await readingsOf(pair, id, 'addressLocations'))
  expect(placed).toContain('"country":"RO"')
  expect(await readingsOf(pair, id, 'addressNetworks')).toHaveLength(2)
})

test('a kernel that does not tell leaves the layers absent, which is said once', async () => {
  const { id, nonce } = await admitted()
  const said = statement(nonce)
  const layers = { ...said.layers, kernelMinMs: null }
  await tell(pair, [
    { ...said, layers },
    { ...said, layers, sequence: 2 },
  ])
  expect(await readingsOf(pair, id, 'layers')).toMatchObject([{ why: 'unsupported' }])
  expect(await readingsOf(pair, id, 'echoes')).toHaveLength(2)
})

test('health shows: when a beacon was heard, its clock, its pages', async () => {
  const sentAt = Date.now() + 12_000
  await tell(pair, [{ kind: 'alive', beacon: 'fra', sentAt, sockets: 7 }], 'fra')
  const answer = await fetch(`${pair.product.url}/readyz`)
  const readiness = (await answer.json()) as Record<string, string>
  expect(readiness['beacon fra']).toMatch(/^heard \d s ago, its clock (9|1[0-2])\.\d s ahead$/)
  expect(await metric(pair.product, 'whereabouts_beacon_sockets{beacon="fra"}')).toBe(7)
  const heard = await metric(pair.product, 'whereabouts_beacon_heard_seconds{beacon="fra"}')
  expect(heard).toBeLessThan(10)
})
