/**
 * Pages of the beacon bench, in a process of their own: `port count tls|plain seed`. Each answers every echo at once.
 *
 * They are as small as can be, sockets that speak just enough of RFC 6455, so that the machine is left to the beacon.
 * Prints how many are open once they are; ends when its input does.
 */
import { connect, type Socket } from 'node:net'
import { connect as connectTls, createSecureContext } from 'node:tls'
import { randomBytes } from 'node:crypto'
import { privateKeyFromSeed } from '../../src/echo/ed25519.ts'
import { signTicket } from '../../src/echo/ticket.ts'

/** Handshakes at once. */
const AT_ONCE = 100
/** No more are opened after this time, ms: a busy machine opens fewer. */
const OPENING_MS = 18_000

const [port = '', count = '', kind = '', seed = ''] = process.argv.slice(2)
const key = privateKeyFromSeed(Buffer.from(seed, 'base64url'))

/** A text frame of a client, masked with zeros. */
function frameOf(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload])
}

/** One for all: each would read every root certificate anew. */
const secureContext = createSecureContext()

function dial(): Socket {
  const to = { port: Number(port), host: '127.0.0.1' }
  if (kind !== 'tls') return connect(to)
  return connectTls({ ...to, secureContext, rejectUnauthorized: false })
}

/** Opens one page. Out: once the beacon has let it in. */
function openPage(): Promise<void> {
  const expiresAt = Date.now() + 60_000
  const nonce = randomBytes(16).toString('base64url')
  const ticket = signTicket({ beacon: 'bench', nonce, expiresAt }, key)
  return new Promise((resolve, reject) => {
    const socket = dial()
    socket.setNoDelay(true)
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('closed')))
    socket.on(kind === 'tls' ? 'secureConnect' : 'connect', () => {
      socket.write(
        `GET /echo?ticket=${ticket} HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n` +
          'sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      )
    })
    let isOpen = false
    socket.on('data', (chunk: Buffer) => {
      let rest = chunk
      if (!isOpen) {
        if (!chunk.includes(' 101 ')) return reject(new Error(chunk.toString().slice(0, 40)))
        isOpen = true
        resolve()
        rest = chunk.subarray(chunk.indexOf('\r\n\r\n') + 4)
      }
      // One echo at a time, so that a chunk holds a whole frame or none.
      if (rest.length > 2 && rest[0] === 0x81) socket.write(frameOf(rest.subarray(2)))
    })
  })
}

const startedAt = performance.now()
let begun = 0
async function work(): Promise<void> {
  while (begun < Number(count) && performance.now() - startedAt < OPENING_MS) {
    begun += 1
    await openPage()
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work))
console.log(JSON.stringify({ opened: begun, ms: performance.now() - startedAt }))
process.stdin.resume().on('end', () => process.exit())
