/** What is kept when a beacon is let in for a page: at its own beacon only, and that nothing came of it. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { admitToBeacon, madeAt } from '../../src/usecases/admit-to-beacon.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { noteSilentBeacon } from '../../src/usecases/note-silent-beacon.ts'
import { recordBeacon, type BeaconStatement } from '../../src/usecases/record-beacon.ts'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import type { Signal } from '../../src/core/signals.ts'
import { MINUTE, NOW, open, openProduct, seen } from './_product.ts'

const vantage = { id: 'iad', name: 'Ashburn', lat: 39.04, lon: -77.49 }
const limits = { ticketMs: 90_000, clockMs: 30_000 }

let product: Awaited<ReturnType<typeof openProduct>>
let cookie: string
let roundId: string

beforeEach(async () => {
  product = await openProduct()
  const opened = await open(product.ports)
  roundId = opened.roundId
  ;({ cookie } = await beginSession(product.ports, opened.token, NOTHING_DECLARED, seen()))
})

afterEach(() => product.close())

async function readings(name: Signal['name']): Promise<Signal[]> {
  const all = await product.store.transaction((tx) => tx.signals.ofRound(roundId))
  return all.filter((signal) => signal.name === name)
}

function statement(nonce: string, part: Partial<BeaconStatement> = {}): BeaconStatement {
  const now = product.clock.at
  return {
    nonce,
    sequence: 1,
    openedAt: now,
    at: now,
    address: null,
    echoes: { minMs: 30, medianMs: 31, p90Ms: 32, jitterMs: 1, count: 10 },
    layers: {
      echoMinMs: 30,
      kernelMinMs: 29,
      helloGapMs: 0.2,
      flightExtraMs: 2,
      sendMss: 1448,
      connections: 1,
    },
    ...part,
  }
}

test('a nonce says when it was made', async () => {
  const { nonce, at } = await admitToBeacon(product.ports, cookie, 'iad')
  expect(at).toBe(NOW)
  expect(madeAt(nonce)).toBe(NOW)
  expect((await admitToBeacon(product.ports, cookie, 'iad')).nonce).not.toBe(nonce)
})

test('a page that was let in has its time, and no longer', async () => {
  const { nonce } = await admitToBeacon(product.ports, cookie, 'iad')
  const last = NOW + limits.ticketMs + limits.clockMs
  product.clock.at = last + 1
  const late = statement(nonce, { openedAt: last + 1 })
  expect(await recordBeacon(product.ports, vantage, late, limits)).toBe('expired-ticket')
  const timely = statement(nonce, { openedAt: last })
  expect(await recordBeacon(product.ports, vantage, timely, limits)).toBeNull()
})

test('an hour later it is still measured, until the window is over', async () => {
  const { nonce } = await admitToBeacon(product.ports, cookie, 'iad')
  product.clock.at = NOW + 50 * MINUTE
  const said = statement(nonce, { openedAt: NOW })
  expect(await recordBeacon(product.ports, vantage, said, limits)).toBeNull()
  product.clock.at = NOW + 58 * MINUTE
  const after = statement(nonce, { openedAt: NOW, sequence: 2 })
  expect(await recordBeacon(product.ports, vantage, after, limits)).toBe('outside-window')
})

test('of a beacon that says nothing, that is kept once; it weighs nothing', async () => {
  await admitToBeacon(product.ports, cookie, 'iad')
  await noteSilentBeacon(product.ports, cookie, 'iad')
  await noteSilentBeacon(product.ports, cookie, 'fra')
  expect(await readings('layers')).toMatchObject([{ source: 'server', why: 'timeout' }])
  expect(await readings('echoes')).toEqual([])
})

test('of a beacon that spoke, no silence is kept', async () => {
  const { nonce } = await admitToBeacon(product.ports, cookie, 'iad')
  await recordBeacon(product.ports, vantage, statement(nonce), limits)
  await noteSilentBeacon(product.ports, cookie, 'iad')
  const layers = await readings('layers')
  expect(layers).toHaveLength(1)
  expect(layers[0]).toHaveProperty('value.vantage', vantage)
})

test('a number that cannot be true is kept as absent', async () => {
  const { nonce } = await admitToBeacon(product.ports, cookie, 'iad')
  const said = statement(nonce)
  const wrong = { ...said, echoes: { ...said.echoes, minMs: -1 } }
  expect(await recordBeacon(product.ports, vantage, wrong, limits)).toBeNull()
  expect(await readings('echoes')).toMatchObject([{ why: 'out-of-range' }])
})
