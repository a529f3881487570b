/**
 * Malformed requests on every route: never a 500, whatever comes.
 *
 * 2,000 in `npm test`; `npm run fuzz` sends 100,000. Each comes from another loopback address, so that the rate
 * limit, which is tested elsewhere, does not hide a route.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2000)
const API_KEY = 'the api key of the tests'

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-fuzz-'))
let app: App
let token = ''

beforeAll(async () => {
  const env = {
    PORT: '0',
    DATABASE_URL: `sqlite:${join(folder, 'fuzz.db')}`,
    API_KEY,
    IP_LOCATION: 'dbip',
    LOG_LEVEL: 'silent',
    UDP_ADDRESS: '127.0.0.1:0',
    IPV6_HOST: 'ipv6.localhost',
    BEACONS:
      'iad | Ashburn | 39.04,-77.49 | wss://iad.example.com | 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  }
  app = await startApp(readConfig(env))
  const now = Date.now()
  const iso = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
  const answer = await fetch(`${app.origin}/api/v1/cases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      candidate: { name: 'Jane Doe', email: 'jane@example.com' },
      claimedPlace: 'Austin, Texas',
      window: { start: iso(-1), end: iso(60) },
    }),
  })
  const { link } = (await answer.json()) as { link: string }
  token = new URL(link).pathname.slice('/i/'.length)
})

afterAll(async () => {
  await app[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const routes = [
  '/',
  '/console',
  '/console/type',
  '/console/press',
  '/console/submit',
  '/console/places?q=',
  '/console/live',
  '/i/TOKEN',
  '/i/TOKEN/join',
  '/i/TOKEN/another-way',
  '/i/',
  '/s',
  '/s/signals',
  '/s/join',
  '/s/move',
  '/s/move/confirm',
  '/s/another-way',
  '/s/request',
  '/s/recorded',
  '/s/live',
  '/s/paths',
  '/s/family/TOKEN',
  '/s/family/',
  '/s/beacons/iad',
  '/s/beacons/',
  '/beacon/v1/statements',
  '/m',
  '/r/TOKEN',
  '/p/TOKEN.png',
  '/api/v1/cases',
  '/api/v1/cases/',
  '/api/v1/openapi.json',
  '/assets/',
  '/healthz',
]

const junk = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '\u0000',
    '😀',
    '<script>',
    '../../etc/passwd',
    '%ff',
    '%00',
    "' or 1=1 --",
    '‮',
    '\ud800',
  ),
)
/** Lone surrogates cannot be written in a URL. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '')
const path = fc
  .tuple(fc.constantFrom(...routes), fc.option(junk), fc.boolean())
  .map(([route, tail, real]) => {
    const filled = route.replace(
      'TOKEN',
      real ? token : encodeURIComponent(wellFormed(tail ?? 'x')),
    )
    return tail === null ? filled : filled + encodeURIComponent(wellFormed(tail))
  })
const body = fc.oneof(
  fc.json(),
  junk,
  fc.constant('{"signals":[{"name":"__proto__","value":1}],"now":1}'),
  fc.constant('nonce=x&travel=on&travel=on&kind=erase'),
  fc.constant('{"text":"/verify demo","zone":"x"}'),
  fc.constant('{"beacon":"iad","statements":["e30.AA","","x"]}'),
)
const wild = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
  path,
  body,
  type: fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data',
    'x',
  ),
  cookie: fc.constantFrom(
    '',
    'wb_session=x',
    'wb_visit=y; wb_session=%',
    'wb_waiting=a.b',
    'wb_console=z',
    ';;=;',
  ),
  authorization: fc.constantFrom('', `Bearer ${API_KEY}`, 'Bearer ', 'Basic eDp5'),
  forwarded: fc.constantFrom('', '1.2.3.4', 'not an address', '::ffff:1.2.3.4, 5'),
  accept: fc.constantFrom('text/html', 'application/json', '*/*'),
  client: fc.tuple(fc.nat(254), fc.nat(254), fc.nat(253)),
})
type Wild = typeof wild extends fc.Arbitrary<infer T> ? T : never

/** Sends it from a loopback address of its own. Out: the status. */
function send({ client: [a, b, c], ...wild }: Wild): Promise<number> {
  const { hostname, port } = new URL(app.origin)
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': wild.type,
      accept: wild.accept,
      origin: app.origin,
      ...(wild.cookie === '' ? {} : { cookie: wild.cookie }),
      ...(wild.authorization === '' ? {} : { authorization: wild.authorization }),
      ...(wild.forwarded === '' ? {} : { 'x-forwarded-for': wild.forwarded }),
    }
    const outgoing = request(
      {
        hostname,
        port,
        method: wild.method,
        path: wild.path,
        headers,
        localAddress: `127.${String(a)}.${String(b)}.${String(c + 1)}`,
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    outgoing.on('error', reject)
    const withBody = !['GET', 'HEAD', 'OPTIONS'].includes(wild.method)
    outgoing.end(withBody ? wild.body : undefined)
  })
}

test(`${String(RUNS)} malformed requests give no 500`, async () => {
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(wild, async (sent) => {
      const status = await send(sent)
      seen.set(status, (seen.get(status) ?? 0) + 1)
      expect(status).toBeGreaterThanOrEqual(200)
      expect(status).toBeLessThan(500)
    }),
    { numRuns: RUNS },
  )
  // The test would prove little if everything were turned away at the door.
  expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 303, 400, 401, 404]))
}, 600_000)
