/** The network of an address is read wherever an address is. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import type { Signal } from '../../src/core/signals.ts'
import { assessBundle } from '../../src/usecases/assess-bundle.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { open, openProduct, seen } from './_product.ts'

let product: Awaited<ReturnType<typeof openProduct>>

beforeEach(async () => {
  product = await openProduct()
})
afterEach(() => product.close())

async function networksOf(part: Parameters<typeof seen>[0]): Promise<Signal[]> {
  const { token, roundId } = await open(product.ports)
  await beginSession(product.ports, token, NOTHING_DECLARED, seen(part))
  const kept = await product.ports.store.transaction((tx) => tx.signals.ofRound(roundId))
  return kept.filter(({ name }) => name === 'addressNetworks')
}

test('of a candidate', async () => {
  expect(await networksOf({ address: '146.70.100.1' })).toMatchObject([
    { source: 'server', at: product.clock.at, value: { kind: 'vpn', asn: 9009 } },
  ])
})

test('of a candidate whose address nobody has', async () => {
  expect(await networksOf({ address: '10.0.0.1' })).toMatchObject([{ why: 'unknown' }])
})

test('of a candidate while the tables are missing', async () => {
  const missing = Object.assign(() => ({ why: 'error' as const }), {
    faults: () => ['missing'],
    refresh: () => Promise.resolve([]),
  })
  product.ports.lookups.ipNetwork = missing
  expect(await networksOf({ address: '146.70.100.1' })).toMatchObject([{ why: 'error' }])
})

test('of a case in a file, with lookups only', () => {
  const at = '2026-11-23T21:00:00Z'
  const address = { name: 'address', source: 'server' as const, at, value: '146.70.100.1' }
  const bundle = {
    claims: {},
    rounds: [{ window: { start: at, end: '2026-11-23T21:45:00Z' }, signals: [address] }],
  }
  const kindOf = (lookups: typeof product.ports.lookups | null) =>
    assessBundle(bundle, lookups).evidence.find(({ check }) => check === 'network-kind')
  expect(kindOf(product.ports.lookups)).toMatchObject({
    observed: expect.stringContaining('X4B list of VPN networks'),
  })
  expect(kindOf(null)?.observed ?? '').not.toContain('X4B')
})
