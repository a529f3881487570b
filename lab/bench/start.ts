/** From the start of the built server to ready, and what it then takes of memory. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from '../bench.ts'
import { quantile } from '../../src/core/rhythm/robust.ts'
import { residentMb } from './resident.ts'

const RUNS = 5

/** Starts it once. Out: ms to ready, MB resident then. */
async function startOnce(env: Record<string, string>): Promise<{ ms: number; mb: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-bench-'))
  const before = performance.now()
  const server = spawn(process.execPath, ['dist/main.js'], {
    env: { ...process.env, PORT: '0', DATABASE_URL: `sqlite:${join(folder, 'bench.db')}`, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (text: Buffer) => {
        if (text.includes('is ready')) resolve()
      })
      server.on('exit', (code) => reject(new Error(`the server ended with ${String(code)}`)))
    })
    return { ms: performance.now() - before, mb: residentMb(server.pid ?? 0) }
  } finally {
    server.removeAllListeners('exit')
    const ended = new Promise((resolve) => server.on('exit', resolve))
    server.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true })
  }
}

/** Runs the part. */
export async function startBench(): Promise<BenchRow[]> {
  const plain = []
  const both = []
  for (let i = 0; i < RUNS; i++) {
    plain.push(await startOnce({}))
    both.push(await startOnce({ IP_LOCATION: 'dbip,geoip-lite' }))
  }
  const median = (runs: { ms: number; mb: number }[], key: 'ms' | 'mb') =>
    quantile(
      runs.map((run) => run[key]),
      0.5,
    )
  const part = 'start'
  return [
    {
      part,
      measure: 'to ready, nothing configured',
      value: median(plain, 'ms'),
      unit: 'ms',
      goal: '≤ 2000',
    },
    { part, measure: 'resident then', value: median(plain, 'mb'), unit: 'MB', goal: null },
    {
      part,
      measure: 'to ready, both location databases',
      value: median(both, 'ms'),
      unit: 'ms',
      goal: '≤ 2000',
    },
    { part, measure: 'resident then', value: median(both, 'mb'), unit: 'MB', goal: '≤ 400' },
  ]
}
