import type { ReportAxis, ReportFinding, ReportRound } from '../core/report.ts'
import { LIMITS } from '../core/verdict.ts'
import { axisWords } from '../core/words.ts'
import { fill } from '../texts/fill.ts'
import { managersLocale } from '../texts/managers-language.ts'
import { managers } from '../texts/managers.ts'
import { counted } from '../texts/plural.ts'
import { Filled } from './filled.tsx'
import { FindingInFull } from './report-finding.tsx'
import { PictureInFull } from './report-picture.tsx'
import { StateMark } from './state-mark.tsx'
import { formatBans, WeightBar } from './weight-bar.tsx'

const texts = managers.report

/** For people: the state of a round. An unknown one is shown as it is. */
const roundWords: Readonly<Record<string, string>> = texts.round.states

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
        {fill(texts.round.title, { number: round.number })}{' '}
        {round.overall !== null && <StateMark state={round.overall} />}
      </h2>
      <p class="round-when">
        {fill(texts.round.when, {
          window: round.window,
          state: roundWords[round.state] ?? round.state,
        })}
      </p>
      {round.map !== null && (
        <PictureInFull id={`map-${round.number}`} title={texts.round.map} picture={round.map} />
      )}
      {round.axes.length > 0 && <Axes axes={round.axes} />}
      {against.length > 0 && (
        <>
          <h3>{texts.round.against}</h3>
          {against.map((finding) => (
            <FindingInFull finding={finding} />
          ))}
        </>
      )}
      {round.whatIf.length > 0 && <WhatIf sentences={round.whatIf} />}
      {round.findings.length === 0 && <p class="text">{texts.round.nothing}</p>}
      {fits.length > 0 && (
        <>
          <h3>{texts.round.fits}</h3>
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
          title={texts.round.roundTrips}
          picture={round.timeline}
        />
      )}
      {round.readingsGone && <p class="quiet">{texts.round.readingsGone}</p>}
      <Course round={round} />
    </section>
  )
}

/** The four questions with their answers. Roles are spelled out: on narrow screens the table is laid out as a list. */
function Axes({ axes }: { axes: readonly ReportAxis[] }) {
  return (
    <div class="table-frame" role="region" aria-label={texts.axes.label} tabIndex={0}>
      <table role="table" class="axes">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {texts.axes.columns.question}
            </th>
            <th scope="col" role="columnheader">
              {texts.axes.columns.answer}
            </th>
            <th scope="col" role="columnheader">
              {texts.axes.columns.weight}
            </th>
            <th scope="col" role="columnheader">
              {texts.axes.columns.coverage}
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
                {!axis.asked && <span class="sub">{texts.axes.notAsked}</span>}
              </td>
              <td role="cell">
                <WeightBar bans={axis.bans} most={LIMITS.axis} /> {formatBans(axis.bans)}
                <span class="sub">{axis.strength}</span>
              </td>
              <td role="cell">
                {axis.coverage.met ? (
                  texts.axes.enough
                ) : axis.coverage.missing.length === 0 ? (
                  texts.axes.tooLittle
                ) : (
                  <>
                    {texts.axes.missing}
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
  ...texts.silent.outcomes,
  consistent: '',
  contradictory: '',
} as const

/** Checks without a finding, and why. */
function Silent({ findings }: { findings: readonly ReportFinding[] }) {
  return (
    <>
      <h3>{texts.silent.title}</h3>
      <p class="quiet">{texts.silent.note}</p>
      <ul class="silent">
        {findings.map(({ title, outcome, strength, weightSource }) => (
          <li>
            <Filled
              text={texts.silent.line}
              parts={{ check: <b>{title}</b>, outcome: silentWords[outcome] }}
            />
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
      <h3>{texts.round.whatIf}</h3>
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
      <h3>{texts.course.title}</h3>
      <ul class="course">
        {history.map(({ at, overall }) => (
          <li>
            <span class="when">{at}</span> <StateMark state={overall} />
          </li>
        ))}
        {requests.map(({ at, text }) => (
          <li>
            <span class="when">{at}</span>{' '}
            <span dir="auto">{fill(texts.course.candidate, { text })}</span>
          </li>
        ))}
        {previews > 0 && <li>{counted(managersLocale, texts.course.previews, previews)}</li>}
        {policyVersion !== null && <li>{fill(texts.course.policy, { version: policyVersion })}</li>}
      </ul>
    </>
  )
}
