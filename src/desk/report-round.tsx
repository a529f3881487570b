import type { ReportAxis, ReportFinding, ReportRound } from '../core/report.ts'
import { LIMITS } from '../core/verdict.ts'
import { axisWords } from '../core/words.ts'
import { managers } from '../texts/managers.ts'
import { FindingInFull } from './report-finding.tsx'
import { PictureInFull } from './report-picture.tsx'
import { StateMark } from './state-mark.tsx'
import { formatBans, WeightBar } from './weight-bar.tsx'

/** For people: the state of a round. An unknown one is shown as it is. */
const roundWords: Readonly<Record<string, string>> = {
  waiting: 'waiting for the candidate',
  opened: 'measuring',
  judged: 'first verdict is out, still measuring',
  closed: 'final',
  missed: 'the link was not used',
  cancelled: 'cancelled',
}

/** Findings that say something of a claim, weightiest first. */
export function findingsOf(
  round: Pick<ReportRound, 'findings'>,
  outcome: 'contradictory' | 'consistent',
): ReportFinding[] {
  return round.findings
    .filter((finding) => finding.outcome === outcome)
    .sort((a, b) => Math.abs(b.bans) - Math.abs(a.bans) || a.check.localeCompare(b.check))
}

/** One round: its map, its axes, findings against first, what fits, what was not measured, and how the verdict came. */
export function RoundInFull({ round }: { round: ReportRound }) {
  const against = findingsOf(round, 'contradictory')
  const fits = findingsOf(round, 'consistent')
  const silent = round.findings.filter(
    ({ outcome }) => outcome !== 'contradictory' && outcome !== 'consistent',
  )
  return (
    <section class="round" aria-labelledby={`round-${round.number}`}>
      <h2 id={`round-${round.number}`}>
        Round {round.number} {round.overall !== null && <StateMark state={round.overall} />}
      </h2>
      <p class="round-when">
        {round.window} · {roundWords[round.state] ?? round.state}
      </p>
      {round.map !== null && (
        <PictureInFull id={`map-${round.number}`} title="Map" picture={round.map} />
      )}
      {round.axes.length > 0 && <Axes axes={round.axes} />}
      {against.length > 0 && (
        <>
          <h3>What does not fit</h3>
          {against.map((finding) => (
            <FindingInFull finding={finding} />
          ))}
        </>
      )}
      {round.whatIf.length > 0 && <WhatIf sentences={round.whatIf} />}
      {round.findings.length === 0 && <p class="text">Nothing was measured in this round.</p>}
      {fits.length > 0 && (
        <>
          <h3>What fits</h3>
          {fits.map((finding) => (
            <FindingInFull finding={finding} />
          ))}
        </>
      )}
      {silent.length > 0 && <Silent findings={silent} />}
      {round.call !== null && <CallTimes lines={round.call} />}
      {round.timeline !== null && (
        <PictureInFull
          id={`timeline-${round.number}`}
          title="Round-trip times"
          picture={round.timeline}
        />
      )}
      {round.readingsGone && (
        <p class="quiet">
          The readings themselves are erased, and the map and the round-trip times with them.
        </p>
      )}
      <Course round={round} />
    </section>
  )
}

/** The four questions with their answers. Roles are spelled out: on narrow screens the table is laid out as a list. */
function Axes({ axes }: { axes: readonly ReportAxis[] }) {
  return (
    <div class="table-frame" role="region" aria-label="The four questions" tabIndex={0}>
      <table role="table" class="axes">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Question
            </th>
            <th scope="col" role="columnheader">
              Answer
            </th>
            <th scope="col" role="columnheader">
              Weight
            </th>
            <th scope="col" role="columnheader">
              Coverage
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {axes.map((axis) => (
            <tr role="row" class={axis.asked ? '' : 'not-asked'}>
              <th scope="row" role="rowheader">
                {axisWords[axis.axis].name}
                <span class="sub">{axis.question}</span>
              </th>
              <td role="cell">
                <StateMark state={axis.state} />
                {!axis.asked && <span class="sub">not asked in this round</span>}
              </td>
              <td role="cell">
                <WeightBar bans={axis.bans} most={LIMITS.axis} /> {formatBans(axis.bans)}
                <span class="sub">{axis.strength}</span>
              </td>
              <td role="cell">
                {axis.coverage.met ? (
                  'Enough was measured'
                ) : axis.coverage.missing.length === 0 ? (
                  'Too little was measured'
                ) : (
                  <>
                    Missing:
                    <ul>
                      {axis.coverage.missing.map((line) => (
                        <li>{line}</li>
                      ))}
                    </ul>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** For people: why a check has nothing to say. */
const silentWords = {
  'not-applicable': 'does not apply',
  unavailable: 'not measured',
  error: 'the check failed',
  consistent: '',
  contradictory: '',
} as const

/** Checks without a finding, and why. */
function Silent({ findings }: { findings: readonly ReportFinding[] }) {
  return (
    <>
      <h3>What was not measured, and why</h3>
      <p class="quiet">None of this counts for or against anyone.</p>
      <ul class="silent">
        {findings.map(({ title, outcome, strength, weightSource }) => (
          <li>
            <b>{title}</b>: {silentWords[outcome]}
            <span class="sub">{outcome === 'not-applicable' ? weightSource : strength}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Each sentence is what judging again gave. */
function WhatIf({ sentences }: { sentences: readonly string[] }) {
  return (
    <section class="what-if">
      <h3>What would change the verdict</h3>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

/** When the meeting service had them in the call, and what it never tells. */
function CallTimes({ lines }: { lines: readonly string[] }) {
  return (
    <>
      <h3>{managers.call.title}</h3>
      <ul class="course">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** How the round went: verdicts over time, what the candidate asked, who looked at the link. */
function Course({ round }: { round: ReportRound }) {
  const { history, requests, previews, policyVersion } = round
  if (history.length === 0 && requests.length === 0 && previews === 0) return null
  return (
    <>
      <h3>How the round went</h3>
      <ul class="course">
        {history.map(({ at, overall }) => (
          <li>
            <span class="when">{at}</span> <StateMark state={overall} />
          </li>
        ))}
        {requests.map(({ at, text }) => (
          <li>
            <span class="when">{at}</span> <span dir="auto">The candidate {text}</span>
          </li>
        ))}
        {previews > 0 && (
          <li>
            The link was looked at {previews === 1 ? 'once' : `${previews} times`} without a click,
            by a preview, a mail scanner or a first glance.
          </li>
        )}
        {policyVersion !== null && <li>Weights: policy of {policyVersion}</li>}
      </ul>
    </>
  )
}
