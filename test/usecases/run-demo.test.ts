/** Simulated cases on a real database: who is set going, and when. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '../../src/simulate/people.ts'
import { EVERYBODY, runDemo } from '../../src/usecases/run-demo.ts'
import { manager, MINUTE, NOW, openProduct } from './_product.ts'

const APART_MS = 6_000
const caller = { actor: manager, channel: 'hiring', zone: 'UTC', submissionId: 's1' }

let product: Awaited<ReturnType<typeof openProduct>>
let started: { person: string; afterMs: number }[]

beforeEach(async () => {
  product = await openProduct()
  started = []
  product.ports.simulator = {
    ...product.ports.simulator,
    people,
    apartMs: APART_MS,
    start: (person, { afterMs }) => void started.push({ person, afterMs }),
  }
})
afterEach(() => product.close())

/** Windows of all cases, in the order of their start, relative to now. */
async function windows() {
  return product.store.transaction(async (tx) => {
    const cases = await tx.cases.list({ limit: 20 })
    const rounds = await Promise.all(cases.map(({ id }) => tx.rounds.ofCase(id)))
    return rounds
      .flat()
      .map(({ startAt, endAt }) => ({ from: startAt - NOW, to: endAt - NOW }))
      .sort((a, b) => a.from - b.from)
  })
}

test('one person comes at once', async () => {
  await runDemo(product.ports, caller, 'residential')
  expect(started).toEqual([{ person: 'residential', afterMs: 0 }])
  expect(await windows()).toEqual([{ from: -3 * MINUTE, to: 2 * MINUTE }])
})

test('everybody comes one after another, each with a whole window', async () => {
  const going = await runDemo(product.ports, caller, EVERYBODY)
  expect(going).toHaveLength(people.length)
  expect(started).toEqual(people.map(({ id }, i) => ({ person: id, afterMs: i * APART_MS })))
  expect(await windows()).toEqual(
    people.map((_, i) => ({ from: i * APART_MS - 3 * MINUTE, to: i * APART_MS + 2 * MINUTE })),
  )
})

test('a form that arrives twice sends nobody twice', async () => {
  await runDemo(product.ports, caller, 'honest')
  await runDemo(product.ports, caller, 'honest')
  expect(started).toHaveLength(1)
})

test('an unknown person is told who is known', async () => {
  await expect(runDemo(product.ports, caller, 'nobody')).rejects.toThrow(
    /no simulated candidate “nobody”. Known: honest, gateway, .*, forwarded, all\./,
  )
})
