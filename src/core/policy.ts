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
  /** Where the weight follows a measured quantity: bans and false alarms from the finding's facts; `bans` is then the most it reaches. */
  fitted?(facts: Finding['facts']): { bans: number; falseAlarms: FalseAlarms }
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
const MIN_BANS = { 'measured-by-us': -1, tapping: -0.3 } as const

/**
 * Upper 95 % bound of a false-alarm rate, one-sided, Clopper–Pearson: the rate at which so few alarms would be seen
 * in 5 % of all samples. For none seen it is close to 3/n, the rule of three.
 *
 * In: 0 ≤ alarms ≤ n, n > 0. Out: 0…1.
 */
export function falseAlarmBound({ alarms, n }: FalseAlarms): number {
  if (alarms >= n) return 1
  let low = alarms / n
  let high = 1
  // Halving 60 times leaves less than a double can tell apart.
  for (let i = 0; i < 60; i++) {
    const rate = (low + high) / 2
    if (atMost(alarms, n, rate) > 0.05) low = rate
    else high = rate
  }
  return high
}

/** Probability of at most k events in n, each with a rate; summed in logarithms, so that a large n does not underflow. */
export function atMost(k: number, n: number, rate: number): number {
  let log = n * Math.log1p(-rate)
  let sum = Math.exp(log)
  for (let i = 1; i <= k; i++) {
    log += Math.log((n - i + 1) / i) + Math.log(rate) - Math.log1p(-rate)
    sum += Math.exp(log)
  }
  return sum
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
  const own = { ...weight, ...weight.fitted?.(finding.facts) }
  const capped = Math.max(floor(own, finding), Math.min(ceiling(own), own.bans))
  // A contradiction never speaks for the candidate, an agreement never against.
  const bans = finding.outcome === 'contradictory' ? Math.max(0, capped) : Math.min(0, capped)
  return {
    ...finding,
    bans: bans === 0 ? 0 : bans,
    basis: weight.basis,
    weightSource: weight.source,
  }
}
