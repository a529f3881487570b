/** Starts the built server once with nothing configured, asks whether it is well, and stops it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const START_WITHIN_MS = 20_000
const STOP_WITHIN_MS = 10_000

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const port = await freePort()
const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'))
const startedAt = performance.now()
const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
  // Nothing of the caller's configuration: it must start without any.
  env: {
    PATH: process.env['PATH'],
    HOME: folder,
    PORT: String(port),
    DATABASE_URL: `sqlite:${join(folder, 'whereabouts.db')}`,
  },
  stdio: ['ignore', 'pipe', 'pipe'],
})
let said = ''
child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
const ended = once(child, 'exit')

/** What is wrong with the server's health; null when it answers 200 in time. */
async function healthFault(): Promise<string | null> {
  while (performance.now() - startedAt < START_WITHIN_MS && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)
    if (answer !== null) return answer.ok ? null : `/healthz answered ${answer.status}`
    await sleep(50)
  }
  return child.exitCode === null
    ? `no answer from /healthz within ${START_WITHIN_MS} ms`
    : 'ended instead of starting'
}

let fault: string | null = null
try {
  fault = await healthFault()
  const upMs = Math.round(performance.now() - startedAt)
  child.kill('SIGTERM')
  await Promise.race([ended, sleep(STOP_WITHIN_MS, undefined, { ref: false })])
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL')
    fault ??= `still running ${STOP_WITHIN_MS} ms after SIGTERM`
  } else if (child.exitCode !== 0) {
    fault ??= `ended with ${child.exitCode ?? child.signalCode} instead of 0`
  }
  if (fault === null) console.log(`up in ${upMs} ms, stopped orderly`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (fault !== null) {
  console.error(`${fault}\n${said}`)
  process.exitCode = 1
}
