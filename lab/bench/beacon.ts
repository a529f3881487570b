/**
 * A beacon with 10,000 pages that answer echoes: what it takes of memory and processor, plain and with TLS.
 *
 * Beacon and pages are processes of their own; the bench is the main server, and only counts. Each side needs a file
 * descriptor per page: `ulimit -n` of more than 10,200. Where that is less, or the machine is busy, fewer pages are opened
 * in the time there is, and the lines say how many.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { privateKeyFromSeed, publicKeyText } from '../../src/echo/ed25519.ts'
import type { EchoStatement } from '../../src/echo/statement.ts'
import { makeCertificate } from '../../test/contract/_certificate.ts'
import type { BenchRow } from '../bench.ts'
import { quantile } from '../../src/core/rhythm/robust.ts'
import { processorSec, residentMb } from './resident.ts'

/** Source: product numbers, a beacon's capacity. */
const PAGES = 10_000
/** As `npm run beacon` has them: short pauses, and 30 MB less. */
const FLAGS = ['--optimize-for-size', '--max-semi-space-size=1', '--enable-source-maps']
/** Descriptors that a process needs besides. */
const SPARE = 200
/** Watched this long after every page has been told of, ms. */
const STEADY_MS = 10_000
/** Every page should have been told of by then, ms after the last one opened. */
const PATIENCE_MS = 5_000

/** Pages that this machine lets one process hold. Node raises its own limit to the hard one. */
function pagesAllowed(): number {
  try {
    const hard = /^Max open files\s+\S+\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))
    return Math.min(PAGES, Number(hard?.[1] ?? PAGES + SPARE) - SPARE)
  } catch {
    return PAGES
  }
}

/** Takes statements without looking at who signed them. */
async function startTaker() {
  const first = new Map<string, EchoStatement>()
  let taken = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { statements } = JSON.parse(Buffer.concat(chunks).toString()) as {
        statements: string[]
      }
      for (const text of statements) {
        const payload = Buffer.from(text.split('.')[0] ?? '', 'base64url').toString()
        const statement = JSON.parse(payload) as EchoStatement
        if (statement.kind !== 'echoes') continue
        taken += 1
        if (!first.has(statement.nonce)) first.set(statement.nonce, statement)
      }
      response.end('{"accepted":0,"refused":{},"over":[]}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { server, first, taken: () => taken, url: `http://127.0.0.1:${String(port)}` }
}

/** What a process prints, up to what is looked for. */
function hear(child: ChildProcess, what: RegExp): Promise<RegExpExecArray> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = what.exec(said)
      if (found !== null) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}: ${said}`)))
  })
}

/** One half. */
async function run(kind: 'plain' | 'tls', wanted: number): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-bench-'))
  const children: ChildProcess[] = []
  const taker = await startTaker()
  try {
    const seed = randomBytes(32)
    const { cert, key } = makeCertificate()
    const [certPath, keyPath] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
    writeFileSync(certPath, cert)
    writeFileSync(keyPath, key)
    const beacon = spawn(process.execPath, [...FLAGS, 'dist/beacon/main.js'], {
      env: {
        PATH: process.env['PATH'],
        BEACON_ID: 'bench',
        BEACON_PORT: '0',
        BEACON_IDENTITY_FILE: join(folder, 'beacon.key'),
        BEACON_MAIN_URL: taker.url,
        BEACON_MAIN_KEY: publicKeyText(privateKeyFromSeed(seed)),
        ...(kind === 'tls' ? { BEACON_CERT_FILE: certPath, BEACON_KEY_FILE: keyPath } : {}),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(beacon)
    const pid = beacon.pid ?? 0
    const [, port = ''] = await hear(beacon, /listens on port (\d+)/)
    const emptyMb = residentMb(pid)
    const file = fileURLToPath(new URL('./beacon-pages.ts', import.meta.url))
    const args = [file, port, String(wanted), kind, seed.toString('base64url')]
    const clients = spawn(process.execPath, ['--import', 'tsx', ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    children.push(clients)
    const [, opened = '', openingMs = ''] = await hear(clients, /"opened":(\d+),"ms":([\d.]+)/)
    const pages = Number(opened)
    const deadline = performance.now() + PATIENCE_MS
    while (taker.first.size < pages && performance.now() < deadline) await sleep(50)
    const toldOf = taker.first.size
    const before = processorSec(pid)
    await sleep(STEADY_MS)
    const used = (processorSec(pid) - before) / (STEADY_MS / 1000)
    const least = [...taker.first.values()].map(({ echoes }) => echoes.minMs)
    const fullMb = residentMb(pid)
    const reckonedMb = emptyMb + ((fullMb - emptyMb) / pages) * PAGES
    const name = `${pages.toLocaleString('en-US')} pages, ${kind === 'tls' ? 'TLS' : 'plain'}`
    const row = (
      measure: string,
      value: number,
      unit: BenchRow['unit'],
      goal: string | null = null,
    ): BenchRow => ({ part: 'beacon', measure: `${name}: ${measure}`, value, unit, goal })
    return [
      row('resident', fullMb, 'MB'),
      row('resident with 10,000, reckoned', reckonedMb, 'MB', '≤ 300'),
      row('resident before the first', emptyMb, 'MB'),
      row('opened', (pages / Number(openingMs)) * 1000, 'per s'),
      row('of them told of', toldOf / pages, 'ratio', '1.00'),
      row('least echo of a burst, median, while all open', quantile(least, 0.5), 'ms'),
      row('share of one core afterwards', used, 'ratio'),
    ]
  } finally {
    for (const child of children) child.removeAllListeners('exit').kill('SIGKILL')
    taker.server.closeAllConnections()
    taker.server.close()
    rmSync(folder, { recursive: true })
  }
}

/** Runs the part. */
export async function beaconBench(): Promise<BenchRow[]> {
  const pages = pagesAllowed()
  return [...(await run('plain', pages)), ...(await run('tls', pages))]
}
