/** Plans of tapping exercises, each answered once; and how late local people tap, as counts without a case. */
import { required } from '../engine.ts'
import type { Db } from '../schema.ts'

/** Adds the tables. */
export async function controlChecks({ schema }: Db): Promise<void> {
  await schema
    .createTable('control_checks')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('session_id', 'text', required)
    .addColumn('seed', 'bigint', required)
    .addColumn('variant', 'text', required)
    .addColumn('tempi', 'integer', required)
    .addColumn('state', 'text', required)
    .addColumn('trouble', 'text')
    .addColumn('issued_at', 'bigint', required)
    .addColumn('ended_at', 'bigint')
    .execute()
  await schema
    .createIndex('control_checks_round')
    .on('control_checks')
    .columns(['round_id', 'issued_at'])
    .execute()
  await schema
    .createTable('counted_lateness')
    .addColumn('case_id', 'text', (column) => column.primaryKey().notNull().references('cases.id'))
    .addColumn('round_id', 'text', required)
    .addColumn('counted', 'text', required)
    .execute()
  await schema
    .createTable('usual_lateness')
    .addColumn('input', 'text', required)
    .addColumn('late_ms', 'integer', required)
    .addColumn('people', 'integer', required)
    .addPrimaryKeyConstraint('usual_lateness_key', ['input', 'late_ms'])
    .execute()
}
