/** How much of what a page sends is kept, on a real database. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import type { Signal } from '../../src/core/signals.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import {
  PAGE_SIGNALS_KEPT,
  recordSignals,
  SIGNALS_KEPT,
} from '../../src/usecases/record-signals.ts'
import { receiveSignals } from '../../src/web/page-signals.ts'
import { NOW, open, openProduct, seen } from './_product.ts'

let product: Awaited<ReturnType<typeof openProduct>>
let roundId: string
let cookie: string

beforeEach(async () => {
  product = await openProduct()
  const opened = await open(product.ports)
  roundId = opened.roundId
  const session = await beginSession(product.ports, opened.token, NOTHING_DECLARED, seen())
  cookie = session.cookie
})
afterEach(() => product.close())

const kept = () => product.store.transaction((tx) => tx.signals.ofRound(roundId))
const namesKept = async () => (await kept()).map(({ name }) => name)

const focus: Signal = { name: 'focus', at: NOW, source: 'page', value: 'blurred' }
const echoes: Signal = {
  name: 'echoes',
  at: NOW,
  source: 'server',
  value: { vantage: null, minMs: 30, medianMs: 31, p90Ms: 40, jitterMs: 1, count: 6 },
}

test('a page that floods leaves room for what our server measures', async () => {
  const flood = Array.from({ length: SIGNALS_KEPT }, () => focus)
  await recordSignals(product.ports, cookie, flood)
  expect(await kept()).toHaveLength(PAGE_SIGNALS_KEPT)
  expect(await recordSignals(product.ports, cookie, [focus])).toBe(0)
  expect(await recordSignals(product.ports, cookie, [echoes, focus])).toBe(1)
  expect((await kept()).at(-1)).toEqual(echoes)
  await recordSignals(
    product.ports,
    cookie,
    flood.map(() => echoes),
  )
  expect(await kept()).toHaveLength(SIGNALS_KEPT)
})

test('how far the clock is from ours comes with readings of the clock only', async () => {
  const now = NOW + 5_000
  const before = await namesKept()
  await receiveSignals(product.ports, cookie, {
    now,
    signals: [{ name: 'focus', value: 'blurred' }],
  })
  expect((await namesKept()).slice(before.length)).toEqual(['focus'])
  await receiveSignals(product.ports, cookie, {
    now,
    signals: [{ name: 'browserZone', value: 'America/Chicago' }],
  })
  expect((await kept()).at(-1)).toMatchObject({ name: 'clockSkewMs', value: 5_000 })
})
