/** What the report of a case says. */
import { plural } from '../../plural.ts'

/** The texts, by the file that uses them. Spaces at an end belong to them. */
export const report = {
  title: 'Report: {candidate} · Whereabouts',
  /** Instead of a name, within the title. */
  erasedCase: 'erased case',
  kind: 'Whereabouts · report',
  simulated: { mark: 'Simulated.', text: '{mark} This candidate is not a person.' },
  erased: 'An erased case',
  unmeasured: 'Nothing was measured.',
  facts: { place: 'Stated place', opening: 'Opening', interview: 'Interview', case: 'Case' },
  next: {
    title: 'What to do next',
    erased: 'Nothing: everything personal of this case is erased.',
    waiting: 'Wait until the candidate has used the link.',
    /** What to do when no finding says it. */
    states: {
      consistent: 'Nothing. Hold the interview as you would any other.',
      unclear:
        'Nothing has to be done. If the role asks for more certainty, press “Ask for another check” on the card.',
      review: 'Ask the candidate before you decide.',
      contradicted: 'Ask the candidate, and have a second person look at it, before you decide.',
    },
    note: 'Measurements describe a computer and a connection, not a person. Every reading can have an innocent cause, and nothing is decided without a person.',
  },
  decisions: { title: 'Decisions', none: 'Nobody has decided yet.' },
  audit: {
    title: 'Audit trail',
    whole: 'Log verified: every line here is as it was written.',
    broken: 'Log not verified: a line was changed or removed. Ask whoever runs this server.',
    label: 'Lines of the log',
    columns: { when: 'When', what: 'What', who: 'Who', detail: 'Detail' },
  },
  /** How to read the weights. */
  legend: {
    title: 'How to read this',
    text: 'A weight is the decimal logarithm of a likelihood ratio: +1 means that the reading is ten times more likely if the claim is not true, −1 ten times more likely if it is. It is not the probability that somebody lies. Readings with one common cause are counted together.',
    basis: 'Basis “{basis}”',
  },
  /** What each basis of a weight means. */
  basis: {
    data: 'fitted on measured examples',
    argued: 'measured by us or a platform, or from a published rate',
    judgement: 'our judgement, so it counts little',
  },
  finding: {
    stated: 'Stated',
    expected: 'Expected',
    measured: 'Measured',
    against: 'Does not fit: ',
    fits: 'Fits: ',
    strength: { label: 'Strength:', text: '{label} {strength}' },
    weight: '{axis} · weight {bans} · {source}',
    weightWithBasis: '{axis} · weight {bans} · basis: {basis} · {source}',
  },
  round: {
    title: 'Round {number}',
    when: '{window} · {state}',
    states: {
      waiting: 'waiting for the candidate',
      opened: 'measuring',
      judged: 'first verdict is out, still measuring',
      closed: 'final',
      missed: 'the link was not used',
      cancelled: 'cancelled',
    },
    map: 'Map',
    against: 'What does not fit',
    fits: 'What fits',
    nothing: 'Nothing was measured in this round.',
    roundTrips: 'Round-trip times',
    readingsGone:
      'The readings themselves are erased, and the map and the round-trip times with them.',
    whatIf: 'What would change the verdict',
  },
  axes: {
    label: 'The four questions',
    columns: { question: 'Question', answer: 'Answer', weight: 'Weight', coverage: 'Coverage' },
    notAsked: 'not asked in this round',
    enough: 'Enough was measured',
    tooLittle: 'Too little was measured',
    missing: 'Missing:',
  },
  /** Checks without a finding, and why. */
  silent: {
    title: 'What was not measured, and why',
    note: 'None of this counts for or against anyone.',
    line: '{check}: {outcome}',
    outcomes: {
      'not-applicable': 'does not apply',
      unavailable: 'not measured',
      error: 'the check failed',
    },
  },
  course: {
    title: 'How the round went',
    candidate: 'The candidate {text}',
    previews: plural({
      one: 'The link was looked at once without a click, by a preview, a mail scanner or a first glance.',
      other:
        'The link was looked at {count} times without a click, by a preview, a mail scanner or a first glance.',
    }),
    policy: 'Weights: policy of {version}',
  },
} as const
