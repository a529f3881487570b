/** Raw readings, encrypted; name, source and time stay readable. */
import { randomUUID } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import type { Reading, Signal } from '../core/signals.ts'
import type { Tx } from '../usecases/records.ts'
import { createCells, type Cells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['signals']>

/** Rows in one statement: 7 parameters each, far below what either engine takes (32,766 and 65,535). */
const BATCH = 500

/** Readings in one transaction. */
export function createSignals(trx: Trx, cipher: Cipher): Tx['signals'] {
  const cells = createCells(cipher, 'signals')
  return {
    async append(roundId, sessionId, signals) {
      const rows = signals.map((signal) => toRow(signal, roundId, sessionId, cells))
      for (let start = 0; start < rows.length; start += BATCH) {
        await trx
          .insertInto('signals')
          .values(rows.slice(start, start + BATCH))
          .execute()
      }
    },

    async ofRound(roundId) {
      const rows = await trx
        .selectFrom('signals')
        .selectAll()
        .where('round_id', '=', roundId)
        .orderBy('at')
        .orderBy('seq')
        .execute()
      return rows.map((row) => fromRow(row, cells))
    },

    async named(roundId, name) {
      const rows = await trx
        .selectFrom('signals')
        .selectAll()
        .where('round_id', '=', roundId)
        .where('name', '=', name)
        .orderBy('at')
        .orderBy('seq')
        .execute()
      return rows.map((row) => fromRow(row, cells))
    },

    async count(roundId) {
      const { count } = await trx
        .selectFrom('signals')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('round_id', '=', roundId)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
  }
}

function toRow(
  signal: Signal,
  roundId: string,
  sessionId: string | null,
  cells: Cells<'signals'>,
): Insertable<Database['signals']> {
  const id = randomUUID()
  const reading: Reading<unknown> = 'why' in signal ? { why: signal.why } : { value: signal.value }
  return {
    id,
    round_id: roundId,
    session_id: sessionId,
    name: signal.name,
    source: signal.source,
    at: signal.at,
    reading: cells.seal('reading', id, reading),
  }
}

function fromRow(row: Row, cells: Cells<'signals'>): Signal {
  const reading = cells.open<Reading<unknown>>('reading', row.id, row.reading, { why: 'unknown' })
  // Name and value were parsed together before they were stored.
  return { name: row.name, at: row.at, source: row.source, ...reading } as Signal
}
