import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSimulator } from '../../src/simulate/simulator.ts'

const HOUR_MS = 3_600_000
const AT_ONCE = { beforeOpening: 0, reading: 0, looking: 0, beforeJoin: 0, second: 0, apart: 0 }

let server: Server
let asked: string[]
let errors: unknown[]
let origin: string

beforeEach(async () => {
  asked = []
  errors = []
  server = createServer(({ method = '', url = '' }, answer) => {
    asked.push(`${method} ${url}`)
    answer.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

function create(times: Partial<typeof AT_ONCE>) {
  return createSimulator({
    target: { origin, stateAddress: () => ({}) },
    prepare: () => Promise.resolve(),
    onError: (error) => errors.push(error),
    times: { ...AT_ONCE, ...times },
  })
}

test('whoever has not come yet stays away once the server goes', async () => {
  const simulator = create({})
  simulator.start('honest', { link: `${origin}/i/later`, afterMs: HOUR_MS })
  await simulator.stop()
  expect(asked).toEqual([])
})

test('whoever reads the notice goes away once the server goes, without Continue', async () => {
  const simulator = create({ reading: HOUR_MS })
  simulator.start('honest', { link: `${origin}/i/now`, afterMs: 0 })
  await once(server, 'request')
  await simulator.stop()
  expect(asked).toEqual(['GET /i/now'])
  expect(errors).toEqual([])
})
