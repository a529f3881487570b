/** Letting go: readings and cases after the configured times, permissions once expired. */
import type { Ports } from './ports.ts'
import { forgetCase } from './manage-round.ts'

const DAY_MS = 86_400_000

/** Results of submissions are kept this long, so that a late retry still finds them. */
const ONCE_MS = 2 * DAY_MS

/** Cases forgotten, and records removed, in one run. */
const AT_ONCE = 100

/** Removes what is past its time. Out: how much went. */
export async function purge(
  ports: Ports,
): Promise<{ signals: number; cases: number; records: number }> {
  const now = ports.clock.now()
  const { rawDays, caseDays, recordDays } = ports.settings.retention
  const { signals, records, old } = await ports.store.transaction(async (tx) => {
    await tx.grants.purge(now)
    await tx.once.purge(now - ONCE_MS)
    return {
      signals: await tx.letGoOfReadings(now - rawDays * DAY_MS),
      records: await tx.letGoOfRecords(now - recordDays * DAY_MS, AT_ONCE),
      old: await tx.cases.createdBefore(now - caseDays * DAY_MS, AT_ONCE),
    }
  })
  for (const caseId of old) {
    await forgetCase(ports, { platform: 'system', id: 'purge', name: 'Retention' }, caseId)
  }
  return { signals, cases: old.length, records }
}
