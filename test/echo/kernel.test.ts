/** What the kernel says of real connections, and what is made of it. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { awaitHello, helloGapMs, type Hello, type Moment } from '../../src/echo/hello-gap.ts'
import { watchKernel } from '../../src/echo/kernel-watch.ts'
import { decodeTcpInfo, openTcpInfo, type TcpInfo } from '../../src/echo/tcp-info.ts'

/** Both ends of a connection on this machine. */
async function aConnection() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const client = connect(port, '127.0.0.1')
  const [accepted] = (await once(server, 'connection')) as [Socket]
  return {
    client,
    accepted,
    async [Symbol.asyncDispose]() {
      client.destroy()
      accepted.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

const info = (part: Partial<TcpInfo> = {}): TcpInfo => ({
  minRttMs: 20,
  rttMs: 21,
  sendMss: 1448,
  lastDataRecvMs: 0,
  lastAckRecvMs: 0,
  ...part,
})

test('the struct is read where its fields lie', () => {
  const words = new Uint32Array(64)
  words.set([1448], 16 / 4)
  words.set([12], 52 / 4)
  words.set([8], 56 / 4)
  words.set([25_500], 68 / 4)
  words.set([20_250], 148 / 4)
  expect(decodeTcpInfo(words)).toEqual({
    minRttMs: 20.25,
    rttMs: 25.5,
    sendMss: 1448,
    lastDataRecvMs: 12,
    lastAckRecvMs: 8,
  })
  words.set([0xffff_ffff], 148 / 4)
  expect(decodeTcpInfo(words).minRttMs).toBeNull()
})

describe('a real connection', () => {
  test('is read while it is open, and never after', async () => {
    await using both = await aConnection()
    const read = await openTcpInfo()
    both.client.write('x')
    await once(both.accepted, 'data')
    const seen = read(both.accepted)
    if (process.platform !== 'linux') return expect(seen).toBeUndefined()
    expect(seen?.minRttMs).toBeGreaterThan(0)
    expect(seen?.minRttMs).toBeLessThan(1_000)
    expect(seen?.sendMss).toBeGreaterThan(500)
    expect(seen?.lastDataRecvMs).toBeLessThan(5_000)
    both.accepted.destroy()
    await once(both.accepted, 'close')
    expect(read(both.accepted)).toBeUndefined()
  })

  test('gives its first bytes back, and how soon they came', async () => {
    await using both = await aConnection()
    const read = await openTcpInfo()
    const hello = new Promise<Hello>((resolve) => {
      awaitHello(both.accepted, { read, patienceMs: 10_000 }, resolve)
    })
    both.client.write('first')
    expect((await hello).gapMs).toBeGreaterThanOrEqual(0)
    const chunk = once(both.accepted, 'data')
    both.accepted.resume()
    expect(String((await chunk)[0])).toBe('first')
  })

  test('that says nothing is ended', async () => {
    await using both = await aConnection()
    awaitHello(both.accepted, { read: () => undefined, patienceMs: 20 }, () => {
      throw new Error('nothing was said')
    })
    await once(both.client, 'close')
    expect(both.accepted.destroyed).toBe(true)
  })
})

test('the least is kept, though the kernel forgets and the socket closes', async () => {
  await using both = await aConnection()
  const answers: (TcpInfo | undefined)[] = [
    info({ minRttMs: 30 }),
    info({ minRttMs: 20 }),
    info({ minRttMs: 45, sendMss: 1331 }),
    info({ minRttMs: null }),
    undefined,
  ]
  const watch = watchKernel(both.accepted, () => answers.shift())
  expect(watch.minMs).toBe(30)
  while (answers.length > 0) watch.look()
  expect(watch).toMatchObject({ minMs: 20, sendMss: 1448 })
})

describe('the gap before the first bytes', () => {
  const moment = (at: number, part?: Partial<TcpInfo>): Moment => ({
    at,
    info: part === undefined ? undefined : info(part),
  })

  test.each([
    ['by our clock alone', moment(100), moment(112), 12],
    [
      'where both agree',
      moment(100, { lastAckRecvMs: 0 }),
      moment(100.3, { lastDataRecvMs: 4 }),
      0.3,
    ],
    // A late look at the first bytes: they lay there for 48 ms.
    ['with our process late at the end', moment(100), moment(150), 50],
    [
      'corrected for that',
      moment(100, { lastAckRecvMs: 0 }),
      moment(150, { lastDataRecvMs: 48 }),
      2,
    ],
    // A late look at the new connection: it was there for 91 ms, and the client took 201.
    [
      'corrected for a late beginning',
      moment(100, { lastAckRecvMs: 91 }),
      moment(210, { lastDataRecvMs: 0 }),
      201,
    ],
    ['never below 0', moment(100, { lastAckRecvMs: 0 }), moment(110, { lastDataRecvMs: 24 }), 0],
  ])('%s', (_name, accepted, first, gap) => {
    expect(helloGapMs(accepted, first)).toBeCloseTo(gap, 6)
  })
})
