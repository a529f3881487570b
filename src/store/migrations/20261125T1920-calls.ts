/** Accounts of candidates whose times in a call are noted: encrypted, and found by keyed hashes. */
import { required } from '../engine.ts'
import type { Db } from '../schema.ts'

/** Adds the table. */
export async function calls({ schema }: Db): Promise<void> {
  await schema
    .createTable('calls')
    .addColumn('round_id', 'text', (column) =>
      column.primaryKey().notNull().references('rounds.id'),
    )
    .addColumn('service', 'text', required)
    .addColumn('subject', 'text')
    .addColumn('person_hash', 'text')
    .addColumn('server_hash', 'text')
    .addColumn('heard_at', 'bigint')
    .execute()
  await schema.createIndex('calls_person').on('calls').column('person_hash').execute()
  await schema.createIndex('calls_server').on('calls').column('server_hash').execute()
}
