/** What goes with time, whoever asked for nothing; `fields.ts` says which column goes when. */
import type { Trx } from './schema.ts'

/**
 * Removes readings of rounds that ended before, and what only served to take them: looks at the link, links, sessions,
 * tapping exercises, mails, declarations. Held cases keep theirs.
 *
 * Out: how many readings.
 */
export async function letGoOfReadings(trx: Trx, endedBefore: number): Promise<number> {
  const over = trx
    .selectFrom('rounds')
    .innerJoin('cases', 'cases.id', 'rounds.case_id')
    .select('rounds.id')
    .where('rounds.end_at', '<', endedBefore)
    .where('cases.held_at', 'is', null)
  const { numDeletedRows } = await trx
    .deleteFrom('signals')
    .where('round_id', 'in', over)
    .executeTakeFirst()
  await trx.deleteFrom('previews').where('round_id', 'in', over).execute()
  await trx.deleteFrom('control_checks').where('round_id', 'in', over).execute()
  await trx.deleteFrom('mails').where('round_id', 'in', over).execute()
  await trx.deleteFrom('links').where('round_id', 'in', over).execute()
  await trx.deleteFrom('sessions').where('round_id', 'in', over).execute()
  await trx
    .updateTable('rounds')
    .set({ declared: null })
    .where('id', 'in', over)
    .where('declared', 'is not', null)
    .execute()
  return Number(numDeletedRows)
}

/** Removes what is left of erased cases that were opened before. The audit log stays. Out: how many cases. */
export async function letGoOfRecords(
  trx: Trx,
  createdBefore: number,
  limit: number,
): Promise<number> {
  const rows = await trx
    .selectFrom('cases')
    .select('id')
    .where('state', '=', 'forgotten')
    .where('created_at', '<', createdBefore)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  const cases = rows.map(({ id }) => id)
  if (cases.length === 0) return 0
  const rounds = trx.selectFrom('rounds').select('id').where('case_id', 'in', cases)
  for (const table of [
    'signals',
    'previews',
    'control_checks',
    'mails',
    'calls',
    'links',
    'sessions',
    'verdicts',
    'reviews',
    'requests',
  ] as const) {
    await trx.deleteFrom(table).where('round_id', 'in', rounds).execute()
  }
  for (const table of [
    'outbox',
    'refs',
    'console_messages',
    'counted_lateness',
    'rounds',
  ] as const) {
    await trx.deleteFrom(table).where('case_id', 'in', cases).execute()
  }
  await trx.deleteFrom('cases').where('id', 'in', cases).execute()
  return cases.length
}
