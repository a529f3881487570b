/** Verdicts over time: states and weights readable, the words of evidence and coverage encrypted. */
import { randomUUID } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import { axes, type Axis } from '../core/check.ts'
import type { Coverage, Verdict } from '../core/verdict.ts'
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

type Coverages = Record<Axis, Coverage>

/** A verdict without words, and the words of its coverage: they can repeat what a candidate declared. */
function splitVerdict(verdict: Verdict): { plain: Verdict; coverage: Coverages } {
  const coverage = byAxis((axis) => verdict.axes[axis].coverage)
  return {
    plain: withCoverage(
      verdict,
      byAxis((axis) => wordless(coverage[axis])),
    ),
    coverage,
  }
}

function wordless({ met }: Coverage): Coverage {
  return { met, missing: [] }
}

function byAxis<T>(of: (axis: Axis) => T): Record<Axis, T> {
  return Object.fromEntries(axes.map((axis) => [axis, of(axis)])) as Record<Axis, T>
}

function withCoverage(verdict: Verdict, coverage: Coverages): Verdict {
  return {
    ...verdict,
    axes: byAxis((axis) => ({ ...verdict.axes[axis], coverage: coverage[axis] })),
  }
}

function toRow(record: VerdictRecord, cells: Cells<'verdicts'>): Insertable<Database['verdicts']> {
  const id = randomUUID()
  const { plain, coverage } = splitVerdict(record.verdict)
  return {
    id,
    round_id: record.roundId,
    at: record.at,
    overall: record.verdict.overall,
    verdict: JSON.stringify(plain),
    evidence: cells.seal('evidence', id, record.evidence),
    coverage: cells.seal('coverage', id, coverage),
  }
}

function fromRow(row: Row, cells: Cells<'verdicts'>): VerdictRecord {
  const plain = JSON.parse(row.verdict) as Verdict
  const coverage = cells.open<Coverages | null>('coverage', row.id, row.coverage, null)
  return {
    roundId: row.round_id,
    at: row.at,
    verdict: coverage === null ? plain : withCoverage(plain, coverage),
    evidence: cells.open('evidence', row.id, row.evidence, []),
  }
}
