/** The responder on real sockets: who gets an answer, from which address, and that nobody else does. */
import { randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDatagramLimit } from '../../src/echo/datagram-limit.ts'
import {
  startUdpResponder,
  type UdpResponder,
  type UdpResponderOptions,
} from '../../src/echo/udp-responder.ts'
import { checkOf, flipped } from '../echo/_check.ts'

const UFRAG = 'ours'
const PASSWORD = 'a password of the tests'
const valid = { username: `${UFRAG}:theirs`, password: PASSWORD }

type Sighting = Parameters<UdpResponderOptions['arrived']>[0]

let sightings: Sighting[]
let sockets: Socket[]
let responder: UdpResponder

function start(options: Partial<UdpResponderOptions> = {}): Promise<UdpResponder> {
  return startUdpResponder({
    listens: [
      { address: '127.0.0.1', port: 0 },
      { address: '127.0.0.2', port: 0 },
      { address: '::1', port: 0 },
    ],
    mayLook: () => true,
    passwordOf: (ufrag) => (ufrag === UFRAG ? PASSWORD : undefined),
    arrived: (sighting) => sightings.push(sighting),
    failed: (error) => {
      throw error
    },
    ...options,
  })
}

beforeEach(async () => {
  sightings = []
  sockets = []
  responder = await start()
})

afterEach(async () => {
  for (const socket of sockets) socket.close()
  await responder[Symbol.asyncDispose]()
})

/** A client of an address, and every answer it got. */
async function client(address = '127.0.0.1') {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4')
  sockets.push(socket)
  const answers: { bytes: Buffer; from: string }[] = []
  socket.on('message', (bytes, { address: from }) => answers.push({ bytes, from }))
  socket.bind(0, address)
  await once(socket, 'listening')
  return {
    answers,
    port: socket.address().port,
    /** Sends datagrams, and checks that are right between and after them. Out: how many, once the last is answered. */
    async send(datagrams: readonly Buffer[], listen = 0, to = '127.0.0.1') {
      const port = responder.ports[listen] ?? 0
      // More at once would not fit into the receiver's buffer.
      for (let at = 0; at <= datagrams.length; at += 50) {
        for (const datagram of datagrams.slice(at, at + 50)) socket.send(datagram, port, to)
        const transaction = randomBytes(12)
        socket.send(checkOf({ ...valid, transaction }), port, to)
        const isLast = () => answers.at(-1)?.bytes.subarray(8, 20).equals(transaction) === true
        while (!isLast()) await once(socket, 'message')
      }
      return Math.floor(datagrams.length / 50) + 1
    },
  }
}

test('a check is answered by the address it was sent to, with where it came from', async () => {
  const { answers, port, send } = await client()
  const transaction = Buffer.from('0123456789ab')
  await send([checkOf({ ...valid, transaction })])
  const [answer] = answers
  expect(answers).toHaveLength(2)
  expect(answer?.from).toBe('127.0.0.1')
  expect(answer?.bytes.subarray(0, 2).toString('hex')).toBe('0101')
  expect(answer?.bytes.subarray(8, 20)).toEqual(transaction)
  expect(answer?.bytes.readUInt16BE(26)).toBe(port ^ 0x2112)
  await send([], 1, '127.0.0.2')
  expect(answers.at(-1)?.from).toBe('127.0.0.2')
})

test('what arrived is told once for each of our addresses and each of theirs', async () => {
  const first = await client()
  await first.send([checkOf(valid), checkOf(valid)])
  await first.send([], 1, '127.0.0.2')
  const second = await client('127.0.0.9')
  await second.send([])
  const third = await client('::1')
  await third.send([], 2, '::1')
  expect(sightings).toEqual([
    { ufrag: UFRAG, listen: 0, address: '127.0.0.1' },
    { ufrag: UFRAG, listen: 1, address: '127.0.0.1' },
    { ufrag: UFRAG, listen: 0, address: '127.0.0.9' },
    { ufrag: UFRAG, listen: 2, address: '::1' },
  ])
})

