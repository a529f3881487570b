/** Type-checks every world: the whole tree, then the rooms that may not see Node or the DOM. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const worlds = ['.', 'src/core', 'src/page', 'src/desk']

/** Compiler messages of one world; empty when it is sound. */
async function check(world: string): Promise<string> {
  const cache = `node_modules/.cache/tsc/${world.replaceAll('/', '-')}.tsbuildinfo`
  const args = ['-p', world, '--incremental', '--tsBuildInfoFile', cache]
  try {
    await run('node_modules/.bin/tsc', args, { maxBuffer: 1e8 })
    return ''
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
}

/** Message by place and code: a file of two worlds says the same in both. */
const faults = new Map<string, string>()
const queue = [...worlds]
async function work(): Promise<void> {
  for (let world = queue.shift(); world !== undefined; world = queue.shift()) {
    for (const fault of (await check(world)).trimEnd().split(/\n(?=\S)/)) {
      if (fault !== '') faults.set(/^.*?: error TS\d+/.exec(fault)?.[0] ?? fault, fault)
    }
  }
}
await Promise.all([work(), work()])
for (const fault of faults.values()) console.error(fault)
if (faults.size > 0) process.exitCode = 1
