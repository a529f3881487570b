/** What the application, the manager and the candidate stated, as signals. */
import type { Signal } from '../core/signals.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, RoundRecord } from './records.ts'

/** Made anew each time from the case and its round; none once the case is erased. */
export function statedSignals({ lookups }: Ports, kase: CaseRecord, round: RoundRecord): Signal[] {
  if (kase.claims === null) return []
  const { place, phone } = kase.claims
  const record = { at: round.createdAt, source: 'record' as const }
  return [
    { ...record, name: 'claimedPlace', value: place },
    { name: 'declared', at: round.createdAt, source: 'human', value: round.declared },
    ...(phone === undefined
      ? []
      : [{ ...record, name: 'phone' as const, ...lookups.phone(phone, place.country) }]),
  ]
}
