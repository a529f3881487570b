/** What Kysely is handed instead of the bare driver: one prepared statement per text, checked parameters, clear errors. */
import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { StoreError } from './open-store.ts'
import { explainSqlite } from './sqlite-errors.ts'

/** Distinct texts are few; lists of varying length make more of them. */
const STATEMENTS_KEPT = 500

/** Wraps an open database for Kysely's SQLite dialect. */
export function sqliteDriver(database: Sqlite.Database, path: string): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  let begun = false
  const run = <T>(text: string, work: () => T): T => {
    // A full disk ends a transaction by itself; what came after would be stored one by one.
    if (begun && !database.inTransaction && text !== 'rollback') {
      throw new StoreError(`Database ${path}: this transaction was ended by an earlier fault.`)
    }
    if (text === 'commit' || text === 'rollback') begun = false
    try {
      return work()
    } catch (error) {
      throw explainSqlite(error, path)
    } finally {
      if (text === 'begin') begun = database.inTransaction
    }
  }
  const prepare = (text: string): SqliteStatement => {
    // Takes the write lock at once: a transaction that reads first and writes later would fail
    // without waiting when another process wrote in between (SQLITE_BUSY_SNAPSHOT).
    const statement = database.prepare<unknown[]>(text === 'begin' ? 'begin immediate' : text)
    return {
      reader: statement.reader,
      all: (parameters) => run(text, () => statement.all(parameters.map(toParameter))),
      run: (parameters) => run(text, () => statement.run(parameters.map(toParameter))),
      iterate: (parameters) => statement.iterate(parameters.map(toParameter)),
    }
  }
  return {
    prepare(text) {
      const known = statements.get(text)
      if (known !== undefined) return known
      if (statements.size >= STATEMENTS_KEPT) statements.clear()
      const made = prepare(text)
      statements.set(text, made)
      return made
    },
    close: () => void database.close(),
  }
}

/** Refuses what SQLite would silently store as NULL or as text of another meaning. */
function toParameter(value: unknown, index: number): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
    throw new TypeError(`parameter ${index + 1} of a query is ${String(value)}`)
  }
  return value
}
