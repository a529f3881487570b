/** Which changes of a call are kept: whose, when, how many, and in which order. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { cancelRound } from '../../src/usecases/manage-round.ts'
import { recordCallMove, type CallMove } from '../../src/usecases/record-call-presence.ts'
import { watchCalls, type CallWatch } from '../../src/usecases/watch-calls.ts'
import { manager, MINUTE, NOW, open, openProduct, seen } from './_product.ts'

const call = { service: 'discord', server: '1', channel: '2', person: '3' } as const

let product: Awaited<ReturnType<typeof openProduct>>
let roundId: string
beforeEach(async () => {
  product = await openProduct()
  const opened = await open(product.ports, { call })
  roundId = opened.roundId
  await beginSession(product.ports, opened.token, NOTHING_DECLARED, seen())
})
afterEach(() => product.close())

const move = (part: Partial<CallMove> = {}) =>
  recordCallMove(product.ports, { ...call, at: NOW, how: 'heard', ...part })
const told = () =>
  product.ports.store.transaction(async (tx) =>
    (await tx.signals.named(roundId, 'callPresence')).map(({ at, ...signal }) => [
      at - NOW,
      'value' in signal ? signal.value : null,
    ]),
  )
const event = (name: string, exact = true) => ({ platform: 'discord', event: name, exact })

test('what was heard before Continue is not kept, though it is looked at after it', async () => {
  expect(await move({ at: NOW - 1 })).toBe(0)
  expect(await told()).toEqual([])
  expect(await move({ at: NOW })).toBe(1)
})

test('from 15 minutes before the window to its end', async () => {
  const opened = await open(
    product.ports,
    { call, window: { startAt: NOW + 20 * MINUTE, endAt: NOW + 30 * MINUTE } },
    's2',
  )
  await cancelRound(product.ports, manager, roundId)
  await beginSession(product.ports, opened.token, NOTHING_DECLARED, seen())
  roundId = opened.roundId
  expect(await move({ at: NOW + 5 * MINUTE - 1 })).toBe(0)
  expect(await move({ at: NOW + 5 * MINUTE })).toBe(1)
  expect(await move({ at: NOW + 30 * MINUTE, channel: null })).toBe(0)
  expect(await move({ at: NOW + 30 * MINUTE - 1, channel: null })).toBe(1)
})

test('a cancelled round is over', async () => {
  await cancelRound(product.ports, manager, roundId)
  expect(await move()).toBe(0)
})

test('changes of one moment, or of a clock that goes back, keep their order', async () => {
  await move({ at: NOW + 5 })
  await move({ at: NOW + 5, channel: null })
  await move({ at: NOW + 3 })
  expect(await told()).toEqual([
    [5, event('joined')],
    [6, event('left')],
    [7, event('joined')],
  ])
})

test('one who rejoins without end fills nothing', async () => {
  for (let i = 0; i < 205; i++) await move({ at: NOW + i, channel: i % 2 === 0 ? '2' : null })
  expect(await told()).toHaveLength(200)
})

test('two rounds of one account are both told', async () => {
  const other = await open(product.ports, { call }, 's2')
  await beginSession(product.ports, other.token, NOTHING_DECLARED, seen())
  expect(await move()).toBe(2)
})

test('a look that comes later than a change says nothing', async () => {
  await move({ channel: null })
  expect(await move({ at: NOW + 1, how: 'looked' })).toBe(0)
  expect(await told()).toEqual([])
})

test('who is heard is vouched for anew; while nobody listens, for no longer than before', async () => {
  const { clock, ports } = product
  const heardAt = () =>
    ports.store.transaction(async (tx) => (await tx.calls.get(roundId))?.heardAt)
  let looks = 0
  const watch = (isHeard: boolean, answer: string | null | undefined): CallWatch => ({
    service: 'discord',
    hears: () => isHeard,
    async channelOf() {
      looks += 1
      return answer
    },
  })
  const later = async (isHeard: boolean, answer: string | null | undefined) => {
    clock.at += 15_000
    await watchCalls(ports, [watch(isHeard, answer)])
    return heardAt()
  }
  expect(await later(false, '2')).toBeNull()
  // The service does not say: it is asked again.
  expect(await later(true, undefined)).toBeNull()
  expect(await later(true, '2')).toBe(clock.at)
  expect(await told()).toEqual([[45_000, event('joined', false)]])
  expect(await later(true, null)).toBe(clock.at)
  expect(await later(false, null)).toBe(clock.at - 15_000)
  expect(looks).toBe(2)
})
