/**
 * Messages to bring somewhere.
 *
 * A living card's row says "look again": one that waits is enough, so a new wish falls into it (`slot`). A row being
 * delivered gives its slot up, because what it brings may be older than the new wish. A note keeps its slot for ever,
 * so that it is never posted twice. A row for a note without a slot asks for that note to be taken away (`erase.ts`).
 */
import { sql, type Selectable } from 'kysely'
import type { OutboxRecord, Tx } from '../usecases/records.ts'
import { createCells, type Cells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Engine } from './engine.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['outbox']>

/** The outbox in one transaction. */
export function createOutbox(trx: Trx, cipher: Cipher, engine: Engine): Tx['outbox'] {
  const cells = createCells(cipher, 'outbox')
  return {
    async put(record) {
      await trx
        .insertInto('outbox')
        .values(toRow(record, cells))
        .onConflict((conflict) =>
          // The sooner of both; but a platform that asked for time gets it.
          conflict.column('slot').doUpdateSet({
            due_at: (is) =>
              is
                .case()
                .when(
                  is.and([
                    is('outbox.attempts', '=', 0),
                    is('outbox.due_at', '>', is.ref('excluded.due_at')),
                  ]),
                )
                .then(is.ref('excluded.due_at'))
                .else(is.ref('outbox.due_at'))
                .end(),
          }),
        )
        .execute()
    },

    async claim(now, hiddenUntil, limit) {
      const due = engine.lockRows(
        trx
          .selectFrom('outbox')
          .select('outbox.seq')
          .where('outbox.done', '=', sql.lit(0))
          .where('outbox.due_at', '<=', now)
          .where('outbox.hidden_until', '<=', now)
          .where((is) =>
            is.not(
              is.exists(
                is
                  .selectFrom('outbox as earlier')
                  .select('earlier.seq')
                  .whereRef('earlier.key', '=', 'outbox.key')
                  .whereRef('earlier.seq', '<', 'outbox.seq')
                  .where('earlier.done', '=', sql.lit(0)),
              ),
            ),
          )
          .orderBy('outbox.seq')
          .limit(limit),
      )
      const seqs = (await due.execute()).map((row) => row.seq)
      if (seqs.length === 0) return []
      const rows = await trx
        .updateTable('outbox')
        .set((is) => ({
          hidden_until: hiddenUntil,
          slot: is.case().when('living', '=', 1).then(null).else(is.ref('slot')).end(),
        }))
        .where('seq', 'in', seqs)
        .returningAll()
        .execute()
      return rows.sort((a, b) => a.seq - b.seq).map((row) => fromRow(row, cells))
    },

    async done(id) {
      await trx
        .deleteFrom('outbox')
        .where('seq', '=', id)
        .where((is) => is.or([is('living', '=', 1), is('slot', 'is', null)]))
        .execute()
      await trx
        .updateTable('outbox')
        .set({ done: 1, card: null, last_error: null })
        .where('seq', '=', id)
        .execute()
    },

    async retry(id, dueAt, error) {
      const row = await trx
        .selectFrom('outbox')
        .selectAll()
        .where('seq', '=', id)
        .where('done', '=', 0)
        .executeTakeFirst()
      if (row === undefined) return
      const again = {
        attempts: row.attempts + 1,
        due_at: dueAt,
        last_error: cells.seal('last_error', row.key, error),
      }
      if (row.living === 0) {
        await trx
          .updateTable('outbox')
          .set({ ...again, hidden_until: 0 })
          .where('seq', '=', id)
          .execute()
        return
      }
      // A newer wish waits already: it takes over the waiting, and this one is not needed.
      const newer = await trx
        .updateTable('outbox')
        .set(again)
        .where('slot', '=', row.key)
        .where('seq', '!=', id)
        .executeTakeFirst()
      if (newer.numUpdatedRows > 0n) {
        await trx.deleteFrom('outbox').where('seq', '=', id).execute()
        return
      }
      await trx
        .updateTable('outbox')
        .set({ ...again, slot: row.key, hidden_until: 0 })
        .where('seq', '=', id)
        .execute()
    },

    async release() {
      await trx.updateTable('outbox').set({ hidden_until: 0 }).where('done', '=', 0).execute()
    },

    count: () => countWaiting(trx),
  }
}

/** How many messages are not delivered yet. */
export async function countWaiting(trx: Trx): Promise<number> {
  const { count } = await trx
    .selectFrom('outbox')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('done', '=', sql.lit(0))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function toRow(record: Omit<OutboxRecord, 'id' | 'attempts'>, cells: Cells<'outbox'>) {
  return {
    key: record.key,
    slot: record.key,
    living: Number(record.card === null),
    case_id: record.caseId,
    round_id: record.roundId,
    platform: record.platform,
    channel: record.channel,
    card: cells.seal('card', record.key, record.card),
    due_at: record.dueAt,
    attempts: 0,
    hidden_until: 0,
    done: 0,
    last_error: null,
  }
}

function fromRow(row: Row, cells: Cells<'outbox'>): OutboxRecord {
  return {
    id: row.seq,
    key: row.key,
    caseId: row.case_id,
    platform: row.platform,
    channel: row.channel,
    card: cells.open<OutboxRecord['card']>('card', row.key, row.card, null),
    roundId: row.round_id,
    dueAt: row.due_at,
    attempts: row.attempts,
  }
}
