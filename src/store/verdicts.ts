/** Verdicts over time: states and weights readable, the words of the evidence encrypted. */
import { randomUUID } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import type { VerdictRecord, Tx } from '../usecases/records.ts'
import { createCells, type Cells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['verdicts']>

/** Verdicts in one transaction. */
export function createVerdicts(trx: Trx, cipher: Cipher): Tx['verdicts'] {
  const cells = createCells(cipher, 'verdicts')
  return {
    async append(record) {
      await trx.insertInto('verdicts').values(toRow(record, cells)).execute()
    },

    async latest(roundId) {
      const row = await trx
        .selectFrom('verdicts')
        .selectAll()
        .where('round_id', '=', roundId)
        .orderBy('at', 'desc')
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && fromRow(row, cells)
    },

    async ofRound(roundId) {
      const rows = await trx
        .selectFrom('verdicts')
        .selectAll()
        .where('round_id', '=', roundId)
        .orderBy('at')
        .orderBy('seq')
        .execute()
      return rows.map((row) => fromRow(row, cells))
    },
  }
}

function toRow(record: VerdictRecord, cells: Cells<'verdicts'>): Insertable<Database['verdicts']> {
  const id = randomUUID()
  return {
    id,
    round_id: record.roundId,
    at: record.at,
    overall: record.verdict.overall,
    verdict: JSON.stringify(record.verdict),
    evidence: cells.seal('evidence', id, record.evidence),
  }
}

function fromRow(row: Row, cells: Cells<'verdicts'>): VerdictRecord {
  return {
    roundId: row.round_id,
    at: row.at,
    verdict: JSON.parse(row.verdict),
    evidence: cells.open('evidence', row.id, row.evidence, []),
  }
}
