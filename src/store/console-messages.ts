/** Messages in the console's channels. */
import type { Insertable, Selectable } from 'kysely'
import { textCard } from '../core/card.ts'
import type { ConsoleMessage, Tx } from '../usecases/records.ts'
import { createCells, type Cells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['console_messages']>

/** Seen by people in the console in place of a card whose case was erased. */
const ERASED_CARD = textCard('Erased', [
  'This message was about a candidate whose data were erased.',
])

/** The console's messages in one transaction. */
export function createConsoleMessages(trx: Trx, cipher: Cipher): Tx['console'] {
  const cells = createCells(cipher, 'console_messages')
  return {
    async upsert(message) {
      const { id: _id, at: _at, ...changed } = toRow(message, cells)
      await trx
        .insertInto('console_messages')
        .values(toRow(message, cells))
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .execute()
    },

    async get(id) {
      const row = await trx
        .selectFrom('console_messages')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && fromRow(row, cells)
    },

    async byKey(channel, key) {
      const row = await trx
        .selectFrom('console_messages')
        .selectAll()
        .where('channel', '=', channel)
        .where('key', '=', key)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && fromRow(row, cells)
    },

    async latest(channel, limit) {
      const rows = await trx
        .selectFrom('console_messages')
        .selectAll()
        .where('channel', '=', channel)
        .orderBy('at', 'desc')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute()
      return rows.reverse().map((row) => fromRow(row, cells))
    },
  }
}

function toRow(
  message: ConsoleMessage,
  cells: Cells<'console_messages'>,
): Insertable<Database['console_messages']> {
  return {
    id: message.id,
    key: message.key,
    channel: message.channel,
    case_id: message.caseId,
    card: cells.seal('card', message.id, message.card),
    at: message.at,
    edited_at: message.editedAt,
    removed: Number(message.removed),
  }
}

function fromRow(row: Row, cells: Cells<'console_messages'>): ConsoleMessage {
  return {
    id: row.id,
    key: row.key,
    channel: row.channel,
    caseId: row.case_id,
    card: cells.open('card', row.id, row.card, ERASED_CARD),
    at: row.at,
    editedAt: row.edited_at,
    removed: row.removed === 1,
  }
}
