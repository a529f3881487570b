/** Everything that a run of the laboratory leaves on the machine while it runs: processes, namespaces, files; and its removal. */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { listensOn, ownersOf } from './leftovers.ts'

const run = promisify(execFile)

/** How to start a process. */
export interface StartOptions {
  /** Namespace; that of this process when left out. */
  in?: string
  env?: Readonly<Record<string, string>>
  /** Ready when it prints this. */
  says?: RegExp
  /** Ready when it listens on this TCP port. */
  listens?: number
  /** Scheduling priority, −20…19: below 0 for what would have a machine of its own. */
  priority?: number
}

/** A running process of ours. */
export interface Running {
  /** What it has printed so far. */
  said(): string
  /** Ends it, and waits until it is gone. */
  stop(): Promise<void>
}

/** Starts and removes. */
export interface Crew {
  /** Removed at the end. */
  folder: string
  /** Names a file elsewhere that a program makes and a killed one leaves: removed at the end. */
  leaves(path: string): void
  /** A namespace of ours by its short name: made when first named. */
  namespace(name: string): Promise<string>
  /** Runs a program to its end. Out: what it printed. Fails: with what it complained of. */
  run(command: readonly string[], input?: string): Promise<string>
  /** Starts a process and waits until it is ready. Fails: when it ends before, or takes longer than 20 s. */
  start(command: readonly string[], options?: StartOptions): Promise<Running>
  /** Removes everything; may be called at any moment, also while the process exits. */
  removeAll(): void
}

const READY_WITHIN_MS = 20_000
const STOP_WITHIN_MS = 2_000
const LOOK_MS = 20
/** What is kept of a process's words, characters. */
const TAIL = 4_000

/** Opens a crew that is removed when the process ends, however it does; what runs that were killed have left goes first. */
export function openCrew(): Crew {
  const crew = assembleCrew()
  process.on('exit', () => crew.removeAll())
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    // Not once: a second signal, which starters pass on as well, must not end the removal.
    process.on(signal, () => process.exit(code))
  }
  // Chromium's profiles go with everything else.
  process.env['TMPDIR'] = crew.folder
  return crew
}

function assembleCrew(): Crew {
  removeLeftovers()
  const folder = mkdtempSync(`/tmp/${prefix(process.pid)}`)
  const children = new Set<ChildProcess>()
  const namespaces = new Map<string, Promise<string>>()
  const elsewhere = new Set<string>()

  async function make(name: string): Promise<string> {
    const full = `${prefix(process.pid)}${name}`
    await run('ip', ['netns', 'add', full])
    await run('ip', ['-n', full, 'link', 'set', 'lo', 'up'])
    const settings =
      'echo 1 >ip_forward; for f in conf/all conf/default; do echo 0 >$f/rp_filter; done'
    await run('ip', ['netns', 'exec', full, 'sh', '-c', `cd /proc/sys/net/ipv4; ${settings}`])
    return full
  }

  return {
    folder,
    leaves: (path) => void elsewhere.add(path),
    namespace(name) {
      const known = namespaces.get(name) ?? make(name)
      namespaces.set(name, known)
      return known
    },
    async run([program = '', ...args], input = '') {
      const running = run(program, args)
      // Programs that read nothing may be gone by then; that they failed is told below.
      running.child.stdin?.on('error', () => {})
      running.child.stdin?.end(input)
      return (await running).stdout
    },
    async start(command, options = {}) {
      const [program = '', ...args] =
        options.in === undefined ? command : ['ip', 'netns', 'exec', options.in, ...command]
      // Its input stays open for as long as we live: the links end with it.
      const child = spawn(program, args, {
        cwd: folder,
        env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, ...options.env },
      })
      children.add(child)
      let said = ''
      const hear = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-TAIL))
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('error', (error) => (said += error.message))
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
      void ended.then(() => children.delete(child))
      if (options.priority !== undefined) setPriority(child.pid ?? 0, options.priority)
      try {
        await untilReady(child, () => said, { command, ...options })
      } catch (error) {
        child.kill('SIGKILL')
        throw error
      }
      return {
        said: () => said,
        async stop() {
          child.kill('SIGTERM')
          const tooLong = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
          await ended
          clearTimeout(tooLong)
        },
      }
    },
    removeAll() {
      for (const child of children) child.kill('SIGKILL')
      removeNamespaces(process.pid)
      for (const path of elsewhere) rmSync(path, { force: true })
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

async function untilReady(
  child: ChildProcess,
  said: () => string,
  { command, says, listens }: StartOptions & { command: readonly string[] },
): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS
  const isReady = () =>
    (says === undefined || says.test(said())) &&
    (listens === undefined || hasPort(child.pid ?? 0, listens))
  while (!isReady()) {
    const isOver = child.exitCode !== null || child.signalCode !== null || child.pid === undefined
    if (isOver || performance.now() > giveUpAt) {
      throw new Error(`${command.join(' ')}: expected it to be ready, got\n${said()}`)
    }
    await sleep(LOOK_MS)
  }
}

/** Whether a port is listened on in the namespace of a process. */
function hasPort(pid: number, port: number): boolean {
  return ['tcp', 'tcp6'].some((table) => {
    try {
      return listensOn(readFileSync(`/proc/${String(pid)}/net/${table}`, 'utf8'), port)
    } catch {
      return false
    }
  })
}

/** What everything of one run is named after. */
function prefix(pid: number): string {
  return `wblab${String(pid)}-`
}

/** Removes namespaces and folders of runs whose process is gone. */
function removeLeftovers(): void {
  const names = [...readNamespaces(), ...readdirSync('/tmp')]
  for (const pid of ownersOf(names).filter((owner) => !isAlive(owner))) {
    removeNamespaces(pid)
    for (const name of readdirSync('/tmp').filter((one) => one.startsWith(prefix(pid)))) {
      rmSync(join('/tmp', name), { recursive: true, force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function readNamespaces(): string[] {
  // "name (id: 3)" or "name".
  const lines = execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' }).split('\n')
  return lines.map((line) => line.split(' ')[0] ?? '').filter(Boolean)
}

/** Removes the namespaces of one run with every process in them. Whatever fails, the rest goes. */
function removeNamespaces(pid: number): void {
  const names = readNamespaces().filter((name) => name.startsWith(prefix(pid)))
  for (const name of names) {
    try {
      const inside = execFileSync('ip', ['netns', 'pids', name], { encoding: 'utf8' })
      for (const inhabitant of inside.split('\n').filter(Boolean)) kill(Number(inhabitant))
      execFileSync('ip', ['netns', 'delete', name])
    } catch (error) {
      console.error(`${name} is left: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}
