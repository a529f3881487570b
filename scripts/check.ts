/** Everything CI runs, after installing: static checks and suites, one start of the server, the tree. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

interface Step {
  name: string
  command: string
}

const bin = 'node_modules/.bin'
const still: readonly Step[] = [
  { name: 'generated files', command: `${bin}/tsx scripts/gen.ts --check` },
  { name: 'format', command: `${bin}/prettier --check .` },
  { name: 'lint', command: `${bin}/eslint .` },
  { name: 'types', command: `${bin}/tsx scripts/typecheck.ts` },
  { name: 'imports', command: `${bin}/depcruise src commands` },
  { name: 'unused', command: `${bin}/knip` },
  { name: 'build', command: `${bin}/tsx scripts/build.ts` },
]
const suite = (name: string): Step => ({ name, command: `${bin}/vitest run --project ${name}` })
const startOnce: Step = { name: 'start', command: `${bin}/tsx scripts/start-once.ts` }

const total = { passed: 0, failed: 0, skipped: 0 }

/** Runs a command; out: whether it succeeded, and all it said. */
function run(command: string): Promise<{ ok: boolean; said: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1' }
    const child = spawn(command, { env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('close', (code) => resolve({ ok: code === 0, said }))
  })
}

function report(name: string, ok: boolean, startedAt: number, said: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${seconds.padStart(6)} s`)
  if (!ok) console.log(`${said.trimEnd()}\n`)
}

/** A step that is not a suite: one failure when it fails. */
async function runStep({ name, command }: Step): Promise<void> {
  const startedAt = performance.now()
  const { ok, said } = await run(command)
  if (!ok) total.failed += 1
  report(name, ok, startedAt, said)
}

/** A suite: its closing line is added to ours, and left out of what is shown, so that only one ends the output. */
async function runSuite({ name, command }: Step): Promise<void> {
  const startedAt = performance.now()
  const { ok, said } = await run(command)
  const line = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m
  const [closing = '', passed = '0', failed = '0', skipped = '0'] = line.exec(said) ?? []
  total.passed += Number(passed)
  total.skipped += Number(skipped)
  // A suite that fails in another way than by its tests still failed.
  total.failed += Math.max(Number(failed), ok && closing !== '' ? 0 : 1)
  report(`${name}: ${passed}`, ok, startedAt, said.replace(line, ''))
  // What passed only at its second try passed, and is worth a look.
  if (ok) for (const [again] of said.matchAll(/^second try: .*$/gm)) console.log(`     ${again}`)
}

/** What differs from the last commit; null outside a repository. */
function difference(): string | null {
  if (!existsSync('.git')) return null
  return execFileSync('git', ['diff'], { maxBuffer: 1e9 }).toString()
}

// In CI nothing may differ; on a desk, nothing may differ from before the run.
const before = process.env['CI'] === undefined ? difference() : ''

async function runStill(): Promise<void> {
  for (const step of still) await runStep(step)
}
// The contract suite waits for half of its time: what needs nothing but a processor fits beside it. Not so beside the
// last suite: whoever taps there needs a machine that draws in time.
await Promise.all([runSuite(suite('contract')), runStill()])
await runSuite(suite('unit'))
await runSuite(suite('e2e'))
await runStep(startOnce)

const after = difference()
const unchanged = after === null || after === before
if (!unchanged) total.failed += 1
report('tree unchanged', unchanged, performance.now(), after ?? '')

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0
