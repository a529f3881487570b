/** The other paths of a page in a real browser: UDP, and host names that are reached by one kind of address only. */
import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Signal } from '../../src/core/signals.ts'
import { createCipher } from '../../src/store/cipher.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { freePort } from '../contract/_free-port.ts'
import { keptReadings } from '../contract/_kept-readings.ts'
import { listenHere } from '../contract/_listening.ts'
import { launchBrowser } from './browser.ts'
import {
  addresses,
  expectClean,
  openCase,
  pressContinue,
  readRecorded,
  startProduct,
  temporaryFolder,
  until,
  visit,
  waitForVerdict,
  type Product,
  type Visitor,
} from './_product.ts'

const SECRET_KEY = 'a secret key of the tests, long enough'
/** Each name has one address, of one kind; nothing beyond this machine has any. */
const NAMES =
  'MAP ipv4.localhost 127.0.0.1, MAP ipv6.localhost [::1], MAP * ~NOTFOUND, EXCLUDE localhost'
/** The shipped database places it in Romania. */
const ROMANIAN_IPV6 = '2a02:2f00::1'

/** A product whose readings can be looked at. */
interface Opened extends AsyncDisposable {
  product: Product
  /** Readings of a case's only round. */
  readingsOf(caseId: string, name: Signal['name']): Promise<Signal[]>
}

