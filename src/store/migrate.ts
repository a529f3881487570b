/** Brings a database to the tables this program knows. */
import type { Engine } from './engine.ts'
import { initial } from './migrations/20261122T0230-initial.ts'
import { holdAndCoverage } from './migrations/20261125T1630-hold-and-coverage.ts'
import { controlChecks } from './migrations/20261125T1710-control-checks.ts'
import { mails } from './migrations/20261125T1735-mails.ts'
import { calls } from './migrations/20261125T1920-calls.ts'
import { controlParts } from './migrations/20261125T1930-control-parts.ts'
import type { Db } from './schema.ts'

/** Every migration, oldest first. A released one is never edited; a new one goes to the end. */
const migrations: readonly { name: string; up: (db: Db, engine: Engine) => Promise<void> }[] = [
  { name: '20261122T0230-initial', up: initial },
  { name: '20261125T1630-hold-and-coverage', up: holdAndCoverage },
  { name: '20261125T1710-control-checks', up: controlChecks },
  { name: '20261125T1735-mails', up: mails },
  { name: '20261125T1920-calls', up: calls },
  { name: '20261125T1930-control-parts', up: controlParts },
]

/**
 * Runs what this database has not seen, each migration in one transaction with the note that it ran.
 *
 * Fails: when the database has seen a migration that this program does not know.
 */
export async function migrate(db: Db, engine: Engine): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await engine.exclusive(trx, 'migrations')
    await trx.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .execute()
  })
  for (const [index, { name, up }] of migrations.entries()) {
    await db.transaction().execute(async (trx) => {
      await engine.exclusive(trx, 'migrations')
      const ran = (await trx.selectFrom('migrations').select('name').execute()).map(
        (row) => row.name,
      )
      if (index === 0) refuseUnknown(ran)
      if (ran.includes(name)) return
      await up(trx, engine)
      await trx.insertInto('migrations').values({ name }).execute()
    })
  }
}

function refuseUnknown(ran: readonly string[]): void {
  const known = migrations.map(({ name }) => name)
  const unknown = ran.filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  throw new Error(
    `The database was made by a newer version: it has seen ${unknown.join(', ')}, ` +
      `this version knows up to ${known.at(-1) ?? 'nothing'}. Start the newer version.`,
  )
}
