import type { ReportFinding } from '../core/report.ts'
import { MAX_BANS } from '../core/policy.ts'
import { axisWords } from '../core/words.ts'
import { Icon } from './icon.tsx'
import { formatBans, WeightBar } from './weight-bar.tsx'

/** For people: what each basis of a weight means. */
export const basisWords = {
  data: 'fitted on measured examples',
  argued: 'measured by us or a platform, or from a published rate',
  judgement: 'our judgement, so it counts little',
} as const

/** One finding in full: what was stated, expected and measured, how much it counts and why. */
export function FindingInFull({ finding }: { finding: ReportFinding }) {
  const isAgainst = finding.outcome === 'contradictory'
  const rows = [
    ['Stated', finding.claimed],
    ['Expected', finding.expected],
    ['Measured', finding.observed],
  ] as const
  return (
    <article class={isAgainst ? 'finding against' : 'finding fits'}>
      <h4>
        <Icon name={isAgainst ? 'differs' : 'check'} />
        <span class="heard">{isAgainst ? 'Does not fit: ' : 'Fits: '}</span>
        {finding.title}
      </h4>
      <dl class="facts">
        {rows.map(
          ([name, value]) =>
            value !== null && (
              <div>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p class="strength">
        <WeightBar bans={finding.bans} most={MAX_BANS.data} />
        <span>
          <b>Strength:</b> {finding.strength}
        </span>
      </p>
      <p class="weight">
        {axisWords[finding.axis].name} · weight {formatBans(finding.bans)}
        {finding.basis !== null && ` · basis: ${basisWords[finding.basis]}`} ·{' '}
        {finding.weightSource}
      </p>
      {isAgainst && <Explanations finding={finding} />}
    </article>
  )
}

function Explanations({ finding }: { finding: ReportFinding }) {
  return (
    <>
      {finding.meaning !== '' && <p class="meaning">{finding.meaning}</p>}
      {finding.innocent.length > 0 && (
        <div class="innocent">
          <p>Can be innocent:</p>
          <ul>
            {finding.innocent.map((reason) => (
              <li dir="auto">{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {finding.next !== '' && (
        <p class="next">
          <Icon name="arrow" />
          <span>
            <b>Next:</b> <span dir="auto">{finding.next}</span>
          </span>
        </p>
      )}
    </>
  )
}
