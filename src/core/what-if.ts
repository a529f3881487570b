/**
 * What would change a verdict: every sentence is the outcome of judging again with something else.
 *
 * Nothing is asserted that `judge` did not answer.
 */
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Axis } from './check.ts'
import type { Declared } from './claim.ts'
import { MAX_BANS, type Evidence } from './policy.ts'
import { judge, type AxisVerdict, type Coverage, type State, type Verdict } from './verdict.ts'
import { axisWords, stateWords, strengthWords } from './words.ts'

/** A verdict, and what it was made from. */
export interface WhatIfInput {
  verdict: Verdict
  evidence: readonly Evidence[]
  declared: Declared
  /** The verdict on the same readings had one of these been declared otherwise; none once the raw readings are gone. */
  hadDeclared: Partial<Readonly<Record<Declarable, Verdict>>>
}

/** What a declaration changes, if anything. */
export const declarables = ['travel', 'vpn', 'remoteDesktop'] as const

/** What can be declared and may change a verdict. */
export type Declarable = (typeof declarables)[number]

/** Worst last. */
const order: readonly State[] = ['consistent', 'unclear', 'review', 'contradicted']

/** Steps in which one more cause is tried, bans. */
const STEP = 0.1

const texts = managers.words.whatIf

/** What would change the verdict, the axes asked for first to last. Out: sentences; empty where nothing would. */
export function whatWouldChange(input: WhatIfInput): string[] {
  return [
    ...input.verdict.asked
      // What is kept may no longer be all that the verdict was made from: then nothing is said.
      .filter((axis) => again(input, axis, {}) === axisOf(input, axis).state)
      .flatMap((axis) => [
        ...withoutOneCause(input, axis),
        ...withTheMissing(input, axis),
        ...withOneMoreCause(input, axis),
      ]),
    ...otherDeclarations(input),
  ]
}

/** One axis judged again. In: what is different. */
function again(
  { verdict, evidence, declared }: WhatIfInput,
  axis: Axis,
  change: { evidence?: readonly Evidence[]; coverage?: Coverage },
): State {
  const { place, control, continuity, record } = verdict.axes
  const coverage: Record<Axis, Coverage> = {
    place: place.coverage,
    control: control.coverage,
    continuity: continuity.coverage,
    record: record.coverage,
  }
  return judge({
    evidence: change.evidence ?? evidence,
    coverage: { ...coverage, [axis]: change.coverage ?? coverage[axis] },
    asked: verdict.asked,
    // A tunnel is also something that coverage misses, so it need not be said twice.
    behindTunnel: false,
    remoteDesktopDeclared: declared.remoteDesktop,
    policyVersion: verdict.policyVersion,
  }).axes[axis].state
}

/** What speaks against an axis, one entry per cause, strongest first. */
function causesOf({ evidence }: WhatIfInput, axis: Axis): { title: string; items: Evidence[] }[] {
  const causes = new Map<string, Evidence[]>()
  const against = evidence
    .filter((item) => item.axis === axis && (item.bans > 0 || item.forbiddenAtVantages > 0))
    .sort((a, b) => b.bans - a.bans || b.forbiddenAtVantages - a.forbiddenAtVantages)
  for (const item of against) {
    const key = item.group ?? item.check
    causes.set(key, [...(causes.get(key) ?? []), item])
  }
  return [...causes.values()].map((items) => ({ title: items[0]?.title ?? '', items }))
}

function named(state: State): string {
  return quoted(stateWords[state].label)
}

function quoted(text: string): string {
  return fill(texts.quoted, { text })
}

/** The axis without each cause in turn. */
function withoutOneCause(input: WhatIfInput, axis: Axis): string[] {
  const { state } = axisOf(input, axis)
  if (state !== 'review' && state !== 'contradicted') return []
  const { name } = axisWords[axis]
  const causes = causesOf(input, axis)
  const changes = causes.flatMap(({ title, items }) => {
    const rest = input.evidence.filter((item) => !items.includes(item))
    const other = again(input, axis, { evidence: rest })
    if (other === state) return []
    const more = items.length - 1
    const parts = { title, axis: name, other: named(other), state: named(state) }
    return [
      more === 0
        ? fill(texts.innocent, parts)
        : fill(texts.innocentShared, { ...parts, count: more }),
    ]
  })
  if (changes.length > 0 || causes.length < 2) return changes
  return [fill(texts.severalCauses, { count: causes.length, axis: name, state: named(state) })]
}

function axisOf({ verdict }: WhatIfInput, axis: Axis): AxisVerdict {
  return verdict.axes[axis]
}

/** The axis if everything that is missing were there, and fitted. */
function withTheMissing(input: WhatIfInput, axis: Axis): string[] {
  const { state, coverage } = axisOf(input, axis)
  if (state !== 'unclear' || coverage.met) return []
  const { name } = axisWords[axis]
  const met = { met: true, missing: [] }
  const [first, ...more] = coverage.missing
  if (again(input, axis, { coverage: met }) === 'consistent') {
    if (first === undefined) return []
    const parts = { axis: name, consistent: named('consistent') }
    return [
      more.length === 0
        ? fill(texts.oneMissing, { ...parts, missing: first })
        : fill(texts.severalMissing, { ...parts, missing: coverage.missing.join('; ') }),
    ]
  }
  const causes = causesOf(input, axis).map(({ title }) => quoted(title))
  if (causes.length === 0) return []
  return [
    fill(texts.measuringMore, {
      axis: name,
      state: named(state),
      causes: causes.join(managers.words.and),
    }),
  ]
}

/** The least weight of one more cause, measured by us, that makes the axis worse. */
function withOneMoreCause(input: WhatIfInput, axis: Axis): string[] {
  const { state } = axisOf(input, axis)
  for (let tenths = 1; tenths <= MAX_BANS.data / STEP; tenths++) {
    const bans = tenths * STEP
    const other = again(input, axis, { evidence: [...input.evidence, cause(axis, bans)] })
    if (order.indexOf(other) <= order.indexOf(state) || other === 'unclear') continue
    return [
      fill(texts.oneMoreCause, {
        strength: strengthWords(bans, axis),
        axis: axisWords[axis].name,
        other: named(other),
      }),
    ]
  }
  return []
}

/** A finding that nobody made. */
function cause(axis: Axis, bans: number): Evidence {
  return {
    check: 'one-more',
    title: '',
    axis,
    group: 'one-more',
    outcome: 'contradictory',
    level: null,
    claimed: null,
    expected: null,
    observed: null,
    facts: {},
    innocent: [],
    next: '',
    forbiddenAtVantages: 0,
    why: null,
    measuredByUs: true,
    bans,
    basis: 'data',
    weightSource: '',
  }
}

/** The whole, had something been declared, or had it not. */
function otherDeclarations({ verdict, declared, hadDeclared }: WhatIfInput): string[] {
  return declarables.flatMap((what) => {
    const other = hadDeclared[what]
    if (other === undefined || other.overall === verdict.overall) return []
    const text = declared[what] ? texts.hadNotDeclared : texts.hadDeclared
    const parts = { other: named(other.overall), overall: named(verdict.overall) }
    return [fill(text, { declaration: texts.declarations[what], ...parts })]
  })
}
