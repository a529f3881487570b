/** One server that listens on IPv4 and IPv6 at once: what it takes each connection for. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Signal } from '../../src/core/signals.ts'
import { createCipher } from '../../src/store/cipher.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { pressContinueByHand } from '../e2e/_client.ts'
import { openCase, productEnv, temporaryFolder, until } from '../e2e/_product.ts'
import { keptReadings } from './_kept-readings.ts'
import { HERE, hasSix, originAt, WITHOUT_SIX } from './_families.ts'

const SECRET_KEY = 'a secret key of the tests, long enough'
const root = join(import.meta.dirname, '../..')
const PUBLIC_URL = 'https://verify.example.com'

let isSixHere = false

beforeAll(async () => {
  isSixHere = await hasSix()
})

beforeEach(({ skip }) => skip(!isSixHere, WITHOUT_SIX))

/** Starts it as an operator does who wants both, without a proxy. */
async function startBoth(env: Record<string, string> = {}, requestsPerMin = 100_000) {
  const folder = await temporaryFolder()
  const path = join(folder.path, 'both.db')
  const config = readConfig({
    ...productEnv(folder.path),
    DATABASE_URL: `sqlite:${path}`,
    HOST: '::',
    PUBLIC_URL,
    SECRET_KEY,
    TRUSTED_PROXIES: '',
    IPV4_HOST: 'ipv4.verify.example.com',
    IPV6_HOST: 'ipv6.verify.example.com',
    ...env,
  })
  const app = await startApp(config, { requestsPerMin })
  const store = await openSqlite({ path, cipher: createCipher({ secret: SECRET_KEY }) })
  const { port } = new URL(app.origin)
  return {
    origin: { four: originAt(HERE.four, port), six: originAt(HERE.six, port) },
    readings: (caseId: string, name: Signal['name']) => keptReadings(store, caseId, name),
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await app[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

type Both = Awaited<ReturnType<typeof startBoth>>

/** Opens a case and presses Continue over one kind of address. */
async function begin({ origin }: Both, kind: keyof typeof HERE, headers = {}) {
  const product = { url: origin.six, consoleUrl: '', [Symbol.asyncDispose]: async () => {} }
  const { id, link } = await openCase(product, 'Jane Doe')
  const cookie = await pressContinueByHand(`${origin[kind]}${new URL(link).pathname}`, headers)
  return { id, cookie }
}

test.each([
  ['four', 'six'],
  ['six', 'four'],
] as const)(
  'a page over %s is known by its plain address, and its visit over %s is one of the other kind',
  async (own, other) => {
    await using both = await startBoth()
    const { id, cookie } = await begin(both, own)
    expect(await both.readings(id, 'address')).toMatchObject([{ value: HERE[own] }])
    const asked = await fetch(`${both.origin[own]}/s/paths`, {
      method: 'POST',
      headers: { cookie, origin: PUBLIC_URL },
    })
    const { families } = (await asked.json()) as { families: string[] }
    const [path = ''] = families.map((url) => new URL(url).pathname)
    // The page visits both names; one of them leads to the kind of address that it has already.
    for (const kind of [own, other]) await fetch(`${both.origin[kind]}${path}`)
    expect(await both.readings(id, 'familyAddress')).toMatchObject([
      { value: { address: HERE[other], sameNetwork: false } },
    ])
  },
)

test.each(['four', 'six'] as const)(
  'the kernel is asked about a connection over %s',
  async (kind) => {
    await using both = await startBoth()
    const { id, cookie } = await begin(both, kind)
    const page = new WebSocket(`${both.origin[kind].replace('http', 'ws')}/s/live`, {
      origin: PUBLIC_URL,
      headers: { cookie },
    })
    page.on('message', (data: Buffer) => {
      if (String(data).startsWith('{"t":"echo"')) page.send(String(data))
    })
    const layers = await until(async () => {
      const [first] = await both.readings(id, 'layers')
      if (first === undefined) throw new Error('no layers yet')
      return first
    })
    page.terminate()
    if (process.platform !== 'linux') return expect(layers).toMatchObject({ why: 'unsupported' })
    const value = { kernelMinMs: expect.any(Number), sendMss: expect.any(Number) }
    expect(layers).toMatchObject({ source: 'server', value })
  },
)

test('a proxy is trusted by its plain address, and what it states is plain as well', async () => {
  await using both = await startBoth({ TRUSTED_PROXIES: '127.0.0.0/8' })
  const stated = { 'x-forwarded-for': '::ffff:136.49.128.173' }
  const through = await begin(both, 'four', stated)
  expect(await both.readings(through.id, 'address')).toMatchObject([{ value: '136.49.128.173' }])
  // Nobody named the other one as a proxy, so it may not state an address.
  const { id } = await begin(both, 'six', { 'x-forwarded-for': '::1' })
  expect(await both.readings(id, 'address')).toMatchObject([{ value: HERE.six }])
})

test('requests are counted per address, however it is written, and each kind by itself', async () => {
  await using both = await startBoth({ TRUSTED_PROXIES: '127.0.0.0/8,::1' }, 3)
  const statusOf = async (kind: keyof typeof HERE, from: string) => {
    const headers = { 'x-forwarded-for': from }
    return (await fetch(`${both.origin[kind]}/nothing`, { headers })).status
  }
  const [plain, dressed, hex] = ['192.0.2.1', '::ffff:192.0.2.1', '::ffff:c000:201']
  expect(await statusOf('four', plain)).toBe(404)
  expect(await statusOf('six', dressed)).toBe(404)
  expect(await statusOf('four', hex)).toBe(404)
  for (const from of [plain, dressed, hex]) expect(await statusOf('six', from)).toBe(429)
  expect(await statusOf('six', '2001:db8::1')).toBe(404)
})

test('figures are for this machine over either kind', async () => {
  await using both = await startBoth()
  for (const origin of Object.values(both.origin)) {
    expect((await fetch(`${origin}/metrics`)).status).toBe(200)
  }
})

test('the start prints an address that leads there, and the log shows no IPv4 in other clothes', async () => {
  await using folder = await temporaryFolder()
  const started = (env: Record<string, string>) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/main.ts')], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        ...productEnv(folder.path),
        TRUSTED_PROXIES: '',
        LOG_LEVEL: 'debug',
        ...env,
      },
    })
    const said = { text: '' }
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (said.text += chunk.toString()))
    }
    const shown = () =>
      until(() => {
        const [, url] = /Open (\S+)/.exec(said.text) ?? []
        if (url === undefined) throw new Error(`not ready: ${said.text}`)
        return url
      })
    const end = async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    return { said, shown, end }
  }
  const six = started({ HOST: '::1', SECRET_KEY })
  const printed = await six.shown()
  expect(printed).toMatch(/^http:\/\/\[::1\]:\d+\/console\?key=/)
  // The key is taken, and the browser sent on.
  expect((await fetch(printed, { redirect: 'manual' })).status).toBe(303)
  await six.end()

  const both = started({ HOST: '::', PUBLIC_URL, SECRET_KEY })
  expect(await both.shown()).toMatch(`${PUBLIC_URL}/console`)
  const [, port = ''] = /listening at \S+:(\d+)/.exec(both.said.text) ?? []
  for (const address of Object.values(HERE)) {
    expect((await fetch(`${originAt(address, port)}/nothing`)).status).toBe(404)
  }
  await both.end()
  expect(both.said.text).toContain('request completed')
  expect(both.said.text).not.toMatch(/::ffff:/i)
})
