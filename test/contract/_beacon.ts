/** A main server and its beacon, both real, and a page that answers them. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import WebSocket from 'ws'
import { beaconMainKey, type AppOverrides } from '../../src/app.ts'
import { startBeacon, type Beacon } from '../../src/beacon/beacon.ts'
import { readConfig } from '../../src/config.ts'
import { ECHO_TIMES } from '../../src/echo/echo-meter.ts'
import type { Signal, SignalName } from '../../src/core/signals.ts'
import { publicKeyFromText, publicKeyText } from '../../src/echo/ed25519.ts'
import { signText } from '../../src/echo/signed-text.ts'
import type { Statement } from '../../src/echo/statement.ts'
import { createCipher } from '../../src/store/cipher.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { pressContinueByHand } from '../e2e/_client.ts'
import { addresses, openCase, productEnv, startProduct, type Product } from '../e2e/_product.ts'
import { makeCertificate, type Certificate } from './_certificate.ts'
import { freePort } from './_free-port.ts'

const SECRET_KEY = 'a secret key of the tests, long enough'

/** Quick enough for a test, the same otherwise. */
export const TIMES = { ...ECHO_TIMES, burst: 5, burstPause: 2, pause: 20, minute: 100 }

/** A line of a beacon's log. */
export interface LogLine {
  level: string
  text: string
  data: Readonly<Record<string, unknown>>
}

/** Both servers. The beacon is called `iad` and is said to stand in Ashburn; there is another, `fra`, that never runs. */
export interface Pair extends AsyncDisposable {
  product: Product
  beacon: Beacon
  /** The beacon's own key. */
  key: KeyObject
  /** The key of the one that never runs. */
  otherKey: KeyObject
  /** Every reading of a case's only round, as it is kept. */
  readings(caseId: string): Promise<Signal[]>
  certificate: Certificate
  certPath: string
  keyPath: string
  log: LogLine[]
}

/** Starts both. */
export async function startPair(
  options: {
    overrides?: AppOverrides
    env?: Record<string, string>
    maxSockets?: number
    times?: typeof TIMES
    /** Name and coordinates of the beacon: "Ashburn | 39.04,-77.49". */
    place?: string
    /** Without TLS, as on one machine. */
    plain?: boolean
  } = {},
): Promise<Pair> {
  const folder = await mkdtemp(join(tmpdir(), 'whereabouts-beacon-'))
  const certificate = makeCertificate()
  const [certPath, keyPath] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  await Promise.all([writeFile(certPath, certificate.cert), writeFile(keyPath, certificate.key)])
  const { privateKey: key } = generateKeyPairSync('ed25519')
  const { privateKey: otherKey } = generateKeyPairSync('ed25519')
  const port = await freePort()
  const path = join(folder, 'pair.db')
  const mainKey = beaconMainKey(readConfig({ ...productEnv(folder), SECRET_KEY }))
  const log: LogLine[] = []
  const beacon = await startBeacon({
    id: 'iad',
    host: '127.0.0.1',
    port: 0,
    tls: options.plain === true ? null : { certPath, keyPath },
    key,
    mainUrl: `http://127.0.0.1:${String(port)}`,
    mainKeys: [publicKeyFromText(mainKey)],
    times: options.times ?? TIMES,
    maxSockets: options.maxSockets ?? 100,
    log: (level, text, data = {}) => log.push({ level, text, data }),
    flushMs: 20,
  })
  const scheme = options.plain === true ? 'ws' : 'wss'
  const sites = [
    `iad | ${options.place ?? 'Ashburn | 39.04,-77.49'} | ${scheme}://localhost:${String(beacon.port)} | ${publicKeyText(key)}`,
    `fra | Frankfurt | 50.11,8.68 | wss://localhost:1 | ${publicKeyText(otherKey)}`,
  ]
  const product = await startProduct(
    {
      PORT: String(port),
      DATABASE_URL: `sqlite:${path}`,
      SECRET_KEY,
      BEACONS: sites.join('; '),
      ...options.env,
    },
    options.overrides,
  )
  const store = await openSqlite({ path, cipher: createCipher({ secret: SECRET_KEY }) })
  return {
    product,
    beacon,
    key,
    otherKey,
    certificate,
    certPath,
    keyPath,
    log,
    async readings(caseId) {
      return store.transaction(async (tx) => {
        const [round] = await tx.rounds.ofCase(caseId)
        return round === undefined ? [] : tx.signals.ofRound(round.id)
      })
    },
    async [Symbol.asyncDispose]() {
      await beacon[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
      await product[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

/** Opens a case and presses Continue, from Austin. Out: the session's cookie, and the case. */
export async function beginSession(product: Product, name = 'Jane Doe') {
  const { id, link } = await openCase(product, name)
  const cookie = await pressContinueByHand(link, { 'x-forwarded-for': addresses.austin })
  return { id, cookie }
}

/** Asks for a way in at a beacon, as the page does. */
export async function askWay(product: Product, cookie: string, beacon = 'iad'): Promise<Response> {
  return fetch(`${product.url}/s/beacons/${beacon}`, {
    method: 'POST',
    headers: { cookie, origin: product.url, 'x-forwarded-for': addresses.austin },
  })
}

/** The way in, with its ticket. */
export async function wayTo(product: Product, cookie: string, beacon = 'iad'): Promise<URL> {
  return new URL(((await (await askWay(product, cookie, beacon)).json()) as { url: string }).url)
}

/** The nonce of a ticket. */
export function nonceOf(way: URL): string {
  const [payload = ''] = (way.searchParams.get('ticket') ?? '').split('.')
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { nonce: string }).nonce
}

/**
 * Connects to a beacon and sends every echo back.
 *
 * In: `through`, a connection that leads to the beacon already. Out: once open; fails with the status of a refusal.
 */
export function connect(way: URL, { certificate }: Pair, through?: Socket): Promise<WebSocket> {
  const ca = certificate.cert
  const tunnel =
    through === undefined
      ? {}
      : { createConnection: () => connectTls({ socket: through, servername: 'localhost', ca }) }
  const socket = new WebSocket(way, { ca, ...tunnel })
  socket.on('message', (data) => socket.send(String(data)))
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_request, answer) => {
      reject(new Error(`refused with ${String(answer.statusCode)}`))
      socket.terminate()
    })
    socket.on('error', reject)
  })
}

