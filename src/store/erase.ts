/** Erasing what is personal of a case. States, decisions, places of messages and the audit log stay; `fields.ts` says which column does what. */
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
  await trx.deleteFrom('previews').where('round_id', 'in', rounds).execute()
  await trx.deleteFrom('control_checks').where('round_id', 'in', rounds).execute()
  await trx.deleteFrom('mails').where('round_id', 'in', rounds).execute()
  await trx.deleteFrom('calls').where('round_id', 'in', rounds).execute()
  // The count that it went into names nobody, and stays.
  await trx.deleteFrom('counted_lateness').where('case_id', '=', caseId).execute()
  await trx
    .updateTable('verdicts')
    .set({ evidence: null, coverage: null })
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

  await takeNotesAway(trx, caseId, at)
  await trx.updateTable('outbox').set({ last_error: null }).where('case_id', '=', caseId).execute()
  await trx
    .updateTable('console_messages')
    .set({ card: null, edited_at: at })
    .where('case_id', '=', caseId)
    .execute()
}

/**
 * Notes are about the person: what waits is not posted, and a row behind each asks for what was posted to be removed.
 *
 * A living card needs none of it, being drawn anew without the person.
 */
async function takeNotesAway(trx: Trx, caseId: string, at: number): Promise<void> {
  const notes = await trx
    .selectFrom('outbox')
    .select(['key', 'round_id', 'platform', 'channel', 'hidden_until', 'done'])
    .where('case_id', '=', caseId)
    .where('living', '=', 0)
    .where('slot', 'is not', null)
    .execute()
  await trx
    .updateTable('outbox')
    .set({ done: 1, card: null })
    .where('case_id', '=', caseId)
    .where('living', '=', 0)
    .execute()
  for (const { key, round_id, platform, channel, hidden_until, done } of notes) {
    await trx
      .insertInto('outbox')
      .values({
        key,
        // The note itself keeps its slot for ever.
        slot: null,
        living: 0,
        case_id: caseId,
        round_id,
        platform,
        channel,
        card: null,
        // One that is being posted at this moment is there when its time is over.
        due_at: done === 1 ? at : Math.max(at, hidden_until),
        attempts: 0,
        hidden_until: 0,
        done: 0,
        last_error: null,
      })
      .execute()
  }
}
