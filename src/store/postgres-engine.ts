/** PostgreSQL's ways: many writers at a time, so transactions are serializable and what must queue takes a lock. */
import { sql } from 'kysely'
import type { Engine } from './engine.ts'
import { Conflict } from './postgres-errors.ts'

/** Our numbers among the advisory locks of a database: "Wher" in ASCII, then what is locked. */
export const LOCK_SPACE = 0x57_68_65_72
const locks = { audit: 1, migrations: 2 } as const

/** Held by a transaction that is run again after a conflict: it is the one that writes the audit log meanwhile. */
export const TURN_LOCK = locks.audit

/** The engine of one PostgreSQL database. */
export const postgresEngine: Engine = {
  // Work is written as though it were alone. Only this level keeps it so, by refusing what would differ.
  begin: (db) => db.startTransaction().setIsolationLevel('serializable').execute(),
  withSequence: (table) =>
    table.addColumn('seq', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity()),
  async appendOnly(db, table) {
    const name = sql.raw(`${table}_append_only`)
    await sql`
      create function ${name}() returns trigger language plpgsql as
      ${sql.lit(`begin raise exception '${table} is append-only'; end`)}
    `.execute(db)
    await sql`
      create trigger ${name} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function ${name}()
    `.execute(db)
  },
  lockRows: (query) => query.forUpdate().skipLocked(),
  async exclusive(db, name) {
    const lock = sql`${sql.lit(LOCK_SPACE)}, ${sql.lit(locks[name])}`
    if (name === 'migrations') {
      await sql`select pg_advisory_xact_lock(${lock})`.execute(db)
      return
    }
    // Whoever waited would go on with the view it had before, in which the other's line is missing.
    const { rows } = await sql<{ got: boolean }>`
      select pg_try_advisory_xact_lock(${lock}) as got
    `.execute(db)
    if (rows[0]?.got !== true) throw new Conflict('another transaction writes the audit log')
  },
}