/** Readings of one signal. */
export async function readingsOf<N extends SignalName>(
  pair: Pair,
  caseId: string,
  name: N,
): Promise<Extract<Signal, { name: N }>[]> {
  const all = await pair.readings(caseId)
  return all.filter((signal): signal is Extract<Signal, { name: N }> => signal.name === name)
}

/** A statement that the beacon could sign now; what is given changes it. */
export function statement(
  nonce: string,
  part: Partial<Extract<Statement, { kind: 'echoes' }>> = {},
): Extract<Statement, { kind: 'echoes' }> {
  const now = Date.now()
  return {
    kind: 'echoes',
    beacon: 'iad',
    nonce,
    sequence: 1,
    openedAt: now - 1_000,
    at: now,
    sentAt: now,
    address: '136.49.128.173',
    echoes: { minMs: 31.5, medianMs: 33, p90Ms: 40, jitterMs: 1, count: 10, spanMs: 900 },
    layers: {
      echoMinMs: 31.5,
      kernelMinMs: 30.25,
      helloGapMs: 0.3,
      flightExtraMs: 2,
      sendMss: 1448,
      connections: 2,
    },
    ...part,
  }
}

/** Sends statements as a beacon does. In: signed texts, or what the key signs. */
export async function tell(
  { product, key, otherKey }: Pair,
  said: readonly (Statement | string)[],
  beacon = 'iad',
): Promise<{ accepted: number; refused: Record<string, number> }> {
  const statements = said.map((one) =>
    typeof one === 'string' ? one : signText(one, one.beacon === 'fra' ? otherKey : key),
  )
  const answer = await fetch(`${product.url}/beacon/v1/statements`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ beacon, statements }),
  })
  return (await answer.json()) as { accepted: number; refused: Record<string, number> }
}

/** A figure of `/metrics`; 0 where it is not there. */
export async function metric(product: Product, line: string): Promise<number> {
  const text = await (await fetch(`${product.url}/metrics`)).text()
  const found = text.split('\n').find((candidate) => candidate.startsWith(`${line} `))
  return Number(found?.split(' ')[1] ?? 0)
}
