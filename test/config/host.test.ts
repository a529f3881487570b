/** Where servers listen, and what an operator reads where they cannot. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { readBeaconConfig } from '../../src/config/beacon.ts'
import { listenFault, readConfig } from '../../src/config.ts'
import { listenOrigin, shownOrigin } from '../../src/web/listen-origin.ts'

const open = { PUBLIC_URL: 'https://verify.example.com', SECRET_KEY: 'x'.repeat(32) }
const beacon = {
  BEACON_ID: 'iad',
  BEACON_MAIN_URL: 'https://verify.example.com',
  BEACON_MAIN_KEY: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
}
const tls = { BEACON_CERT_FILE: '/etc/cert.pem', BEACON_KEY_FILE: '/etc/key.pem' }

describe('HOST', () => {
  test.each([
    ['::', '::'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['0.0.0.0', '0.0.0.0'],
    ['2001:DB8:0::7', '2001:db8::7'],
    ['192.0.2.7', '192.0.2.7'],
  ])('%s needs a key and an https address', (text, host) => {
    expect(readConfig({ ...open, HOST: text }).host).toBe(host)
    expect(() => readConfig({ HOST: text })).toThrow(
      `HOST must be an address that this machine alone reaches, such as 127.0.0.1 or ::1, unless PUBLIC_URL is https and SECRET_KEY is set (got “${host}”)`,
    )
  })

  test.each(['127.0.0.1', '127.0.0.9', '::1'])('%s needs neither', (text) => {
    expect(readConfig({ HOST: text }).host).toBe(text)
  })

  test.each([
    ['localhost', /HOST must be an address like 127\.0\.0\.1 or ::1.*\(got “localhost”\)/],
    ['[::]', /got “\[::\]”/],
    ['::/0', /got “::\/0”/],
    ['fe80::1%eth0', /got “fe80::1%eth0”/],
    ['::ffff:127.0.0.1', /must name IPv4 as IPv4, like 127\.0\.0\.1 \(got “::ffff:127\.0\.0\.1”\)/],
  ])('not %s', (text, fault) => {
    expect(() => readConfig({ ...open, HOST: text })).toThrow(fault)
  })
})

test('BEACON_HOST is loopback without a certificate, and any address with one', () => {
  expect(readBeaconConfig({ ...beacon, BEACON_HOST: '::1' }).host).toBe('::1')
  expect(readBeaconConfig({ ...beacon, ...tls, BEACON_HOST: '0.0.0.0' }).host).toBe('0.0.0.0')
  expect(() => readBeaconConfig({ ...beacon, BEACON_HOST: '::' })).toThrow(
    /BEACON_HOST must be .* unless BEACON_CERT_FILE and BEACON_KEY_FILE are set \(got “::”\)/,
  )
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000', 'http://localhost:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000', 'http://localhost:3000'],
  ['::', 'http://127.0.0.1:3000', 'http://localhost:3000'],
  ['::1', 'http://[::1]:3000', 'http://[::1]:3000'],
  ['127.0.0.9', 'http://127.0.0.9:3000', 'http://127.0.0.9:3000'],
])('what listens on %s is reached there', (host, origin, shown) => {
  expect(listenOrigin(host, 3000)).toBe(origin)
  expect(shownOrigin(host, 3000)).toBe(shown)
})

describe('an operator reads', () => {
  const names = { host: 'HOST', port: 'PORT' }

  /** What listening there fails with. */
  async function failureOf(host: string, port: number): Promise<unknown> {
    const server = createServer().listen(port, host)
    const [error] = (await once(server, 'error')) as [unknown]
    return error
  }

  test('that a port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const bound = server.address()
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0
    const fault = listenFault(await failureOf('127.0.0.1', port), names)
    server.close()
    expect(fault).toBe(`Port ${String(port)} is taken. Set PORT to another one.`)
  })

  test('that an address is not this machine’s', async () => {
    expect(listenFault(await failureOf('192.0.2.7', 0), names)).toBe(
      '192.0.2.7 is no address of this machine. Set HOST to one of its own, or to 0.0.0.0 or :: for all.',
    )
  })

  test('that there is no IPv6, and nothing of other failures', () => {
    const six = { code: 'EAFNOSUPPORT', port: 3000, address: '::' }
    expect(listenFault(six, names)).toContain('This machine has no IPv6')
    expect(listenFault(new Error('the database is gone'), names)).toBeNull()
    expect(listenFault({ code: 'EACCES', path: '/var/x' }, names)).toBeNull()
  })
})
