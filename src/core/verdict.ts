/** Evidence → verdict, per axis and overall. Pure arithmetic; the order of evidence does not matter. */
import { axes, type Axis } from './check.ts'
import type { Basis, Evidence } from './policy.ts'

/** What an axis, or the whole, can be. `record` is never `contradicted`. */
export const states = ['consistent', 'unclear', 'review', 'contradicted'] as const

/** State of an axis or of the whole. */
export type State = (typeof states)[number]

/** What `consistent` rests on, and what of it is missing. Absence weighs 0; it only keeps `consistent` away. */
export interface Coverage {
  met: boolean
  /** For people: what is missing, one line each. */
  missing: readonly string[]
  /** The one of these lines that tells of a tunnel, and asks for a minute without it. */
  tunnel?: string
}

/** All findings of one cause, added up. */
export interface Group {
  group: string
  bans: number
  /** Basis of its strongest finding. */
  basis: Basis
}

/** One axis of a verdict. */
export interface AxisVerdict {
  state: State
  /** Sum of the groups in bans, −3…3. */
  bans: number
  coverage: Coverage
  groups: readonly Group[]
}

/** A verdict. */
export interface Verdict {
  overall: State
  axes: Readonly<Record<Axis, AxisVerdict>>
  /** The axes that count for `overall`. */
  asked: readonly Axis[]
  policyVersion: string
}

/** Everything a verdict is made from. */
export interface Judgeable {
  evidence: readonly Evidence[]
  coverage: Readonly<Record<Axis, Coverage>>
  asked: readonly Axis[]
  /** Known or declared tunnel: `place` can then not be `consistent`. */
  behindTunnel: boolean
  remoteDesktopDeclared: boolean
  policyVersion: string
}

/** Clips and thresholds of the verdict, in bans. Source: product design, "Adding up" and "Per axis". */
export const LIMITS = {
  group: { min: -1, max: 1.5 },
  axis: 3,
  /** Share at which the weaker findings of a group count. */
  restShare: 0.25,
  contradicted: 1.7,
  contradictedLead: 1,
  review: 0.5,
  reviewAnyBasis: 1,
  consistent: 0.3,
  notable: 0.4,
} as const

/** Weights are tenths in truth; comparing exact sums of doubles would make 1.0 + 0.7 fall short of 1.7. */
const EPSILON = 1e-9

/** Whether a ≥ b up to rounding. */
function atLeast(a: number, b: number): boolean {
  return a >= b - EPSILON
}

function clip(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value))
}

/** Strongest + ¼ of the rest; 0 for none. Sorted first, so that the order of evidence cannot move a rounding bit. */
function strongestAndRest(bans: readonly number[]): number {
  const [strongest = 0, ...rest] = [...bans].sort((a, b) => Math.abs(b) - Math.abs(a))
  return strongest + LIMITS.restShare * rest.reduce((sum, value) => sum + value, 0)
}

/**
 * Adds up the findings of one cause.
 *
 * In: evidence of one group, each with bans ≠ 0. Out: clipped to −1…1.5.
 */
export function addUpGroup(group: string, evidence: readonly Evidence[]): Group {
  const all = evidence.map((item) => item.bans)
  const bans = clip(
    strongestAndRest(all.filter((value) => value > 0)) +
      strongestAndRest(all.filter((value) => value < 0)),
    LIMITS.group.min,
    LIMITS.group.max,
  )
  const ranked = [...evidence].sort(
    (a, b) =>
      Math.abs(b.bans) - Math.abs(a.bans) ||
      b.bans - a.bans ||
      basisRank(b.basis) - basisRank(a.basis),
  )
  return { group, bans, basis: ranked[0]?.basis ?? 'judgement' }
}

function basisRank(basis: Basis | null): number {
  return basis === 'data' ? 2 : basis === 'argued' ? 1 : 0
}

/** Judges one axis from its evidence. */
function judgeAxis(axis: Axis, from: Judgeable): AxisVerdict {
  const own = from.evidence.filter((item) => item.axis === axis)
  const byGroup = new Map<string, Evidence[]>()
  for (const item of own) {
    if (item.bans === 0 || item.group === null) continue
    const list = byGroup.get(item.group)
    if (list === undefined) byGroup.set(item.group, [item])
    else list.push(item)
  }
  const groups = [...byGroup.keys()]
    .sort()
    .map((group) => addUpGroup(group, byGroup.get(group) ?? []))
  const bans = clip(
    groups
      .map((group) => group.bans)
      .sort((a, b) => a - b)
      .reduce((sum, value) => sum + value, 0),
    -LIMITS.axis,
    LIMITS.axis,
  )
  const forbidden = Math.max(0, ...own.map((item) => item.forbiddenAtVantages))
  const coverage = from.coverage[axis]
  return { state: axisState(axis, bans, groups, forbidden, coverage, from), bans, coverage, groups }
}

/** The first rule that fits. */
function axisState(
  axis: Axis,
  bans: number,
  groups: readonly Group[],
  forbiddenAtVantages: number,
  coverage: Coverage,
  from: Judgeable,
): State {
  const notable = groups.filter((group) => atLeast(group.bans, LIMITS.notable))
  const measured = groups.filter((group) => group.basis !== 'judgement')
  const contradicted =
    (atLeast(bans, LIMITS.contradicted) &&
      notable.length >= 2 &&
      measured.some((group) => atLeast(group.bans, LIMITS.contradictedLead))) ||
    (forbiddenAtVantages >= 2 && !from.remoteDesktopDeclared)
  if (contradicted && axis !== 'record') return 'contradicted'
  const review =
    contradicted ||
    (atLeast(bans, LIMITS.review) &&
      measured.some((group) => atLeast(group.bans, LIMITS.review))) ||
    atLeast(bans, LIMITS.reviewAnyBasis) ||
    forbiddenAtVantages >= 1
  if (review) return 'review'
  const tunnelled = axis === 'place' && from.behindTunnel
  if (coverage.met && !tunnelled && atLeast(LIMITS.consistent, bans) && notable.length === 0) {
    return 'consistent'
  }
  return 'unclear'
}

/** The worst `contradicted` or `review` among the axes asked for; else `consistent` if all are; else `unclear`. */
function overallState(asked: readonly State[]): State {
  if (asked.includes('contradicted')) return 'contradicted'
  if (asked.includes('review')) return 'review'
  return asked.length > 0 && asked.every((state) => state === 'consistent')
    ? 'consistent'
    : 'unclear'
}

/**
 * Judges a round.
 *
 * Out: the same verdict for the same evidence in any order. Fails: never.
 */
export function judge(from: Judgeable): Verdict {
  const verdicts = Object.fromEntries(axes.map((axis) => [axis, judgeAxis(axis, from)])) as Record<
    Axis,
    AxisVerdict
  >
  return {
    overall: overallState(from.asked.map((axis) => verdicts[axis].state)),
    axes: verdicts,
    asked: from.asked,
    policyVersion: from.policyVersion,
  }
}
