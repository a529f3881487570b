/**
 * How late local people tap: counts of people by input and lateness, which name nobody and outlive every case.
 *
 * What a case was counted as is kept with it, encrypted, so that a person counts once, and no longer when the decision
 * on them changes; when the case is erased that link goes, and the count stays.
 */
import type { LatenessCount } from '../core/usual-lateness.ts'
import type { Tx } from '../usecases/records.ts'
import { createCells } from './cells.ts'
import type { Cipher } from './cipher.ts'
import type { Trx } from './schema.ts'

type Counted = Omit<LatenessCount, 'people'>

/** Counts in one transaction. */
export function createUsualLateness(trx: Trx, cipher: Cipher): Tx['usualLateness'] {
  const cells = createCells(cipher, 'counted_lateness')

  async function change({ input, lateMs }: Counted, by: 1 | -1): Promise<void> {
    const known = await trx
      .selectFrom('usual_lateness')
      .select('people')
      .where('input', '=', input)
      .where('late_ms', '=', lateMs)
      .executeTakeFirst()
    const people = (known?.people ?? 0) + by
    if (known === undefined) {
      await trx
        .insertInto('usual_lateness')
        .values({ input, late_ms: lateMs, people: Math.max(0, people) })
        .execute()
      return
    }
    await trx
      .updateTable('usual_lateness')
      .set({ people: Math.max(0, people) })
      .where('input', '=', input)
      .where('late_ms', '=', lateMs)
      .execute()
  }

  return {
    async counts() {
      const rows = await trx
        .selectFrom('usual_lateness')
        .selectAll()
        .where('people', '>', 0)
        .orderBy('input')
        .orderBy('late_ms')
        .execute()
      return rows.map(({ input, late_ms, people }) => ({ input, lateMs: late_ms, people }))
    },

    async count(caseId, roundId, counted) {
      const known = await trx
        .selectFrom('counted_lateness')
        .select('round_id')
        .where('case_id', '=', caseId)
        .executeTakeFirst()
      if (known !== undefined) return false
      await trx
        .insertInto('counted_lateness')
        .values({
          case_id: caseId,
          round_id: roundId,
          counted: cells.seal('counted', caseId, counted),
        })
        .execute()
      await change(counted, 1)
      return true
    },

    async uncount(caseId, roundId) {
      const known = await trx
        .selectFrom('counted_lateness')
        .select('counted')
        .where('case_id', '=', caseId)
        .where('round_id', '=', roundId)
        .executeTakeFirst()
      if (known === undefined) return false
      await trx.deleteFrom('counted_lateness').where('case_id', '=', caseId).execute()
      const counted = cells.open<Counted | null>('counted', caseId, known.counted, null)
      if (counted !== null) await change(counted, -1)
      return true
    },
  }
}
