/** What candidates asked for. */
import type { Insertable, Selectable } from 'kysely'
import type { RequestRecord, Tx } from '../usecases/records.ts'
import { createCells, type Cells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['requests']>

/** Requests in one transaction. */
export function createRequests(trx: Trx, cipher: Cipher): Tx['requests'] {
  const cells = createCells(cipher, 'requests')
  return {
    async append(record) {
      await trx.insertInto('requests').values(toRow(record, cells)).execute()
    },

    async ofRound(roundId) {
      const rows = await trx
        .selectFrom('requests')
        .selectAll()
        .where('round_id', '=', roundId)
        .orderBy('at')
        .orderBy('seq')
        .execute()
      return rows.map((row) => fromRow(row, cells))
    },
  }
}

function toRow(record: RequestRecord, cells: Cells<'requests'>): Insertable<Database['requests']> {
  return {
    id: record.id,
    round_id: record.roundId,
    kind: record.kind,
    text: cells.seal('text', record.id, record.text),
    at: record.at,
  }
}

function fromRow(row: Row, cells: Cells<'requests'>): RequestRecord {
  return {
    id: row.id,
    roundId: row.round_id,
    kind: row.kind,
    text: cells.open('text', row.id, row.text, ''),
    at: row.at,
  }
}
