/** The beacon as an operator starts it: a process with an environment and signals. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../e2e/_product.ts'
import { makeCertificate } from './_certificate.ts'

const root = join(import.meta.dirname, '../..')
const KEY = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whereabouts-beacon-'))
})

afterAll(() => rm(folder, { recursive: true }))

/** Starts a process of ours. */
function start(file: string, env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, file)], {
    // The loader is found from the project, whatever folder the process works in.
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const ended = once(child, 'exit').then(([code]) => Number(code))
  return { child, said, ended }
}

/** Asks for its health. Out: status, and the number of the certificate. */
function askHealth(port: number, ca: string): Promise<{ status: number; serial: string }> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', servername: 'localhost', path: '/healthz', ca }
    const asking = request({ ...options, agent: false }, (answer) => {
      const socket = answer.socket as typeof answer.socket & {
        getPeerCertificate(): { serialNumber: string }
      }
      const serial = socket.getPeerCertificate().serialNumber
      answer.resume()
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, serial }))
    })
    asking.on('error', reject)
    asking.end()
  })
}

test('starts, prints its key, reads a renewed certificate on SIGHUP, and stops in order', async () => {
  const [certPath, keyPath] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const put = async ({ cert, key }: ReturnType<typeof makeCertificate>) => {
    await Promise.all([writeFile(certPath, cert), writeFile(keyPath, key)])
    return cert
  }
  const first = await put(makeCertificate())
  const identity = join(folder, 'own', 'beacon.key')
  const { child, said, ended } = start('src/beacon/main.ts', {
    BEACON_ID: 'iad',
    BEACON_PORT: '0',
    BEACON_CERT_FILE: certPath,
    BEACON_KEY_FILE: keyPath,
    BEACON_IDENTITY_FILE: identity,
    // Nobody is there; the beacon does not mind.
    BEACON_MAIN_URL: 'http://127.0.0.1:9',
    BEACON_MAIN_KEY: KEY,
  })
  const port = await until(() => {
    const found = /Beacon iad listens on port (\d+)\. Public key: [\w-]{43}\n/.exec(said.out)
    if (found === null) throw new Error(`not ready: ${said.out}${said.err}`)
    return Number(found[1])
  })
  expect(await readFile(identity, 'utf8')).toContain('PRIVATE KEY')
  const before = await askHealth(port, first)
  expect(before.status).toBe(200)
  const second = await put(makeCertificate())
  child.kill('SIGHUP')
  const after = await until(() => askHealth(port, second))
  expect(after.serial).not.toBe(before.serial)
  await writeFile(keyPath, 'no key')
  child.kill('SIGHUP')
  await until(() => expect(said.out).toContain('certificate not read; the one before stays'))
  expect((await askHealth(port, second)).serial).toBe(after.serial)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('names everything that is wrong, and ends', async () => {
  const { said, ended } = start('src/beacon/main.ts', { BEACON_PORT: 'many', BEACON_KEY_FILE: 'x' })
  expect(await ended).toBe(1)
  for (const name of [
    'BEACON_ID',
    'BEACON_MAIN_URL',
    'BEACON_MAIN_KEY',
    'BEACON_PORT',
    'BEACON_CERT_FILE',
  ]) {
    expect(said.err).toContain(name)
  }
  expect(said.err).not.toMatch(/at .*\.ts:\d+/)
})

test('the main server’s key is printed as a beacon takes it, the same each time', async () => {
  const env = {
    SECRET_KEY: 'a secret key of the tests, long enough',
    DATABASE_URL: 'sqlite::memory:',
  }
  const runs = [start('src/cli/beacon-key.ts', env), start('src/cli/beacon-key.ts', env)]
  expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([0, 0])
  const [one, two] = runs.map(({ said }) => said.out)
  expect(one).toMatch(/^BEACON_MAIN_KEY=[\w-]{43}\n$/)
  expect(one).toBe(two)
})
