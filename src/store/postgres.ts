/** The store in one PostgreSQL database, which several processes may share. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Tx } from '../usecases/records.ts'
import type { Cipher } from './cipher.ts'
import { checkKeyIds } from './key-ids.ts'
import { migrate } from './migrate.ts'
import { StoreError, type OpenStore } from './open-store.ts'
import { LOCK_SPACE, postgresEngine, TURN_LOCK } from './postgres-engine.ts'
import { Conflict, ConnectionLost, unreachable } from './postgres-errors.ts'
import { openLine } from './postgres-line.ts'
import { connectionTo, poolOf, postgresPool } from './postgres-pool.ts'
import { reencrypt } from './reencrypt.ts'
import { refuseNesting, runTransaction } from './run-transaction.ts'
import type { Database, Db, Trx } from './schema.ts'

/** How long work waits for a server that does not answer: a restart takes a second or two. */
const PATIENCE_MS = 8_000
const FIRST_WAIT_MS = 50
const LONGEST_WAIT_MS = 1_000

/** Runs that hold the turn; only what writes nothing to the audit log can still be quicker. */
const RUNS_IN_TURN = 20
/** A value that is taken this often is taken for good. */
const RUNS_IF_TAKEN = 2

/**
 * Opens the database, making its tables when they are missing.
 *
 * In: the address may name a password; no fault repeats it. Fails: `StoreError` naming server and database and what
 * was expected: no answer, wrong password, no such database, another program's.
 */
export async function openPostgres({
  url,
  cipher,
}: {
  url: string
  cipher: Cipher
}): Promise<OpenStore> {
  // Only those who use it load it.
  const { default: pg } = await import('pg')
  const where = nameOf(url)
  const connection = connectionTo(url, pg.types)
  const pool = postgresPool(new pg.Pool(poolOf(connection)), where)
  const db: Db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const on = { db, cipher, engine: postgresEngine }
  const line = openLine(() => new pg.Client(connection))
  let closed = false

  /** Runs it again while no server answers, as long as anybody would wait. */
  async function patiently<T>(task: () => Promise<T>): Promise<T> {
    const until = performance.now() + PATIENCE_MS
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      try {
        return await task()
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error
        if (performance.now() + wait > until) throw unreachable(where, error)
        await sleep(wait)
      }
    }
  }

  try {
    await patiently(() => prepare(db, where, cipher))
  } catch (error) {
    await pool.end()
    throw error
  }

  const inTurn = createTurns(db)
  /** Runs it, and after a conflict again in turn. */
  async function attempt<T>(run: (db: Db) => Promise<T>): Promise<T> {
    try {
      return await run(db)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return inTurn(run)
    }
  }
  const underWay = new Set<Promise<unknown>>()
  function start<T>(run: (db: Db) => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new StoreError(`Database ${where}: it is closed.`))
    const result = patiently(() => attempt(run))
    underWay.add(result)
    const over = () => void underWay.delete(result)
    result.then(over, over)
    return result
  }

  return {
    async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      refuseNesting()
      const { result } = await start((db) => runTransaction({ ...on, db }, work))
      return result
    },
    async ping() {
      if (closed) throw new StoreError(`Database ${where}: it is closed.`)
      try {
        await sql`select 1 from migrations limit 1`.execute(db)
      } catch (error) {
        throw error instanceof ConnectionLost ? unreachable(where, error) : error
      }
    },
    bus: line.bus,
    leads: line.leads,
    reencrypt: () => reencrypt((work) => start((db) => serializable(db, work)), cipher),
    async [Symbol.asyncDispose]() {
      if (closed) return
      closed = true
      await Promise.allSettled(underWay)
      await line[Symbol.asyncDispose]()
      await pool.end()
    },
  }
}

/** Server and database, as faults name them. */
function nameOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url)
  return `postgres://${host || (searchParams.get('host') ?? 'localhost')}${pathname}`
}

async function prepare(db: Db, where: string, cipher: Cipher): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db)
  const encoding = rows[0]?.server_encoding
  if (encoding !== 'UTF8') {
    const made = 'Expected one made with encoding UTF8.'
    throw new StoreError(`Database ${where}: its encoding is ${String(encoding)}. ${made}`)
  }
  await migrate(db, postgresEngine)
  await checkKeyIds(db, cipher)
}

function serializable<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('serializable').execute(work)
}

/**
 * Runs what met a conflict again, one at a time in all processes, until it gets through.
 *
 * The lock is taken before the transaction begins, so that its view of the audit log is the latest. Those of this
 * process queue up among themselves first, and so occupy one connection.
 */
function createTurns(db: Db) {
  let tail: Promise<unknown> = Promise.resolve()
  const lock = sql`${sql.lit(LOCK_SPACE)}, ${sql.lit(TURN_LOCK)}`
  return <T>(run: (db: Db) => Promise<T>): Promise<T> => {
    const turn = () =>
      db.connection().execute(async (one) => {
        await sql`select pg_advisory_lock(${lock})`.execute(one)
        try {
          return await untilThrough(() => run(one))
        } finally {
          // A lost connection has given it back already.
          await sql`select pg_advisory_unlock(${lock})`.execute(one).catch(() => undefined)
        }
      })
    const result = tail.then(turn)
    tail = result.catch(() => undefined)
    return result
  }
}

async function untilThrough<T>(run: () => Promise<T>): Promise<T> {
  for (let runs = 1; ; runs++) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      if (runs >= (error.perhapsForGood ? RUNS_IF_TAKEN : RUNS_IN_TURN)) throw error
      await sleep(runs)
    }
  }
}
