/** Reading a case: for programs (API v1) and lists. */
import type { Axis } from '../core/check.ts'
import type { Evidence } from '../core/policy.ts'
import type { RoundView } from '../core/round-card.ts'
import type { Verdict } from '../core/verdict.ts'
import { AppError } from '../core/app-error.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { invitationOf } from './mail-link.ts'
import type { Ports } from './ports.ts'
import type { CaseRecord, RoundRecord, Tx } from './records.ts'

/** A verdict as programs read it. */
export interface VerdictDto {
  overall: Verdict['overall']
  axes: Record<
    Axis,
    { state: Verdict['overall']; bans: number; coverage: { met: boolean; missing: string[] } }
  >
}

/** A finding with its weight as programs read it. */
export type EvidenceDto = Pick<
  Evidence,
  | 'check'
  | 'axis'
  | 'group'
  | 'outcome'
  | 'level'
  | 'bans'
  | 'basis'
  | 'claimed'
  | 'expected'
  | 'observed'
  | 'why'
> & { innocent: string[] }

/** A round as programs read it. Times are ISO 8601 in UTC. */
export interface RoundDto {
  id: string
  window: { start: string; end: string }
  state: RoundRecord['state']
  /** What became of the invitation by mail; null where none was sent. */
  invitation: NonNullable<RoundView['mail']>['state'] | null
  openedAt: string | null
  joinedAt: string | null
  verdict: VerdictDto | null
  evidence: EvidenceDto[]
}

/** A case as programs read it; the top level is the latest round's. */
export interface CaseDto {
  id: string
  state: CaseRecord['state']
  simulated: boolean
  verdict: VerdictDto | null
  evidence: EvidenceDto[]
  rounds: RoundDto[]
  reviews: { by: string; decision: string; reason: string; at: string }[]
}

/** Reads a case. Fails: `not-found`. */
export async function readCase(ports: Ports, caseId: string): Promise<CaseDto> {
  return ports.store.transaction(async (tx) => {
    const kase = await tx.cases.get(caseId)
    if (kase === undefined)
      throw new AppError('not-found', fill(managers.commands.case.unknown, { case: caseId }))
    const rounds: RoundDto[] = []
    for (const round of await tx.rounds.ofCase(caseId)) rounds.push(await readRound(tx, round))
    const latest = rounds.at(-1)
    const reviews = await tx.reviews.ofCase(caseId)
    return {
      id: kase.id,
      state: kase.state,
      simulated: kase.simulated,
      verdict: latest?.verdict ?? null,
      evidence: latest?.evidence ?? [],
      rounds,
      reviews: reviews.map(({ by, decision, reason, at }) => ({
        by: by.name,
        decision,
        reason,
        at: new Date(at).toISOString(),
      })),
    }
  })
}

async function readRound(tx: Tx, round: RoundRecord): Promise<RoundDto> {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  const latest = await tx.verdicts.latest(round.id)
  return {
    id: round.id,
    window: {
      start: new Date(round.startAt).toISOString(),
      end: new Date(round.endAt).toISOString(),
    },
    state: round.state,
    invitation: (await invitationOf(tx, round.id))?.state ?? null,
    openedAt: iso(round.boundAt),
    joinedAt: iso(round.joinedAt),
    verdict: latest ? toVerdictDto(latest.verdict) : null,
    evidence: (latest?.evidence ?? []).map(toEvidenceDto),
  }
}

/** A verdict as programs read it. */
export function toVerdictDto({ overall, axes }: Verdict): VerdictDto {
  const dto = ({ state, bans, coverage }: Verdict['axes'][Axis]) => ({
    state,
    bans,
    coverage: { met: coverage.met, missing: [...coverage.missing] },
  })
  return {
    overall,
    axes: {
      place: dto(axes.place),
      control: dto(axes.control),
      continuity: dto(axes.continuity),
      record: dto(axes.record),
    },
  }
}

/** A finding with its weight as programs read it. */
export function toEvidenceDto(item: Evidence): EvidenceDto {
  const { check, axis, group, outcome, level, bans, basis, claimed, expected, observed, why } = item
  const innocent = outcome === 'contradictory' ? [...item.innocent] : []
  return {
    check,
    axis,
    group,
    outcome,
    level,
    bans,
    basis,
    claimed,
    expected,
    observed,
    why,
    innocent,
  }
}
