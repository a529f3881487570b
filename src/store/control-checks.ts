/** Plans of tapping exercises. Why one came to nothing can tell of a person, so it is encrypted. */
import type { Selectable } from 'kysely'
import type { ControlCheckRecord, Tx } from '../usecases/records.ts'
import { createCells, type Cells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['control_checks']>

/** Plans in one transaction. */
export function createControlChecks(trx: Trx, cipher: Cipher): Tx['controlChecks'] {
  const cells = createCells(cipher, 'control_checks')
  return {
    async insert(record) {
      await trx.insertInto('control_checks').values(toRow(record, cells)).execute()
    },

    async get(id) {
      const row = await trx
        .selectFrom('control_checks')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && fromRow(row, cells)
    },

    async ofRound(roundId) {
      const rows = await trx
        .selectFrom('control_checks')
        .selectAll()
        .where('round_id', '=', roundId)
        .orderBy('issued_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => fromRow(row, cells))
    },

    async end(id, { state, trouble, endedAt }) {
      const { numUpdatedRows } = await trx
        .updateTable('control_checks')
        .set({ state, trouble: cells.seal('trouble', id, trouble), ended_at: endedAt })
        .where('id', '=', id)
        .where('state', '=', 'issued')
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async supersedeAll(roundId, at) {
      await trx
        .updateTable('control_checks')
        .set({ state: 'superseded', ended_at: at })
        .where('round_id', '=', roundId)
        .where('state', '=', 'issued')
        .execute()
    },
  }
}

function toRow(record: ControlCheckRecord, cells: Cells<'control_checks'>): Row {
  return {
    id: record.id,
    round_id: record.roundId,
    session_id: record.sessionId,
    seed: record.seed,
    part: record.part,
    variant: record.variant,
    tempi: record.tempi,
    state: record.state,
    trouble: cells.seal('trouble', record.id, record.trouble),
    issued_at: record.issuedAt,
    ended_at: record.endedAt,
  }
}

function fromRow(row: Row, cells: Cells<'control_checks'>): ControlCheckRecord {
  return {
    id: row.id,
    roundId: row.round_id,
    sessionId: row.session_id,
    seed: row.seed,
    part: row.part,
    variant: row.variant,
    tempi: row.tempi,
    state: row.state,
    trouble: cells.open<ControlCheckRecord['trouble']>('trouble', row.id, row.trouble, null),
    issuedAt: row.issued_at,
    endedAt: row.ended_at,
  }
}
