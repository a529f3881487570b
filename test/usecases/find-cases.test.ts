import { afterEach, beforeEach, expect, test } from 'vitest'
import { findCases } from '../../src/usecases/find-cases.ts'
import { forgetCase } from '../../src/usecases/manage-round.ts'
import { zoneOfRequester } from '../../src/usecases/zone-of-requester.ts'
import { manager, MINUTE, NOW, open, openProduct } from './_product.ts'

let product: Awaited<ReturnType<typeof openProduct>>
beforeEach(async () => {
  product = await openProduct()
})
afterEach(() => product.close())

const candidate = (name: string) => ({ name, email: 'x@example.com' })
const find = async (text: string, most = 25) =>
  (await findCases(product.ports, text, most)).map(({ name }) => name)

test('by name, opening or number, the most recent first, as many as asked for', async () => {
  const first = await open(
    product.ports,
    { candidate: candidate('Jane Doe'), opening: 'Backend' },
    'a',
  )
  product.clock.at += MINUTE
  await open(product.ports, { candidate: candidate('Øyvind Åsnes') }, 'b')
  expect(await find('')).toEqual(['Øyvind Åsnes', 'Jane Doe'])
  expect(await find('', 1)).toEqual(['Øyvind Åsnes'])
  expect(await find(' øyvind ')).toEqual(['Øyvind Åsnes'])
  expect(await find('backend')).toEqual(['Jane Doe'])
  expect(await find(first.caseId)).toEqual(['Jane Doe'])
  expect(await find('nobody')).toEqual([])
})

test('an erased one is not offered', async () => {
  const { caseId } = await open(product.ports)
  await forgetCase(product.ports, manager, caseId)
  expect(await find('')).toEqual([])
})

test('the zone of a person is that of the round they asked for last', async () => {
  const zone = (actor = manager) => product.store.transaction((tx) => zoneOfRequester(tx, actor))
  expect(await zone()).toBeUndefined()
  await open(product.ports, { zone: 'America/Chicago' }, 'a')
  product.clock.at = NOW + MINUTE
  await open(product.ports, { zone: 'Europe/Berlin' }, 'b')
  expect(await zone()).toBe('Europe/Berlin')
  expect(await zone({ ...manager, id: 'person_2' })).toBeUndefined()
  expect(await zone({ ...manager, platform: 'discord' })).toBeUndefined()
})
