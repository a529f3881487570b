/** A beacon: measures pages that bring a ticket of the main server, and tells it what it measured. */
import { randomBytes, type KeyObject } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { startEchoMeter, type EchoConnection, type EchoTimes } from '../echo/echo-meter.ts'
import { openTcpInfo } from '../echo/tcp-info.ts'
import { CLOCK_TOLERANCE_MS, readTicket, type Ticket } from '../echo/ticket.ts'
import { openDoorway, type Arrival, type TlsFiles } from './doorway.ts'
import type { Log } from './log.ts'
import { createReporter, type Reporter } from './reporter.ts'
import { createVisit, type Visit } from './visit.ts'

/** What a beacon needs. */
export interface BeaconOptions {
  id: string
  host: string
  port: number
  /** Null: without TLS, for trying on one machine. */
  tls: TlsFiles | null
  /** Its own. */
  key: KeyObject
  /** Origin of the main server. */
  mainUrl: string
  /** Public keys that tickets may be signed with. */
  mainKeys: readonly KeyObject[]
  times: EchoTimes
  maxSockets: number
  log: Log
  /** How often statements are sent, ms. */
  flushMs?: number
}

/** A running beacon. */
export interface Beacon extends AsyncDisposable {
  port: number
  /** Pages connected now. */
  sockets(): number
  /** Reads certificate and key anew. */
  reload(): void
}

/** Where a page asks for its socket. */
const PATH = '/echo'
/** An echo comes back as it was sent. */
const MESSAGE_BYTES = 256
const FLUSH_MS = 1_000
/** Close codes. Source: RFC 6455, 7.4.1 (read 2026-11-25). */
const CLOSE = { normal: 1000, policy: 1008 } as const

/** Starts a beacon. Fails: when the port is not to be had, or certificate and key do not fit. */
export async function startBeacon(options: BeaconOptions): Promise<Beacon> {
  const { id, log } = options
  const read = await openTcpInfo()
  const visits = new Map<string, Visit>()
  /** By the nonce of their tickets. */
  const pages = new Map<string, WebSocket>()
  const reporter = createReporter({
    beacon: id,
    key: options.key,
    url: `${options.mainUrl}/beacon/v1/statements`,
    sockets: () => pages.size,
    over: (nonce) => pages.get(nonce)?.close(CLOSE.normal),
    log,
    flushMs: options.flushMs ?? FLUSH_MS,
  })
  const acceptor = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MESSAGE_BYTES,
  })

  function upgrade(request: IncomingMessage, socket: Socket, head: Buffer, arrival: Arrival): void {
    const query = readQuery(request.url ?? '')
    const ticket = query && readTicket(query.get('ticket') ?? '', expected())
    if (ticket === undefined) return refuse(socket, '401 Unauthorized')
    const isSecond = query?.has('second') === true
    const visit = visits.get(ticket.nonce)
    if (isSecond) {
      if (visit?.second(socket, arrival) !== true) return refuse(socket, '409 Conflict')
      acceptor.handleUpgrade(request, socket, head, (page) => page.close(CLOSE.normal))
      return
    }
    if (visit !== undefined) return refuse(socket, '409 Conflict')
    const began = createVisit(ticket, socket, arrival, read)
    visits.set(ticket.nonce, began)
    acceptor.handleUpgrade(request, socket, head, (page) => attend(page, began))
    // Whatever ends it, a handshake that failed included: a ticket is remembered while it could be used again.
    socket.on('close', () => forgetLater(ticket))
  }

  function expected() {
    return { keys: options.mainKeys, beacon: id, now: Date.now() }
  }

  function forgetLater({ nonce, expiresAt }: Ticket): void {
    const leftMs = expiresAt + CLOCK_TOLERANCE_MS - Date.now()
    if (leftMs <= 0) visits.delete(nonce)
    else setTimeout(() => visits.delete(nonce), leftMs).unref()
  }

  /** Measures a page until it leaves. */
  function attend(page: WebSocket, visit: Visit): void {
    const { nonce } = visit.ticket
    pages.set(nonce, page)
    const echoes = new Echoes(page, visit, reporter)
    const meter = startEchoMeter(echoes, options.times)
    page.on('message', (data: Buffer) => {
      if (meter.answer(data.toString())) visit.answered()
      else page.close(CLOSE.policy)
    })
    page.on('error', () => page.terminate())
    page.on('close', () => {
      pages.delete(nonce)
      meter.stop()
    })
  }

  const doorway = await openDoorway({ ...options, read, upgrade })
  return {
    port: doorway.port,
    sockets: () => pages.size,
    reload: () => doorway.reload(),
    async [Symbol.asyncDispose]() {
      await doorway[Symbol.asyncDispose]()
      await reporter[Symbol.asyncDispose]()
    },
  }
}

/** A page as its meter needs it. A class, because there are 10,000: closures take more of each page. */
class Echoes implements EchoConnection {
  readonly #page: WebSocket
  readonly #visit: Visit
  readonly #reporter: Reporter

  constructor(page: WebSocket, visit: Visit, reporter: Reporter) {
    this.#page = page
    this.#visit = visit
    this.#reporter = reporter
  }

  /** A nonce is the whole message, so that an answer needs no reading. */
  send(message: string): void {
    this.#page.send(message)
  }

  now(): number {
    return performance.now()
  }

  nonce(): string {
    return `{"t":"echo","n":"${randomBytes(12).toString('base64url')}"}`
  }

  after(ms: number, then: () => void): Disposable {
    return setTimeout(ifOpen, ms, this.#page, then)
  }

  report(samplesMs: number[], spanMs: number): void {
    const statement = this.#visit.state(samplesMs, spanMs)
    if (statement !== undefined) this.#reporter.put(statement)
  }

  dead(): void {
    this.#page.terminate()
  }
}

function ifOpen(page: WebSocket, then: () => void): void {
  if (page.readyState === page.OPEN) then()
}

/** The query of a request for a socket; undefined for any other. */
function readQuery(target: string): URLSearchParams | undefined {
  const [path, query = ''] = target.split('?', 2)
  return path === PATH ? new URLSearchParams(query) : undefined
}

/** Answers a page that may not come in. */
function refuse(socket: Socket, status: string): void {
  socket.once('error', () => socket.destroy())
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
