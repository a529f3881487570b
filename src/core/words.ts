/** How verdicts and weights are put into words. */
import type { Axis } from './check.ts'
import type { Evidence } from './policy.ts'
import type { State } from './verdict.ts'
import type { Tone } from './card.ts'

/** For people: a state, its tone, and what it asks of the reader. */
export const stateWords: Readonly<Record<State, { label: string; tone: Tone; meaning: string }>> = {
  consistent: {
    label: 'Consistent',
    tone: 'good',
    meaning: 'What was measured fits what was stated.',
  },
  unclear: {
    label: 'Unclear',
    tone: 'neutral',
    meaning: 'Too little was measured to say either way. That is no sign against anyone.',
  },
  review: {
    label: 'Needs a look',
    tone: 'attention',
    meaning:
      'Something measured does not fit what was stated. There may be a simple explanation: ask.',
  },
  contradicted: {
    label: 'Contradicted',
    tone: 'serious',
    meaning: 'Several independent readings do not fit what was stated. Ask before you decide.',
  },
}

/** For people: the question of each axis, and the two hypotheses its weights compare. */
export const axisWords: Readonly<
  Record<Axis, { name: string; question: string; against: string; for: string }>
> = {
  place: {
    name: 'Place',
    question: 'Is the computer where the candidate says it is?',
    against: 'the computer is somewhere else',
    for: 'the computer is where they say',
  },
  control: {
    name: 'Control',
    question: 'Is the person sitting at this computer?',
    against: 'the computer is driven from elsewhere',
    for: 'the person sits at the computer',
  },
  continuity: {
    name: 'Continuity',
    question: 'Is it the same computer and person throughout?',
    against: 'another computer or person took over',
    for: 'it is the same computer and person',
  },
  record: {
    name: 'Record',
    question: 'Do the facts of the application hold together?',
    against: 'facts of the application do not belong together',
    for: 'the facts of the application belong together',
  },
}

/**
 * The verbal scale of ENFSI for a likelihood ratio.
 *
 * Source: ENFSI Guideline for Evaluative Reporting in Forensic Science, 2015, table of verbal equivalents.
 */
function supportWord(ratio: number): string {
  if (ratio < 2) return 'no support either way'
  if (ratio < 10) return 'weak support'
  if (ratio < 100) return 'moderate support'
  return 'moderately strong support'
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
  if (bans === 0 || ratio < 1.25) return 'does not count either way'
  const words = axisWords[axis]
  const hypothesis = bans > 0 ? words.against : words.for
  return `about ${roundRatio(ratio)} times more likely if ${hypothesis} (${supportWord(ratio)})`
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