async function startWithStore(env: Readonly<Record<string, string>>): Promise<Opened> {
  const folder = await temporaryFolder()
  const path = join(folder.path, 'paths.db')
  const product = await startProduct({ DATABASE_URL: `sqlite:${path}`, SECRET_KEY, ...env })
  const store = await openSqlite({ path, cipher: createCipher({ secret: SECRET_KEY }) })
  return {
    product,
    readingsOf: (caseId, name) => keptReadings(store, caseId, name),
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await product[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

let browser: Browser
let opened: Opened
let product: Product
let readingsOf: Opened['readingsOf']
let front: Server

beforeAll(async () => {
  const [port, frontPort] = await Promise.all([freePort(), freePort()])
  ;[browser, opened, front] = await Promise.all([
    launchBrowser([`--host-resolver-rules=${NAMES}`]),
    startWithStore({
      PORT: String(port),
      UDP_ADDRESS: '127.0.0.1:0, [::1]:0',
      IPV4_HOST: `ipv4.localhost:${String(port)}`,
      IPV6_HOST: `ipv6.localhost:${String(frontPort)}`,
    }),
    startFront(port, frontPort),
  ])
  ;({ product, readingsOf } = opened)
})

afterAll(async () => {
  await browser.close()
  front.close()
  await opened[Symbol.asyncDispose]()
})

/** A proxy that is reached by IPv6 only, as one with an AAAA record alone; it says whence its visitors come. */
async function startFront(port: number, frontPort: number): Promise<Server> {
  const server = createServer(({ method, url, headers }, reply) => {
    const onward = request({
      host: '127.0.0.1',
      port,
      method,
      path: url,
      headers: { ...headers, 'x-forwarded-for': ROMANIAN_IPV6 },
    })
    onward.on('response', (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(reply)
    })
    onward.end()
  }).listen(frontPort, '::1')
  await once(server, 'listening')
  return server
}

/** A proxy for a browser's pages and sockets, which leave it from an address of its own. */
async function startProxy(localAddress: string): Promise<AsyncDisposable & { port: number }> {
  const server = createServer(({ method, url, headers }, reply) => {
    const { hostname, port, pathname, search } = new URL(url ?? '')
    const to = { host: hostname, port, method, path: pathname + search, headers, localAddress }
    const onward = request({ ...to, family: 4 })
    onward.on('response', (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(reply)
    })
    onward.on('error', () => reply.destroy())
    reply.socket?.on('error', () => onward.destroy())
    if (method === 'POST') reply.req.pipe(onward)
    else onward.end()
  })
  server.on('connect', ({ url }, socket, head) => {
    const [host = '', port] = (url ?? '').split(':')
    const onward = connect({ host, port: Number(port), localAddress, family: 4 }, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  return listenHere(server)
}

/** Opens a case, presses Continue and waits for a reading of this name. */
async function attend(who: string, person: Visitor, name: Signal['name'], count = 1) {
  const { id, link } = await openCase(product, who)
  await pressContinue(person, link)
  await until(async () => expect(await readingsOf(id, name)).toHaveLength(count))
  return id
}

test('our server sees where UDP comes from, at each of its addresses', async () => {
  await using person = await visit(browser, { from: addresses.austin })
  const id = await attend('Ute Udp', person, 'udpAddress', 2)
  const readings = await readingsOf(id, 'udpAddress')
  const seen = readings.flatMap((signal) =>
    signal.name === 'udpAddress' && 'value' in signal ? [signal.value.address] : [],
  )
  expect(seen.sort()).toEqual(['127.0.0.1', '::1'])
  expect(readings[0]).toMatchObject({
    source: 'server',
    value: { locations: [], network: null },
  })
  await person.page.getByText('All read.').waitFor()
  const recorded = await readRecorded(person, product)
  const title = 'the IP address that your browser uses for direct connections, as calls do'
  expect([...(recorded.get(title) ?? [])].sort()).toEqual([
    expect.stringContaining('127.0.0.1'),
    expect.stringContaining('::1'),
  ])
  const { complaints } = person
  expect(complaints).toEqual([])
})

test('past a proxy that carries pages only, UDP comes from where the computer is', async () => {
  await using proxy = await startProxy('127.9.9.9')
  // Nothing of ours stands in front, so that the socket's address counts.
  await using open = await startWithStore({ TRUSTED_PROXIES: '', UDP_ADDRESS: '127.0.0.1:0' })
  const through = await launchBrowser([
    `--proxy-server=http://127.0.0.1:${String(proxy.port)}`,
    '--proxy-bypass-list=<-loopback>',
  ])
  try {
    await using person = await visit(through)
    const { id, link } = await openCase(open.product, 'Pete Proxy')
    await pressContinue(person, link)
    await until(async () => expect(await open.readingsOf(id, 'udpAddress')).toHaveLength(1))
    expect(await open.readingsOf(id, 'address')).toMatchObject([{ value: '127.9.9.9' }])
    expect(await open.readingsOf(id, 'udpAddress')).toMatchObject([
      { value: { address: '127.0.0.1', sameNetwork: false } },
    ])
    await person.page.getByText('This tab is connected.').waitFor()
  } finally {
    await through.close()
  }
})

test('the kind of address that the page does not use is seen through its own host name', async () => {
  await using person = await visit(browser, { from: addresses.austin })
  const id = await attend('Fay Family', person, 'familyAddress')
  const [reading] = await readingsOf(id, 'familyAddress')
  expect(reading).toMatchObject({
    source: 'server',
    value: { address: ROMANIAN_IPV6, sameNetwork: false, locations: [{ country: 'RO' }] },
  })
  const { evidence } = await waitForVerdict(product, id)
  expect(evidence.find(({ check }) => check === 'address-families')).toMatchObject({
    outcome: 'contradictory',
    level: 'one-database',
  })
  expect(person.complaints).toEqual([])
})

test('a browser that keeps the UDP path private gives no reading, and loses nothing by it', async () => {
  const policy = 'disable_non_proxied_udp'
  // The name of headless Chromium, and that of Chromium with windows (tried with 147 and 156, 2026-11).
  const flags = ['--force-webrtc-ip-handling-policy', '--webrtc-ip-handling-policy']
  const careful = await launchBrowser(flags.map((flag) => `${flag}=${policy}`))
  try {
    await using person = await visit(careful, { from: addresses.austin })
    const id = await attend('Pia Private', person, 'udpAddress')
    expect(await readingsOf(id, 'udpAddress')).toMatchObject([{ why: 'blocked' }])
    const { evidence } = await waitForVerdict(product, id)
    const finding = evidence.find(({ check }) => check === 'udp-path')
    expect(finding).toMatchObject({ outcome: 'unavailable', bans: 0 })
  } finally {
    await careful.close()
  }
})

test('paths that lead nowhere are given up, and nothing waits for them', async () => {
  await using open = await startWithStore({
    UDP_ADDRESS: '127.0.0.2:9 on 127.0.0.1:0',
    IPV6_HOST: 'nowhere.example',
  })
  await using person = await visit(browser, { from: addresses.austin })
  const { id, link } = await openCase(open.product, 'Nell Nowhere')
  await pressContinue(person, link)
  await person.page.getByText('All read.').waitFor()
  const { verdict } = await waitForVerdict(open.product, id)
  expect(verdict.overall).toBe('consistent')
  await until(async () => {
    const both = [
      ...(await open.readingsOf(id, 'udpAddress')),
      ...(await open.readingsOf(id, 'familyAddress')),
    ]
    expect(both).toMatchObject([{ why: 'timeout' }, { why: 'unsupported' }])
  })
})

test('a browser without WebRTC gives no reading', async () => {
  await using person = await visit(browser, { from: addresses.austin })
  await person.context.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'))
  const id = await attend('Nora None', person, 'udpAddress')
  expect(await readingsOf(id, 'udpAddress')).toMatchObject([{ why: 'unsupported' }])
  // The other path does not depend on it.
  await until(async () => expect(await readingsOf(id, 'familyAddress')).toHaveLength(1))
})

test('where nothing is configured nothing is asked, and the reading says so', async () => {
  await using plain = await startProduct()
  await using person = await visit(browser, { from: addresses.austin })
  const { id, link } = await openCase(plain, 'Paul Plain')
  await pressContinue(person, link)
  await waitForVerdict(plain, id)
  expect(person.urls.filter((url) => url.includes('/s/paths'))).toEqual([])
  const recorded = await readRecorded(person, plain)
  const title = 'the IP address that your browser uses for direct connections, as calls do'
  expect(recorded.get(title)).toEqual([expect.stringContaining('not read here')])
  expectClean(plain, person)
})
