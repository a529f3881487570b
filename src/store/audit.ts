/** The chain of the audit log: each line carries the hash of the one before, so that a changed past shows. */
import { createHash } from 'node:crypto'
import type { AuditEvent, AuditRecord } from '../usecases/records.ts'

/** What stands before the first line. */
export const GENESIS: Pick<AuditRecord, 'seq' | 'hash'> = { seq: 0, hash: '0'.repeat(64) }

/** The line that follows another. */
export function chained(event: AuditEvent, last: Pick<AuditRecord, 'seq' | 'hash'>): AuditRecord {
  const seq = last.seq + 1
  return { ...event, seq, previous: last.hash, hash: hashOf(event, seq, last.hash) }
}

/**
 * Whether lines follow one another unchanged.
 *
 * In: lines by ascending `seq`; `last` is the line before them when they are a later page. Out: `brokenAt` is the
 * `seq` of the first line that does not fit what is before it. Lines cut off at the end cannot be seen from within.
 */
export function verifyChain(
  records: readonly AuditRecord[],
  last: Pick<AuditRecord, 'seq' | 'hash'> = GENESIS,
): { whole: true } | { brokenAt: number } {
  let before = last
  for (const record of records) {
    const fits =
      record.seq === before.seq + 1 &&
      record.previous === before.hash &&
      record.hash === hashOf(record, record.seq, record.previous)
    if (!fits) return { brokenAt: record.seq }
    before = record
  }
  return { whole: true }
}

/** JSON with sorted keys and no spaces: the same bytes for the same content. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function hashOf({ at, actor, event, caseId, detail }: AuditEvent, seq: number, previous: string) {
  const { platform, id } = actor
  const content = canonicalJson({ seq, at, actor: { platform, id }, event, caseId, detail })
  return createHash('sha256')
    .update(previous + content)
    .digest('hex')
}
