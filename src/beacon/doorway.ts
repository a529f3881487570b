/** Where pages come in: TCP, timed from its first moment; TLS, ended here; then HTTP, for sockets alone. */
import { readFileSync } from 'node:fs'
import { createServer as createHttp, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createServer as createTcp, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { awaitHello, type Hello } from '../echo/hello-gap.ts'
import type { ReadTcpInfo } from '../echo/tcp-info.ts'

/** Certificate and its key, PEM. */
export interface TlsFiles {
  certPath: string
  keyPath: string
}

/** What the doorway needs. */
export interface DoorwayOptions {
  host: string
  port: number
  /** Null: without TLS, for trying on one machine. */
  tls: TlsFiles | null
  maxSockets: number
  read: ReadTcpInfo
  /** A page asks for a socket. */
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer, arrival: Arrival): void
}

/** How a connection began. */
export interface Arrival {
  helloGapMs: number
  /** From the ClientHello to the end of the handshake; null without TLS. */
  flightMs: number | null
}

/** An open doorway. */
export interface Doorway extends AsyncDisposable {
  port: number
  /** Reads certificate and key anew. Fails: throws and keeps the old ones when they do not fit. */
  reload(): void
}

/** A page speaks at once; what a browser holds in reserve may go. */
const SILENCE_MS = 10_000
/** Handshake and request of the slowest page, ms: satellites need about 2,000. */
const PATIENCE_MS = 10_000
/** A request for a socket, with a ticket, is about 1 KB. */
const HEADER_BYTES = 8 * 1024

/** Opens the doorway. */
export async function openDoorway(options: DoorwayOptions): Promise<Doorway> {
  const arrivals = new WeakMap<Duplex, Arrival>()
  /** Connections in the middle of their TLS handshake, by the other side's address and port. */
  const greeted = new Map<string, Hello>()
  const limits = {
    maxHeaderSize: HEADER_BYTES,
    headersTimeout: PATIENCE_MS,
    requestTimeout: PATIENCE_MS,
    keepAliveTimeout: 1_000,
  }
  const secured =
    options.tls === null
      ? null
      : createHttps(
          {
            ...limits,
            ...readFiles(options.tls),
            handshakeTimeout: PATIENCE_MS,
            ALPNCallback: chooseProtocol,
          },
          answer,
        )
  secured?.on('secureConnection', (socket) => {
    const hello = greeted.get(nameOf(socket))
    if (hello === undefined) return
    greeted.delete(nameOf(socket))
    const flightMs = performance.now() - hello.firstAt
    arrivals.set(socket, { helloGapMs: hello.gapMs, flightMs })
  })
  const server = secured ?? createHttp(limits, answer)
  server.on('upgrade', (request, socket, head) => {
    const arrival = arrivals.get(socket)
    arrivals.delete(socket)
    if (arrival === undefined || !(socket instanceof Socket)) socket.destroy()
    else options.upgrade(request, socket, head, arrival)
  })

  const open = new Set<Socket>()
  const tcp = createTcp({ noDelay: true }, (socket) => {
    const name = nameOf(socket)
    open.add(socket)
    socket.on('close', () => {
      open.delete(socket)
      greeted.delete(name)
    })
    awaitHello(socket, { read: options.read, patienceMs: SILENCE_MS }, (hello) => {
      if (secured === null) arrivals.set(socket, { helloGapMs: hello.gapMs, flightMs: null })
      else greeted.set(name, hello)
      server.emit('connection', socket)
      // TLS takes the given-back bytes by itself, HTTP only from a socket that flows.
      if (secured === null) socket.resume()
    })
  })
  tcp.maxConnections = options.maxSockets
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject)
    tcp.listen(options.port, options.host, resolve)
  })
  const bound = tcp.address()
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : 0,
    reload() {
      if (options.tls !== null) secured?.setSecureContext(readFiles(options.tls))
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => tcp.close(resolve))
      for (const socket of open) socket.destroy()
      server.close()
      await closed
    },
  }
}

const answer: RequestListener = (request, response) => {
  const isHealth = request.url === '/healthz'
  response.writeHead(isHealth ? 200 : 404, {
    'content-type': 'application/json',
    connection: 'close',
  })
  response.end(JSON.stringify({ ok: isHealth }))
}

/** What Node chooses by itself, which would keep 400 bytes of the answer for each connection. */
function chooseProtocol({ protocols }: { protocols: string[] }): string | undefined {
  return protocols.find((protocol) => protocol === 'http/1.1')
}

function readFiles({ certPath, keyPath }: TlsFiles) {
  return {
    cert: readFileSync(certPath),
    key: readFileSync(keyPath),
    minVersion: 'TLSv1.2',
  } as const
}

/** The same for a connection and the TLS upon it, and for no other at the same time. */
function nameOf(socket: Socket): string {
  return `${socket.remoteAddress ?? ''} ${String(socket.remotePort)}`
}
