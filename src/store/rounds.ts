/** Rounds of cases. */
import type { Selectable } from 'kysely'
import { NOTHING_DECLARED } from '../core/claim.ts'
import type { RoundState } from '../core/round.ts'
import type { RoundRecord, Tx } from '../usecases/records.ts'
import { createCells, type Cells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Database, Trx } from './schema.ts'

type Row = Selectable<Database['rounds']>

/** The states in which readings still count. */
export const liveStates: readonly RoundState[] = ['waiting', 'opened', 'judged']

/** Rounds in one transaction. */
export function createRounds(trx: Trx, cipher: Cipher): Tx['rounds'] {
  const cells = createCells(cipher, 'rounds')
  return {
    async insert(record) {
      await trx.insertInto('rounds').values(toRow(record, cells)).execute()
    },

    async get(id) {
      const row = await trx.selectFrom('rounds').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row, cells)
    },

    async update(id, { state, declared, boundAt, joinedAt, closedAt, meetingUrl }) {
      const set = {
        ...(state !== undefined && { state }),
        ...(declared !== undefined && { declared: cells.seal('declared', id, declared) }),
        ...(boundAt !== undefined && { bound_at: boundAt }),
        ...(joinedAt !== undefined && { joined_at: joinedAt }),
        ...(closedAt !== undefined && { closed_at: closedAt }),
        ...(meetingUrl !== undefined && {
          meeting_url: cells.seal('meeting_url', id, meetingUrl),
        }),
      }
      if (Object.keys(set).length === 0) return
      const { numUpdatedRows } = await trx
        .updateTable('rounds')
        .set(set)
        .where('id', '=', id)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new Error(`no round ${id} to update`)
    },

    async ofCase(caseId) {
      const rows = await trx
        .selectFrom('rounds')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('number')
        .execute()
      return rows.map((row) => fromRow(row, cells))
    },

    async over(now, limit) {
      const rows = await trx
        .selectFrom('rounds')
        .selectAll()
        .where('state', 'in', liveStates)
        .where('end_at', '<=', now)
        .orderBy('end_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => fromRow(row, cells))
    },

    async unjudged(boundBefore, limit) {
      const rows = await trx
        .selectFrom('rounds')
        .selectAll()
        .where('state', '=', 'opened')
        .where('bound_at', '<', boundBefore)
        .where((is) =>
          is.not(
            is.exists(
              is
                .selectFrom('verdicts')
                .select('verdicts.seq')
                .whereRef('verdicts.round_id', '=', 'rounds.id'),
            ),
          ),
        )
        .orderBy('bound_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => fromRow(row, cells))
    },
  }
}

function toRow(record: RoundRecord, cells: Cells<'rounds'>): Row {
  return {
    id: record.id,
    case_id: record.caseId,
    number: record.number,
    state: record.state,
    start_at: record.startAt,
    end_at: record.endAt,
    zone: cells.seal('zone', record.id, record.zone),
    meeting_url: cells.seal('meeting_url', record.id, record.meetingUrl),
    control_check: Number(record.controlCheck),
    declared: cells.seal('declared', record.id, record.declared),
    simulated_vantage: record.simulatedVantage && JSON.stringify(record.simulatedVantage),
    created_at: record.createdAt,
    bound_at: record.boundAt,
    joined_at: record.joinedAt,
    closed_at: record.closedAt,
  }
}

function fromRow(row: Row, cells: Cells<'rounds'>): RoundRecord {
  return {
    id: row.id,
    caseId: row.case_id,
    number: row.number,
    state: row.state,
    startAt: row.start_at,
    endAt: row.end_at,
    zone: cells.open('zone', row.id, row.zone, 'UTC'),
    meetingUrl: cells.open<string | null>('meeting_url', row.id, row.meeting_url, null),
    controlCheck: row.control_check === 1,
    declared: cells.open('declared', row.id, row.declared, NOTHING_DECLARED),
    simulatedVantage: row.simulated_vantage === null ? null : JSON.parse(row.simulated_vantage),
    createdAt: row.created_at,
    boundAt: row.bound_at,
    joinedAt: row.joined_at,
    closedAt: row.closed_at,
  }
}
