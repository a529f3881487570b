/** SQLite's ways: one writer at a time, so there is nothing to lock. */
import { sql } from 'kysely'
import type { Engine } from './engine.ts'

/** The engine of one SQLite file. */
export const sqliteEngine: Engine = {
  begin: (db) => db.startTransaction().execute(),
  withSequence: (table) =>
    table.addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement()),
  async appendOnly(db, table) {
    for (const event of ['update', 'delete'] as const) {
      const name = sql.raw(`${table}_no_${event}`)
      await sql`
        create trigger ${name} before ${sql.raw(event)} on ${sql.table(table)}
        begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end
      `.execute(db)
    }
  },
  lockRows: (query) => query,
  exclusive: async () => undefined,
}
