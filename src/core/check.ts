/** A check: a pure function from named signals to a finding, with its own explanation and examples. */
import type { ControlTrouble } from './rhythm/trouble-words.ts'
import type { Reading, SignalName, SignalValue, signals } from './signals.ts'

/** The four questions, each with its own evidence. */
export const axes = ['place', 'control', 'continuity', 'record'] as const

/** One of the four questions. */
export type Axis = (typeof axes)[number]

/** What a check's `run` receives for a signal: the latest value, or for a series every value, oldest first. */
export type Input<N extends SignalName> = (typeof signals)[N]['series'] extends true
  ? readonly SignalValue<N>[]
  : SignalValue<N>

/** What is true of the round whatever was measured. */
export interface RoundContext {
  /** Start of the window, epoch ms: offsets of time zones are compared on this date. */
  startAt: number
  /** Minutes of the window and how many of them the page was there; known once the window is over. */
  presence?: { windowMin: number; observedMin: number } | undefined
  /** Minutes of the window and in how many of them a meeting service had the candidate in the call; known once the window is over, where one told. */
  call?: { windowMin: number; inCallMin: number } | undefined
  /** How late people at this deployment tap who were found to be local; known once there are enough. */
  usualLateness?: UsualLateness | undefined
  /** Why the last tapping exercise could not be used, where that is so. */
  controlTrouble?: ControlTrouble | undefined
}

/** Lateness of local people on their own devices, by input. */
export type UsualLateness = Readonly<
  Partial<Record<'key' | 'mouse' | 'touch', { centreMs: number; spreadMs: number; n: number }>>
>

/** What a check may answer. `unavailable` and `error` are the runner's alone. */
export type Answer =
  | { outcome: 'not-applicable' }
  | {
      outcome: 'consistent' | 'contradictory'
      /** Key into the policy's table for this check. */
      level: string
      /** What the candidate stated, as a person would say it. */
      claimed: string
      /** What that claim leads one to expect. */
      expected: string
      /** What was seen. */
      observed: string
      /** Named numbers behind the words, with units in their names. */
      facts?: Readonly<Record<string, number | string>>
      /** At how many vantages physics forbids the claimed place. Only `round-trip-floor` sets it. */
      forbiddenAtVantages?: number
    }

/** An example: a test, and a line in the documentation. */
export interface Example<Needs extends SignalName, Wants extends SignalName> {
  /** In one line: who or what this is. */
  case: string
  given: { [N in Needs]: Input<N> } & { [N in Wants]?: Input<N> }
  /** Start of the window, epoch ms; a fixed date in summer 2026 when left out. */
  startAt?: number
  presence?: RoundContext['presence']
  usualLateness?: RoundContext['usualLateness']
  expect: 'consistent' | 'contradictory' | 'not-applicable'
  level?: string
}

/** A check as its file writes it. */
export interface CheckDefinition<Needs extends SignalName, Wants extends SignalName> {
  /** File name without ending; a noun of the relation: `zone-vs-claim`. */
  id: string
  title: string
  axis: Axis
  /** Findings with one common cause share a group; null for a check that only counts for coverage. */
  group: string | null
  /** Why a contradiction means anything at all. */
  why: string
  /** Harmless reasons for a contradiction, shown to the person who decides. */
  innocent: readonly [string, ...string[]]
  /** What the person who decides can do about a contradiction. */
  next: string
  /** Sources of every number, with the date read. */
  source: readonly [string, ...string[]]
  /** Without one of these the finding is `unavailable` and weighs nothing. */
  needs: readonly Needs[]
  /** Used when there. */
  wants?: readonly Wants[]
  run(
    given: { [N in Needs]: Input<N> } & { [N in Wants]?: Input<N> },
    context: RoundContext,
  ): Answer
  examples: readonly Example<Needs, Wants>[]
}

/** A check as the rest of the product sees it. */
export type Check = Omit<CheckDefinition<SignalName, SignalName>, 'run' | 'examples' | 'wants'> & {
  wants: readonly SignalName[]
  run(given: Given, context: RoundContext): Answer
  examples: readonly (Omit<Example<SignalName, SignalName>, 'given'> & { given: Given })[]
}

/** Inputs by signal name; a missing key is a missing reading. */
export type Given = { [N in SignalName]?: Input<N> }

/**
 * Declares a check; the default export of each file in `checks/`.
 *
 * The types of `run` and `examples` follow from `needs` and `wants`.
 */
export function defineCheck<const Needs extends SignalName, const Wants extends SignalName = never>(
  check: CheckDefinition<Needs, Wants>,
): Check {
  // The runner hands `run` exactly what `needs` and `wants` name, so forgetting the names is safe here.
  return { wants: [], ...check } as unknown as Check
}

/** What came of one check in one round. */
export interface Finding {
  check: string
  title: string
  axis: Axis
  group: string | null
  outcome: 'consistent' | 'contradictory' | 'not-applicable' | 'unavailable' | 'error'
  level: string | null
  claimed: string | null
  expected: string | null
  observed: string | null
  facts: Readonly<Record<string, number | string>>
  innocent: readonly string[]
  next: string
  forbiddenAtVantages: number
  /** For `unavailable`: which signals were missing and why. For `error`: that the check failed. */
  why: string | null
  /** Whether every signal the check used was measured by our servers. */
  measuredByUs: boolean
}

/** What the runner knows of a signal: its input, or why there is none. */
export type Readings = { [N in SignalName]?: Reading<Input<N>> & { measuredByUs: boolean } }

/**
 * Runs one check on what is known of a round.
 *
 * Out: always a finding; a missing signal gives `unavailable`, a throw gives `error`, and neither weighs anything.
 */
export function runCheck(check: Check, readings: Readings, context: RoundContext): Finding {
  const given: Record<string, unknown> = {}
  const missing: string[] = []
  let measuredByUs = true
  for (const name of [...check.needs, ...check.wants]) {
    const reading = readings[name]
    if (reading !== undefined && 'value' in reading) {
      given[name] = reading.value
      // What was claimed is not a measurement, and does not make a finding less measured.
      if (name !== 'claimedPlace' && name !== 'declared') measuredByUs &&= reading.measuredByUs
    } else if (check.needs.includes(name)) {
      missing.push(`${name}: ${reading?.why ?? 'not taken'}`)
    }
  }
  const base: Finding = {
    check: check.id,
    title: check.title,
    axis: check.axis,
    group: check.group,
    outcome: 'unavailable',
    level: null,
    claimed: null,
    expected: null,
    observed: null,
    facts: {},
    innocent: check.innocent,
    next: check.next,
    forbiddenAtVantages: 0,
    why: null,
    measuredByUs,
  }
  if (missing.length > 0) return { ...base, why: missing.join(', ') }
  let answer: Answer
  try {
    answer = check.run(given as Given, context)
  } catch (error) {
    return { ...base, outcome: 'error', why: error instanceof Error ? error.message : 'failed' }
  }
  if (answer.outcome === 'not-applicable') return { ...base, outcome: 'not-applicable' }
  return { ...base, facts: {}, ...answer, forbiddenAtVantages: answer.forbiddenAtVantages ?? 0 }
}
