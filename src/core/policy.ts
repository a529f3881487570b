/**
 * The table that turns findings into weights.
 *
 * A weight is log10 of a likelihood ratio (bans): positive speaks against the claim, negative for it.
 * How far it may go follows from its basis; `weigh` enforces that, whatever the table says.
 */
import type { Finding } from './check.ts'

/** Where a weight comes from. */
export type Basis = 'data' | 'argued' | 'judgement'

/** Measured false alarms: `alarms` in `n` independent honest readings. */
export interface FalseAlarms {
  alarms: number
  n: number
}

/** One row of the table: the weight of one level of one check. */
export interface Weight {
  basis: Basis
  bans: number
  /** Required for `data`: bounds the weight from above. */
  falseAlarms?: FalseAlarms
  /** For a negative weight: who measured it. Nothing else may speak for a candidate. */
  speaksFor?: 'measured-by-us' | 'tapping'
  /** Why this number: source, n and date. */
  source: string
}

/** What the policy says of one check. */
export interface CheckPolicy {
  /** Weighs 0 behind a known or declared tunnel: an address or its zone then says where the exit is. */
  zeroBehindTunnel?: true
  levels: Readonly<Record<string, Weight>>
}

/** A versioned policy. */
export interface Policy {
  version: string
  checks: Readonly<Record<string, CheckPolicy>>
}

/** A finding with its weight. */
export interface Evidence extends Finding {
  /** Bans after every cap; 0 when the finding may not weigh. */
  bans: number
  basis: Basis | null
  /** Why this weight, or why none. */
  weightSource: string
}

/** The most that one finding may speak against a claim, by basis. Source: product design, "Where a weight comes from". */
export const MAX_BANS = { data: 1.5, argued: 1, judgement: 0.4 } as const

/** The most that a finding may speak for a candidate: what our servers measured, and the tapping check. */
export const MIN_BANS = { 'measured-by-us': -1, tapping: -0.3 } as const

/**
 * Upper 95 % bound of a false-alarm rate.
 *
 * In: 0 ≤ alarms ≤ n, n > 0. Out: 0…1; 3/n for none seen (rule of three), else the Wilson upper bound (z = 1.645, one-sided).
 */
export function falseAlarmBound({ alarms, n }: FalseAlarms): number {
  if (alarms === 0) return Math.min(1, 3 / n)
  const z = 1.645
  const p = alarms / n
  const centre = p + z ** 2 / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))
  return Math.min(1, (centre + spread) / (1 + z ** 2 / n))
}

/** The most that a row may weigh. */
function ceiling(weight: Weight): number {
  if (weight.basis !== 'data') return MAX_BANS[weight.basis]
  if (weight.falseAlarms === undefined) return 0
  return Math.max(0, Math.min(MAX_BANS.data, -Math.log10(falseAlarmBound(weight.falseAlarms))))
}

/** The least that a row may weigh for this finding. */
function floor(weight: Weight, finding: Finding): number {
  if (weight.speaksFor === 'tapping') return MIN_BANS.tapping
  if (weight.speaksFor === 'measured-by-us' && finding.measuredByUs)
    return MIN_BANS['measured-by-us']
  return 0
}

/**
 * Gives a finding its weight.
 *
 * Out: evidence; 0 bans for a finding that is not there, that the policy does not name (a new check shows up
 * without power), or that a tunnel explains.
 */
export function weigh(finding: Finding, policy: Policy, behindTunnel: boolean): Evidence {
  const nothing = (weightSource: string): Evidence => ({
    ...finding,
    bans: 0,
    basis: null,
    weightSource,
  })
  if (finding.outcome === 'unavailable') return nothing('not measured: weighs nothing')
  if (finding.outcome === 'error') return nothing('the check failed: weighs nothing')
  if (finding.outcome === 'not-applicable' || finding.level === null)
    return nothing('does not apply here')
  const row = policy.checks[finding.check]
  const weight = row?.levels[finding.level]
  if (row === undefined || weight === undefined) return nothing('shown without weight')
  if (row.zeroBehindTunnel && behindTunnel) {
    return nothing('behind a tunnel the address tells where its exit is: weighs nothing')
  }
  const capped = Math.max(floor(weight, finding), Math.min(ceiling(weight), weight.bans))
  // A contradiction never speaks for the candidate, an agreement never against.
  const bans = finding.outcome === 'contradictory' ? Math.max(0, capped) : Math.min(0, capped)
  return {
    ...finding,
    bans: bans === 0 ? 0 : bans,
    basis: weight.basis,
    weightSource: weight.source,
  }
}
