/** Erasing what is personal of a case. States, decisions, places of messages and the audit log stay. */
import type { Trx } from './schema.ts'

/** Erases in one transaction. Nothing is decrypted, so a lost key does not stand in the way. */
export async function erase(trx: Trx, caseId: string, at: number): Promise<void> {
  const rounds = trx.selectFrom('rounds').select('id').where('case_id', '=', caseId)
  const sessions = trx.selectFrom('sessions').select('id').where('round_id', 'in', rounds)

  await trx
    .updateTable('cases')
    .set({ claims: null, email_hash: null, phone_hash: null, updated_at: at })
    .where('id', '=', caseId)
    .execute()
  await trx
    .updateTable('rounds')
    .set({ meeting_url: null, declared: null })
    .where('case_id', '=', caseId)
    .execute()

  await trx.deleteFrom('signals').where('round_id', 'in', rounds).execute()
  await trx
    .updateTable('verdicts')
    .set({ evidence: null })
    .where('round_id', 'in', rounds)
    .execute()
  await trx.updateTable('reviews').set({ reason: null }).where('case_id', '=', caseId).execute()
  await trx.updateTable('requests').set({ text: null }).where('round_id', 'in', rounds).execute()

  await trx
    .deleteFrom('grants')
    .where((is) => is.or([is('subject', '=', caseId), is('subject', 'in', sessions)]))
    .execute()
  await trx.deleteFrom('links').where('round_id', 'in', rounds).execute()
  await trx.deleteFrom('sessions').where('round_id', 'in', rounds).execute()

  // A note that still waits is about the person; a living card will be drawn without them.
  await trx
    .updateTable('outbox')
    .set({ done: 1, card: null })
    .where('case_id', '=', caseId)
    .where('living', '=', 0)
    .execute()
  await trx.updateTable('outbox').set({ last_error: null }).where('case_id', '=', caseId).execute()
  await trx
    .updateTable('console_messages')
    .set({ card: null, edited_at: at })
    .where('case_id', '=', caseId)
    .execute()
}
