/** Judging a case that is in a file: the same checks, policy and verdict, without a server. */
import { assess, askedAxes } from '../core/assess.ts'
import { toMs, type Bundle } from '../core/bundle.ts'
import { checks } from '../core/checks/index.ts'
import { NOTHING_DECLARED, type Place } from '../core/claim.ts'
import { parseSignal, type Signal } from '../core/signals.ts'
import { policy } from '../core/weights.ts'
import type { Lookups } from './ports.ts'
import { toEvidenceDto, toVerdictDto, type EvidenceDto, type VerdictDto } from './read-case.ts'

/** The verdict on a bundle; the top level is the latest round's. */
export interface BundleVerdict {
  verdict: VerdictDto
  evidence: EvidenceDto[]
  rounds: { verdict: VerdictDto; evidence: EvidenceDto[] }[]
  /** What was left out, and why: an unknown signal, a source it is not believed from, a place not found. */
  notes: string[]
}

/** Judges every round. In: lookups fill place, phone, and location and network of each address; null leaves them out. */
export function assessBundle(
  bundle: Bundle,
  lookups: Pick<Lookups, 'place' | 'phone' | 'ipLocation' | 'ipNetwork'> | null,
): BundleVerdict {
  const notes: string[] = []
  const place = placeOf(bundle, lookups, notes)
  const rounds = bundle.rounds.map((round, index) => {
    const startAt = toMs(round.window.start)
    const signals = [
      ...statedSignals(bundle, place, lookups, startAt),
      ...readSignals(round.signals, lookups, notes),
    ]
    const asked = askedAxes({
      controlCheck: round.controlCheck ?? false,
      number: index + 1,
      callData: false,
      factsGiven: false,
    })
    const endAt = toMs(round.window.end)
    const { verdict, evidence } = assess({ signals, startAt, endAt, asked }, checks, policy)
    return { verdict: toVerdictDto(verdict), evidence: evidence.map(toEvidenceDto) }
  })
  const latest = rounds.at(-1)
  if (latest === undefined) throw new Error('a bundle has at least one round')
  return { ...latest, rounds, notes }
}

function placeOf(
  { claims }: Bundle,
  lookups: Pick<Lookups, 'place'> | null,
  notes: string[],
): Place | undefined {
  if (typeof claims.place !== 'string') return claims.place
  if (lookups === null) {
    notes.push('The place is text: run with --lookup to find it.')
    return undefined
  }
  const answer = lookups.place.resolve(claims.place)
  if ('place' in answer) return answer.place
  notes.push(
    'unknown' in answer
      ? `The place “${claims.place}” is not known.`
      : `The place “${claims.place}” may mean: ${answer.ambiguous.map(({ label }) => label).join('; ')}.`,
  )
  return undefined
}

function statedSignals(
  { claims }: Bundle,
  place: Place | undefined,
  lookups: Pick<Lookups, 'phone'> | null,
  at: number,
): Signal[] {
  const record = { at, source: 'record' as const }
  // Without a place only a number with its country code can be read.
  const country = place?.country ?? ''
  const declared = { ...NOTHING_DECLARED, ...withoutUndefined(claims.declared ?? {}) }
  return [
    { name: 'declared', at, source: 'human', value: declared },
    ...(place === undefined ? [] : [{ ...record, name: 'claimedPlace' as const, value: place }]),
    ...(claims.phone === undefined || lookups === null
      ? []
      : [{ ...record, name: 'phone' as const, ...lookups.phone(claims.phone, country) }]),
  ]
}

function withoutUndefined<T extends object>(record: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined)
  // Only keys without a value were taken out.
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> }
}

function readSignals(
  raw: Bundle['rounds'][number]['signals'],
  lookups: Pick<Lookups, 'ipLocation' | 'ipNetwork'> | null,
  notes: string[],
): Signal[] {
  return raw.flatMap((entry) => {
    const signal = parseSignal({ ...entry, at: toMs(entry.at) })
    if (signal === undefined) {
      notes.push(`Left out: “${entry.name}” from “${entry.source}” is not a signal we believe.`)
      return []
    }
    if (signal.name !== 'address' || !('value' in signal) || lookups === null) return [signal]
    const head = { at: signal.at, source: 'server' } as const
    return [
      signal,
      { ...head, name: 'addressLocations', ...lookups.ipLocation(signal.value) },
      { ...head, name: 'addressNetworks', ...lookups.ipNetwork(signal.value) },
    ]
  })
}
