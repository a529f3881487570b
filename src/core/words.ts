/** How verdicts and weights are put into words. */
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Axis } from './check.ts'
import type { Evidence } from './policy.ts'
import type { State } from './verdict.ts'
import type { Tone } from './card.ts'

const { states, axes, strength } = managers.words

/** For people: a state, its tone, and what it asks of the reader. */
export const stateWords: Readonly<Record<State, { label: string; tone: Tone; meaning: string }>> = {
  consistent: { ...states.consistent, tone: 'good' },
  unclear: { ...states.unclear, tone: 'neutral' },
  review: { ...states.review, tone: 'attention' },
  contradicted: { ...states.contradicted, tone: 'serious' },
}

/** For people: the question of each axis, and the two hypotheses its weights compare. */
export const axisWords: Readonly<
  Record<Axis, { name: string; question: string; against: string; for: string }>
> = axes

/**
 * The verbal scale of ENFSI for a likelihood ratio.
 *
 * Source: ENFSI Guideline for Evaluative Reporting in Forensic Science, 2015, table of verbal equivalents.
 */
function supportWord(ratio: number): string {
  if (ratio < 2) return strength.support.none
  if (ratio < 10) return strength.support.weak
  if (ratio < 100) return strength.support.moderate
  return strength.support.strong
}

/** A ratio as people say it: two digits at most. */
function roundRatio(ratio: number): string {
  const digits = ratio < 10 ? Math.round(ratio * 2) / 2 : Number(ratio.toPrecision(1))
  return String(digits)
}

/**
 * A weight in words.
 *
 * In: bans. Out: "about 30 times more likely if the computer is somewhere else (moderate support)".
 * Never a probability that a person is anything.
 */
export function strengthWords(bans: number, axis: Axis): string {
  const ratio = 10 ** Math.abs(bans)
  if (bans === 0 || ratio < 1.25) return strength.none
  const words = axisWords[axis]
  const hypothesis = bans > 0 ? words.against : words.for
  return fill(strength.times, {
    ratio: roundRatio(ratio),
    hypothesis,
    support: supportWord(ratio),
  })
}

/** The findings that a reader needs first: contradictions by weight, of equal ones what physics forbids. What only counts for coverage is none of them. */
export function notableFindings(evidence: readonly Evidence[]): Evidence[] {
  return evidence
    .filter((item) => item.outcome === 'contradictory' && item.group !== null)
    .sort(
      (a, b) =>
        b.bans - a.bans ||
        b.forbiddenAtVantages - a.forbiddenAtVantages ||
        a.check.localeCompare(b.check),
    )
}
