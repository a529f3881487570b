/** The store in one SQLite file. */
import { accessSync, chmodSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Cipher } from './cipher.ts'
import { checkKeyIds } from './key-ids.ts'
import { createLocalBus } from './local-bus.ts'
import { migrate } from './migrate.ts'
import { StoreError, type OpenStore } from './open-store.ts'
import { reencrypt } from './reencrypt.ts'
import { refuseNesting, runTransaction } from './run-transaction.ts'
import type { Database } from './schema.ts'
import { sqliteDriver } from './sqlite-driver.ts'
import { sqliteEngine } from './sqlite-engine.ts'
import { explainSqlite } from './sqlite-errors.ts'

/** Waiting for a lock stops the whole process, so it is short. Only command lines beside a server meet one. */
const BUSY_TIMEOUT_MS = 3_000

/** "Wher" in ASCII, in the file's header: tells our files from those of other programs. */
const APPLICATION_ID = 0x57_68_65_72

/**
 * Opens the database, making folder (0700) and file (0600) when missing; ':memory:' keeps everything in memory.
 *
 * Fails: `StoreError` naming the path and what was expected: not writable, not SQLite, another program's.
 */
export async function openSqlite({
  path,
  cipher,
}: {
  path: string
  cipher: Cipher
}): Promise<OpenStore> {
  const file = path === ':memory:' ? path : prepareFile(resolve(path))
  const database = openFile(file)
  const db = new Kysely<Database>({
    dialect: new SqliteDialect({ database: sqliteDriver(database, file) }),
  })
  const on = { db, cipher, engine: sqliteEngine }
  try {
    await migrate(db, sqliteEngine)
    await checkKeyIds(db, cipher)
  } catch (error) {
    database.close()
    throw error
  }
  const checkpoint = () => void database.pragma('wal_checkpoint(TRUNCATE)')

  // One connection: whoever comes waits here, in order.
  let tail: Promise<unknown> = Promise.resolve()
  let closed = false
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    if (closed) return Promise.reject(new StoreError(`Database ${file}: it is closed.`))
    const result = tail.then(task)
    tail = result.catch(() => undefined)
    return result
  }

  return {
    async transaction(work) {
      refuseNesting()
      return inTurn(async () => {
        const { result, erased } = await runTransaction(on, work)
        // The log of changes still holds what was there before.
        if (erased) checkpoint()
        return result
      })
    },
    async ping() {
      if (closed) throw new StoreError(`Database ${file}: it is closed.`)
      try {
        database.prepare('select count(*) from migrations').get()
      } catch (error) {
        throw explainSqlite(error, file)
      }
    },
    // One process has the file.
    bus: createLocalBus(),
    leads: () => Promise.resolve(true),
    reencrypt: () => reencrypt((work) => inTurn(() => db.transaction().execute(work)), cipher),
    async [Symbol.asyncDispose]() {
      if (closed) return
      closed = true
      await tail
      try {
        checkpoint()
      } finally {
        database.close()
      }
    },
  }
}

/** Makes sure that there is a file that may be written, and that nobody else may read it. */
function prepareFile(path: string): string {
  const refuse = (what: string, cause: unknown) =>
    new StoreError(`Cannot open the database ${path}: ${what}`, { cause })
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  } catch (error) {
    throw refuse(
      `its folder cannot be made. Expected a folder, or a place where one can be.`,
      error,
    )
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw refuse('it is a folder. Expected a file, or nothing.', undefined)
  }
  try {
    closeSync(openSync(path, 'a', 0o600))
    // SQLite keeps two more files beside it.
    accessSync(dirname(path), constants.W_OK)
  } catch (error) {
    throw refuse(
      'it is read-only, or its folder is. Expected a file and a folder that this process may write to.',
      error,
    )
  }
  try {
    chmodSync(path, 0o600)
  } catch {
    // Somebody else's file that we may write: its owner answers for who may read it.
  }
  return path
}

function openFile(path: string): Sqlite.Database {
  let database: Sqlite.Database | undefined
  try {
    database = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS })
    refuseForeign(database, path)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    // What is deleted is overwritten: an erased person's text must not be in free pages.
    database.pragma('secure_delete = ON')
    database.pragma(`application_id = ${APPLICATION_ID}`)
    return database
  } catch (error) {
    database?.close()
    throw explainSqlite(error, path)
  }
}

function refuseForeign(database: Sqlite.Database, path: string): void {
  const id = database.pragma('application_id', { simple: true })
  const tables = database.prepare('select count(*) from sqlite_master').pluck().get()
  if (id === APPLICATION_ID || (id === 0 && tables === 0)) return
  throw new StoreError(
    `Cannot open the database ${path}: it is another program's. Expected a database made by this program, or no file.`,
  )
}