test('no answer is larger than its request', async () => {
  // Even where a name is shorter than any of ours.
  const { answers, send } = await client('::1')
  const request = checkOf(valid)
  await send([request], 2, '::1')
  for (const { bytes } of answers) expect(bytes.length).toBeLessThan(request.length)
})

test('a check with any one bit flipped is neither answered nor told', async () => {
  const { answers, send } = await client()
  const wrong = flipped(checkOf(valid))
  const right = await send(wrong)
  expect(wrong.length).toBeGreaterThanOrEqual(800)
  expect(answers).toHaveLength(right)
  expect(sightings).toHaveLength(1)
})

test('other names, other passwords and plain STUN are neither answered nor told', async () => {
  const { answers, send } = await client('127.0.0.5')
  const wrong = [
    checkOf({ ...valid, username: 'theirs:ours' }),
    checkOf({ ...valid, username: '' }),
    checkOf({ ...valid, username: `${UFRAG}x:theirs` }),
    checkOf({ ...valid, password: '' }),
    checkOf({ ...valid, unsigned: true }),
    Buffer.from('000100002112a4420123456789abcdef01234567', 'hex'),
    checkOf({ ...valid, more: [[0x8022, Buffer.alloc(1_400)]] }),
  ]
  expect(await send(wrong)).toBe(1)
  expect(answers).toHaveLength(1)
})

test('10,000 random datagrams are neither answered nor told, and break nothing', async () => {
  const { answers, send } = await client()
  const noise = fc.sample(fc.uint8Array({ maxLength: 200 }), 5_000)
  const begun = fc
    .sample(fc.uint8Array({ maxLength: 200 }), 5_000)
    .map((bytes) => Buffer.concat([checkOf(valid).subarray(0, 80), bytes]))
  const right = await send([...noise.map((bytes) => Buffer.from(bytes)), ...begun])
  expect(answers).toHaveLength(right)
  expect(sightings).toHaveLength(1)
})

test('what is beyond the limit is not looked at', async () => {
  let seen = 0
  await responder[Symbol.asyncDispose]()
  responder = await start({ mayLook: () => (seen += 1) <= 2 || seen === 5 })
  const { answers, send } = await client()
  await send([checkOf(valid), checkOf(valid), checkOf(valid), checkOf(valid)])
  expect(answers).toHaveLength(3)
})

test('of one address no more than 200 are looked at in a second, and of all 5,000', () => {
  let now = 0
  const mayLook = createDatagramLimit(() => now)
  const count = (times: number, source: (i: number) => string) =>
    Array.from({ length: times }, (_, i) => mayLook(source(i))).filter(Boolean).length
  expect(count(300, () => 'a')).toBe(200)
  expect(count(5_000, String)).toBe(4_700)
  now = 999
  expect(mayLook('b')).toBe(false)
  now = 1_000
  expect(mayLook('a')).toBe(true)
})

test('an address of another machine, or a port that is taken, stops the start and leaves nothing open', async () => {
  const free = { address: '127.0.0.3', port: responder.ports[0] ?? 0 }
  const taken = { address: '127.0.0.1', port: responder.ports[0] ?? 0 }
  const foreign = { address: '192.0.2.77', port: 0 }
  await expect(start({ listens: [free, taken] })).rejects.toThrow(
    `UDP_ADDRESS: cannot listen on 127.0.0.1 port ${String(taken.port)}: EADDRINUSE`,
  )
  await expect(start({ listens: [free, foreign] })).rejects.toThrow(
    'UDP_ADDRESS: cannot listen on 192.0.2.77 port 0: it is no address of this machine',
  )
  const again = await start({ listens: [free] })
  expect(again.ports).toEqual([free.port])
  await again[Symbol.asyncDispose]()
})
