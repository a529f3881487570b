/** Everything the report page shows of a case: plain data, ready to read. */
import type { Coverage, State } from './verdict.ts'
import type { Axis } from './check.ts'
import type { Basis } from './policy.ts'

/** One finding as the report shows it. */
export interface ReportFinding {
  check: string
  title: string
  axis: Axis
  outcome: 'consistent' | 'contradictory' | 'not-applicable' | 'unavailable' | 'error'
  claimed: string | null
  expected: string | null
  observed: string | null
  /** Why a contradiction means anything. */
  meaning: string
  innocent: readonly string[]
  next: string
  basis: Basis | null
  bans: number
  /** "about 30 times more likely if … (moderate support)", or why it weighs nothing. */
  strength: string
  weightSource: string
}

/** One axis as the report shows it. */
export interface ReportAxis {
  axis: Axis
  /** "Is the computer where the candidate says it is?" */
  question: string
  state: State
  asked: boolean
  bans: number
  strength: string
  coverage: Coverage
}

/** A picture in a report. */
export interface ReportPicture {
  /** Elements to put into the page, for wide and for narrow screens; null where they could not be drawn. */
  svg: { wide: string; narrow: string } | null
  /** All that it shows, in words. */
  lines: readonly string[]
}

/** One round as the report shows it. */
export interface ReportRound {
  number: number
  state: string
  /** "Mon 23 Nov 2026, 15:00–15:45 CST" */
  window: string
  overall: State | null
  axes: readonly ReportAxis[]
  findings: readonly ReportFinding[]
  /** Verdicts over time, oldest first. */
  history: readonly { at: string; overall: State }[]
  previews: number
  requests: readonly { at: string; text: string }[]
  policyVersion: string | null
  /** What would change the verdict, one sentence each. */
  whatIf: readonly string[]
  /** When they were in the call, and what its service never tells; null where it tells nothing. */
  call: readonly string[] | null
  map: ReportPicture | null
  timeline: ReportPicture | null
  /** Whether there is a verdict, and what it was made from is erased. */
  readingsGone: boolean
}

/** A case as the report page shows it. */
export interface ReportView {
  caseId: string
  candidate: string | null
  place: string | null
  opening: string | null
  simulated: boolean
  /** Latest first. */
  rounds: readonly ReportRound[]
  reviews: readonly { at: string; by: string; decision: string; reason: string }[]
  audit: readonly { at: string; event: string; actor: string; detail: string }[]
  auditWhole: boolean
  /** Attributions that the databases used ask for, with links. */
  attributions: readonly { text: string; url: string }[]
}
