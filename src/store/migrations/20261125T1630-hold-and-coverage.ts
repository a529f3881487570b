/** Cases can be held; what a verdict lacked is kept encrypted, because it can repeat what a candidate declared. */
import type { Db } from '../schema.ts'

/** A verdict as the first version kept it, as far as it matters here. */
interface Kept {
  axes: Record<string, { coverage: { met: boolean; missing: string[] } }>
}

/** Adds the columns, and drops from earlier verdicts what is now encrypted. */
export async function holdAndCoverage(db: Db): Promise<void> {
  await db.schema.alterTable('cases').addColumn('held_at', 'bigint').execute()
  await db.schema.alterTable('verdicts').addColumn('coverage', 'text').execute()
  const rows = await db.selectFrom('verdicts').select(['seq', 'verdict']).execute()
  for (const { seq, verdict } of rows) {
    const kept = JSON.parse(verdict) as Kept
    for (const axis of Object.values(kept.axes)) {
      axis.coverage = { met: axis.coverage.met, missing: [] }
    }
    await db
      .updateTable('verdicts')
      .set({ verdict: JSON.stringify(kept) })
      .where('seq', '=', seq)
      .execute()
  }
}
