import type { ReportFinding } from '../core/report.ts'
import { MAX_BANS } from '../core/policy.ts'
import { axisWords } from '../core/words.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { Explanations } from './explanations.tsx'
import { Filled } from './filled.tsx'
import { Icon } from './icon.tsx'
import { formatBans, WeightBar } from './weight-bar.tsx'

const { finding: texts, basis: basisWords } = managers.report

/** One finding in full: what was stated, expected and measured, how much it counts and why. */
export function FindingInFull({ finding }: { finding: ReportFinding }) {
  const isAgainst = finding.outcome === 'contradictory'
  const rows = [
    [texts.stated, finding.claimed],
    [texts.expected, finding.expected],
    [texts.measured, finding.observed],
  ] as const
  return (
    <article class={isAgainst ? 'finding against' : 'finding fits'}>
      <h4>
        <Icon name={isAgainst ? 'differs' : 'check'} />
        <span class="heard">{isAgainst ? texts.against : texts.fits}</span>
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
          <Filled
            text={texts.strength.text}
            parts={{ label: <b>{texts.strength.label}</b>, strength: finding.strength }}
          />
        </span>
      </p>
      <p class="weight">{weightWords(finding)}</p>
      {isAgainst && finding.meaning !== '' && <p class="meaning">{finding.meaning}</p>}
      {isAgainst && <Explanations innocent={finding.innocent} next={finding.next} />}
    </article>
  )
}

/** How much a finding counts on its axis, on what basis, and where that comes from. */
function weightWords({ axis, bans, basis, weightSource }: ReportFinding): string {
  const parts = {
    axis: axisWords[axis].name,
    bans: formatBans(bans),
    source: weightSource ?? '',
  }
  return basis === null
    ? fill(texts.weight, parts)
    : fill(texts.weightWithBasis, { ...parts, basis: basisWords[basis] })
}
