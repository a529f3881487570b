/** Which part of the tapping exercise a plan is of: the whole, or what is asked for besides. */
import type { Db } from '../schema.ts'

/** Adds the column; every plan so far is of the whole. */
export async function controlParts({ schema }: Db): Promise<void> {
  await schema
    .alterTable('control_checks')
    .addColumn('part', 'text', (column) => column.notNull().defaultTo('whole'))
    .execute()
}
