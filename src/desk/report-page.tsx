/** The report of a case: a page to read and to print, without script. */
import type { ReportView } from '../core/report.ts'
import { stateWords } from '../core/words.ts'
import { toHref } from './href.ts'
import { Icon } from './icon.tsx'
import { basisWords } from './report-finding.tsx'
import { findingsOf, RoundInFull } from './report-round.tsx'
import { StateMark } from './state-mark.tsx'
import type { State } from '../core/verdict.ts'

/** What to do when no finding says it. */
const nextByState: Readonly<Record<State, string>> = {
  consistent: 'Nothing. Hold the interview as you would any other.',
  unclear:
    'Nothing has to be done. If the role asks for more certainty, press “Ask for another check” on the card.',
  review: 'Ask the candidate before you decide.',
  contradicted: 'Ask the candidate, and have a second person look at it, before you decide.',
}

/** What a reader can do next: the steps of the weightiest findings, without repeating any. */
function nextSteps(view: ReportView): string[] {
  const round = view.rounds[0]
  if (view.candidate === null) return ['Nothing: everything personal of this case is erased.']
  if (round === undefined || round.overall === null) {
    return ['Wait until the candidate has used the link.']
  }
  const steps = findingsOf(round, 'contradictory').map(({ next }) => next)
  return [...new Set([...steps.filter((step) => step !== ''), nextByState[round.overall]])]
}

/** The whole report. */
export function ReportPage({ view }: { view: ReportView }) {
  const overall = view.rounds[0]?.overall ?? null
  const meaning = overall === null ? 'Nothing was measured.' : stateWords[overall].meaning
  return (
    <main class="report">
      {view.simulated && (
        <p class="simulated">
          <Icon name="flask" /> <b>Simulated.</b> This candidate is not a person.
        </p>
      )}
      <header class={`report-head tone-${overall === null ? 'neutral' : stateWords[overall].tone}`}>
        <p class="report-kind">
          <Icon name="pin" /> Whereabouts · report
        </p>
        <h1 dir="auto">{view.candidate ?? 'An erased case'}</h1>
        <p class="report-state">
          {overall !== null && <StateMark state={overall} />}
          <span>{meaning}</span>
        </p>
        <dl class="facts">
          <Fact name="Stated place" value={view.place} />
          <Fact name="Opening" value={view.opening} />
          <Fact name="Interview" value={view.rounds[0]?.window ?? null} />
          <Fact name="Case" value={view.caseId} />
        </dl>
      </header>
      <section class="next-steps" aria-labelledby="next-steps">
        <h2 id="next-steps">What to do next</h2>
        <ol>
          {nextSteps(view).map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p class="quiet">
          Measurements describe a computer and a connection, not a person. Every reading can have an
          innocent cause, and nothing is decided without a person.
        </p>
      </section>
      <Reviews reviews={view.reviews} />
      {view.rounds.map((round) => (
        <RoundInFull round={round} />
      ))}
      <Audit audit={view.audit} isWhole={view.auditWhole} />
      <Legend />
      {view.attributions.length > 0 && (
        <footer class="attributions">
          {view.attributions.map(({ text, url }) => {
            const href = toHref(url)
            return <p>{href === null ? text : <a href={href}>{text}</a>}</p>
          })}
        </footer>
      )}
    </main>
  )
}

function Fact({ name, value }: { name: string; value: string | null }) {
  if (value === null) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
}

function Reviews({ reviews }: Pick<ReportView, 'reviews'>) {
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">Decisions</h2>
      {reviews.length === 0 && <p class="text">Nobody has decided yet.</p>}
      <ul class="reviews">
        {reviews.map(({ at, by, decision, reason }) => (
          <li>
            <span class="when">{at}</span>
            <p>
              <b dir="auto">{by}</b> {decision}
              {reason !== '' && <q dir="auto">{reason}</q>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Audit({ audit, isWhole }: { audit: ReportView['audit']; isWhole: boolean }) {
  return (
    <section aria-labelledby="audit">
      <h2 id="audit">Audit trail</h2>
      <p class={`log-mark tone-${isWhole ? 'good' : 'serious'}`}>
        <Icon name={isWhole ? 'check' : 'octagon'} />
        {isWhole
          ? 'Log verified: every line here is as it was written.'
          : 'Log not verified: a line was changed or removed. Ask whoever runs this server.'}
      </p>
      {audit.length > 0 && (
        <div class="table-frame" role="region" aria-label="Lines of the log" tabIndex={0}>
          <table role="table" class="audit">
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">
                  When
                </th>
                <th scope="col" role="columnheader">
                  What
                </th>
                <th scope="col" role="columnheader">
                  Who
                </th>
                <th scope="col" role="columnheader">
                  Detail
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {audit.map(({ at, event, actor, detail }) => (
                <tr role="row">
                  <td role="cell" class="when">
                    {at}
                  </td>
                  <td role="cell">{event.replaceAll('-', ' ')}</td>
                  <td role="cell" dir="auto">
                    {actor}
                  </td>
                  <td role="cell" dir="auto">
                    {detail}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** How to read the weights. */
function Legend() {
  return (
    <section class="legend" aria-labelledby="legend">
      <h2 id="legend">How to read this</h2>
      <p>
        A weight is the decimal logarithm of a likelihood ratio: +1 means that the reading is ten
        times more likely if the claim is not true, −1 ten times more likely if it is. It is not the
        probability that somebody lies. Readings with one common cause are counted together.
      </p>
      <dl class="facts">
        {Object.entries(basisWords).map(([basis, words]) => (
          <div>
            <dt>Basis “{basis}”</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
