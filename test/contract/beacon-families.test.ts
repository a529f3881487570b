/** A beacon that listens on IPv4 and IPv6 at once: which address it tells of a page. */
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import { startBeacon } from '../../src/beacon/beacon.ts'
import { readSigned } from '../../src/echo/signed-text.ts'
import type { Statement } from '../../src/echo/statement.ts'
import { signTicket } from '../../src/echo/ticket.ts'
import { until } from '../e2e/_product.ts'
import { TIMES } from './_beacon.ts'
import { HERE, hasSix, originAt, WITHOUT_SIX } from './_families.ts'

const own = generateKeyPairSync('ed25519')
const main = generateKeyPairSync('ed25519')

let isSixHere = false

beforeAll(async () => {
  isSixHere = await hasSix()
})

beforeEach(({ skip }) => skip(!isSixHere, WITHOUT_SIX))

/** A main server that takes statements. */
async function startTaker() {
  const told: Statement[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { statements } = JSON.parse(String(Buffer.concat(chunks))) as { statements: string[] }
      for (const text of statements) told.push(readSigned(text, own.publicKey) as Statement)
      response.end('{"accepted":1,"refused":{}}')
    })
  }).listen(0, HERE.six)
  await once(server, 'listening')
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  return {
    told,
    origin: originAt(HERE.six, port),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

test('pages of either kind are let in, and known by their plain address', async () => {
  await using taker = await startTaker()
  await using beacon = await startBeacon({
    id: 'iad',
    host: '::',
    port: 0,
    tls: null,
    key: own.privateKey,
    mainUrl: taker.origin,
    mainKeys: [main.publicKey],
    times: TIMES,
    maxSockets: 10,
    log: () => {},
    flushMs: 20,
  })
  for (const address of Object.values(HERE)) {
    const ticket = signTicket(
      { beacon: 'iad', nonce: address, expiresAt: Date.now() + 60_000 },
      main.privateKey,
    )
    const way = new URL(`${originAt(address, beacon.port).replace('http', 'ws')}/echo`)
    way.searchParams.set('ticket', ticket)
    const page = new WebSocket(way)
    page.on('message', (data: Buffer) => page.send(String(data)))
    const statement = await until(() => {
      const found = taker.told.find((one) => one.kind === 'echoes' && one.nonce === address)
      if (found === undefined) throw new Error(`nothing was told of ${address}`)
      return found
    })
    page.terminate()
    expect(statement).toMatchObject({ address })
    if (process.platform !== 'linux') continue
    expect(statement).toMatchObject({ layers: { kernelMinMs: expect.any(Number) } })
  }
})
