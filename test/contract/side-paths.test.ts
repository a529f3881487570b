/** The other paths of a page without a browser: what a page is told, and what only the wire shows. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Signal } from '../../src/core/signals.ts'
import { createCipher } from '../../src/store/cipher.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { addresses, callApi, startProduct, temporaryFolder, type Product } from '../e2e/_product.ts'
import { checkOf } from '../echo/_check.ts'
import { beginSession } from './_beacon.ts'

const SECRET_KEY = 'a secret key of the tests, long enough'
const ROMANIAN_IPV6 = '2a02:2f00::1'

let product: Product
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let store: Awaited<ReturnType<typeof openSqlite>>

beforeAll(async () => {
  folder = await temporaryFolder()
  const path = join(folder.path, 'paths.db')
  product = await startProduct({
    DATABASE_URL: `sqlite:${path}`,
    SECRET_KEY,
    UDP_ADDRESS: '127.0.0.1:0, 203.0.113.8:3478 on 127.0.0.2:0',
    IPV6_HOST: 'ipv6.verify.example.com',
  })
  store = await openSqlite({ path, cipher: createCipher({ secret: SECRET_KEY }) })
})

afterAll(async () => {
  await store[Symbol.asyncDispose]()
  await product[Symbol.asyncDispose]()
  await folder[Symbol.asyncDispose]()
})

interface Ways {
  udp: { ufrag: string; password: string; addresses: { address: string; port: number }[] }
  families: string[]
}

/** Asks for the ways in, as the page does. */
function askWays(of: Product, cookie: string, origin = of.url): Promise<Response> {
  const headers = { cookie, origin, 'x-forwarded-for': addresses.austin }
  return fetch(`${of.url}/s/paths`, { method: 'POST', headers })
}

async function waysOf(cookie: string): Promise<Ways> {
  return (await (await askWays(product, cookie)).json()) as Ways
}

async function readingsOf(caseId: string, name: Signal['name']): Promise<Signal[]> {
  return store.transaction(async (tx) => {
    const [round] = await tx.rounds.ofCase(caseId)
    const all = round === undefined ? [] : await tx.signals.ofRound(round.id)
    return all.filter((signal) => signal.name === name)
  })
}

/** Sends a check with these credentials and waits for the answer. */
async function check({ udp: { ufrag, password, addresses: all } }: Ways): Promise<void> {
  const socket = createSocket('udp4')
  const [to] = all
  socket.send(checkOf({ username: `${ufrag}:theirs`, password }), to?.port, to?.address)
  await once(socket, 'message')
  socket.close()
}

test('a page is told where to send, by what name, and the host of the other kind of address', async () => {
  const { cookie } = await beginSession(product)
  const { udp, families } = await waysOf(cookie)
  expect(udp.addresses).toEqual([
    { address: '127.0.0.1', port: expect.any(Number) },
    { address: '203.0.113.8', port: 3478 },
  ])
  expect(udp.addresses[0]?.port).toBeGreaterThan(0)
  expect(families).toEqual([
    expect.stringMatching(/^https:\/\/ipv6\.verify\.example\.com\/s\/family\/[\w-]{50,64}$/),
  ])
  // What is sent in the open on the one path must be of no use on the other.
  expect(families[0]).not.toContain(udp.ufrag.replaceAll('+', '-').replaceAll('/', '_'))
})

test('the content policy allows that host, and no other', async () => {
  const { cookie } = await beginSession(product)
  const page = await fetch(`${product.url}/s`, { headers: { cookie } })
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(/connect-src ([^;]*)/.exec(policy)?.[1]?.split(' ')).toEqual([
    "'self'",
    product.url.replace('http', 'ws'),
    'https://ipv6.verify.example.com',
  ])
  expect(await page.text()).toContain('data-paths="udpAddress familyAddress"')
})

test('nobody is let in without a session, from another site, or where nothing is configured', async () => {
  const { cookie } = await beginSession(product)
  expect((await askWays(product, '')).status).toBe(401)
  expect((await askWays(product, cookie, 'https://evil.example')).status).toBe(401)
  await using plain = await startProduct()
  const { cookie: other } = await beginSession(plain)
  expect((await askWays(plain, other)).status).toBe(404)
  expect((await fetch(`${plain.url}/s/family/x`)).status).toBe(404)
})

test('a check of UDP is kept as the server saw it; nothing is after the case is forgotten', async () => {
  const { id, cookie } = await beginSession(product)
  const [first, second] = [await waysOf(cookie), await waysOf(cookie)]
  await check(first)
  await expect
    .poll(() => readingsOf(id, 'udpAddress'))
    .toMatchObject([{ source: 'server', value: { address: '127.0.0.1', sameNetwork: false } }])
  const headers = { 'content-type': 'text/plain' }
  expect((await callApi(product, `/cases/${id}`, { method: 'DELETE', headers })).ok).toBe(true)
  // Still authentic, so it is answered; but it is nobody's any more.
  await check(second)
  // Kept one after another: when a later one is there, this one would be too.
  const later = await beginSession(product)
  await check(await waysOf(later.cookie))
  await expect.poll(() => readingsOf(later.id, 'udpAddress')).toHaveLength(1)
  expect(await readingsOf(id, 'udpAddress')).toEqual([])
})

test('a visit to the other host is kept, answers nothing that another page may read, and tells no nonce from another', async () => {
  const { id, cookie } = await beginSession(product)
  const { families } = await waysOf(cookie)
  const visit = (path: string, from: string) =>
    fetch(`${product.url}${path}`, { headers: { 'x-forwarded-for': from, origin: product.url } })
  const path = new URL(families[0] ?? '').pathname
  const right = await visit(path, ROMANIAN_IPV6)
  expect(await readingsOf(id, 'familyAddress')).toMatchObject([
    { source: 'server', value: { address: ROMANIAN_IPV6 } },
  ])
  const wrong = await visit('/s/family/x', ROMANIAN_IPV6)
  for (const answer of [right, wrong]) {
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.getSetCookie()).toEqual([])
  }
})
