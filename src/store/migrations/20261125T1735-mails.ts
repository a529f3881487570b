/** Mails to candidates, which hold their link in clear until they are sent, and so are encrypted. */
import { required } from '../engine.ts'
import type { Db } from '../schema.ts'

/** Adds the table. */
export async function mails({ schema }: Db): Promise<void> {
  await schema
    .createTable('mails')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('kind', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('link', 'text')
    .addColumn('why', 'text')
    .addColumn('due_at', 'bigint', required)
    .addColumn('attempts', 'integer', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('at', 'bigint', required)
    .execute()
  await schema.createIndex('mails_round').on('mails').column('round_id').execute()
  await schema.createIndex('mails_due').on('mails').columns(['state', 'due_at']).execute()
}
