/** Statements on their way to a main server that fails at first, over real HTTP. */
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { expect, test, vi } from 'vitest'
import { createReporter } from '../../src/beacon/reporter.ts'
import type { Unsigned } from '../../src/beacon/visit.ts'
import { readSigned } from '../../src/echo/signed-text.ts'
import type { Statement } from '../../src/echo/statement.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')

/** A server that takes statements, as the test wants. */
async function startTaker(answer: (response: ServerResponse, told: Statement[]) => void) {
  const taken: Statement[][] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { statements } = JSON.parse(body) as { statements: string[] }
      const told = statements.map((text) => readSigned(text, publicKey) as Statement)
      taken.push(told)
      answer(response, told)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    taken,
    url: `http://127.0.0.1:${String(port)}/beacon/v1/statements`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const said = (sequence: number, at = Date.now()): Unsigned => ({
  nonce: 'abc',
  sequence,
  openedAt: at,
  at,
  address: '192.0.2.7',
  echoes: { minMs: 1, medianMs: 1, p90Ms: 1, jitterMs: 0, count: 1, spanMs: 0 },
  layers: {
    echoMinMs: 1,
    kernelMinMs: null,
    helloGapMs: null,
    flightExtraMs: null,
    sendMss: null,
    connections: 1,
  },
})

const ok = (response: ServerResponse) => response.end('{"accepted":1,"refused":{}}')
const sequences = (told: readonly Statement[]) =>
  told.flatMap((one) => (one.kind === 'echoes' ? [one.sequence] : []))

test('come again in order after failures, signed anew; that the beacon is there is said as well', async () => {
  let failures = 1
  await using taker = await startTaker((response) => {
    if (failures-- > 0) response.writeHead(503).end()
    else ok(response)
  })
  const log = vi.fn()
  const options = {
    beacon: 'iad',
    key: privateKey,
    url: taker.url,
    sockets: () => 3,
    over: () => {},
    log,
  }
  const reporter = createReporter({ ...options, flushMs: 5 })
  for (const sequence of [1, 2, 3]) reporter.put(said(sequence))
  await vi.waitFor(() => expect(taker.taken.length).toBeGreaterThanOrEqual(2), 5_000)
  const [failed = [], came = []] = taker.taken
  expect(sequences(failed)).toEqual([1, 2, 3])
  expect(sequences(came)).toEqual([1, 2, 3])
  expect(came.at(-1)).toMatchObject({ kind: 'alive', beacon: 'iad', sockets: 3 })
  expect(came[0]?.sentAt).toBeGreaterThan(failed[0]?.sentAt ?? Infinity)
  expect(log).toHaveBeenCalledWith(
    'warn',
    expect.stringContaining('did not take'),
    expect.anything(),
  )
  await reporter[Symbol.asyncDispose]()
})

test('are given up when refused or too old, and go out at the end', async () => {
  await using taker = await startTaker((response, told) => {
    if (sequences(told).includes(1)) response.writeHead(400).end()
    else ok(response)
  })
  const log = vi.fn()
  const options = {
    beacon: 'iad',
    key: privateKey,
    url: taker.url,
    sockets: () => 0,
    over: () => {},
    log,
  }
  const reporter = createReporter({ ...options, flushMs: 5 })
  reporter.put(said(1))
  await vi.waitFor(() => expect(taker.taken).toHaveLength(1), 5_000)
  reporter.put(said(2, Date.now() - 3_600_000))
  reporter.put(said(3))
  await reporter[Symbol.asyncDispose]()
  expect(taker.taken.flatMap(sequences)).toEqual([1, 3])
  expect(log).toHaveBeenCalledWith('error', expect.stringContaining('refuses'), { status: 400 })
})

test('more than go into one request follow in the next', async () => {
  await using taker = await startTaker(ok)
  const options = {
    beacon: 'iad',
    key: privateKey,
    url: taker.url,
    sockets: () => 0,
    over: () => {},
    log: vi.fn(),
  }
  const reporter = createReporter({ ...options, flushMs: 5 })
  const all = Array.from({ length: 250 }, (_, i) => i + 1)
  for (const sequence of all) reporter.put(said(sequence))
  await vi.waitFor(() => expect(taker.taken.flatMap(sequences)).toEqual(all), 5_000)
  expect(Math.max(...taker.taken.map((told) => told.length))).toBeLessThanOrEqual(100)
  await reporter[Symbol.asyncDispose]()
})

test('of pages that are over are told to whoever measures them', async () => {
  await using taker = await startTaker((response) => {
    response.end('{"accepted":1,"refused":{"other":1},"over":[1,7,"x"]}')
  })
  const over = vi.fn()
  const options = { beacon: 'iad', key: privateKey, url: taker.url, sockets: () => 0, over }
  const reporter = createReporter({ ...options, log: vi.fn(), flushMs: 5 })
  reporter.put({ ...said(1), nonce: 'stays' })
  reporter.put({ ...said(1), nonce: 'goes' })
  await vi.waitFor(() => expect(over).toHaveBeenCalledOnce(), 5_000)
  expect(over).toHaveBeenCalledWith('goes')
  await reporter[Symbol.asyncDispose]()
})
