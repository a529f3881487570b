import { afterEach, beforeEach, expect, test } from 'vitest'
import { deliverOutbox } from '../../src/usecases/deliver.ts'
import type { Messenger } from '../../src/usecases/ports.ts'
import { open, openProduct } from './_product.ts'

let product: Awaited<ReturnType<typeof openProduct>>
beforeEach(async () => {
  product = await openProduct()
})
afterEach(() => product.close())

test('two that deliver over a slow channel never have one message in hand at the same time', async () => {
  const { ports, clock } = product
  for (let i = 0; i < 6; i++) await open(ports, {}, `submission-${String(i)}`)
  const inHand = new Set<string>()
  const delivered: string[] = []
  const messenger = (meanwhile: () => Promise<unknown>): Messenger => ({
    editPauseMs: 0,
    async deliver({ key }) {
      expect(inHand).not.toContain(key)
      inHand.add(key)
      clock.at += 9_000
      await meanwhile()
      inHand.delete(key)
      delivered.push(key)
      return key
    },
    remove: async () => undefined,
  })
  const other = messenger(async () => undefined)
  const one = messenger(() => deliverOutbox(ports, { console: other }, new Map()))
  for (let run = 0; run < 9; run++) {
    await deliverOutbox(ports, { console: one }, new Map())
    clock.at += 31_000
  }
  expect(delivered).toHaveLength(6)
  expect(new Set(delivered).size).toBe(6)
})
