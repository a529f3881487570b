/** The report of a case: a page to read and to print, without script. */
import type { ReportView } from '../core/report.ts'
import { stateWords } from '../core/words.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { Filled } from './filled.tsx'
import { toHref } from './href.ts'
import { Icon } from './icon.tsx'
import { findingsOf, RoundInFull } from './report-round.tsx'
import { StateMark } from './state-mark.tsx'

const texts = managers.report

/** What a reader can do next: the steps of the weightiest findings, without repeating any. */
function nextSteps(view: ReportView): string[] {
  const round = view.rounds[0]
  if (view.candidate === null) return [texts.next.erased]
  if (round === undefined || round.overall === null) return [texts.next.waiting]
  const steps = findingsOf(round, 'contradictory').map(({ next }) => next)
  return [...new Set([...steps.filter((step) => step !== ''), texts.next.states[round.overall]])]
}

/** The whole report. */
export function ReportPage({ view }: { view: ReportView }) {
  const overall = view.rounds[0]?.overall ?? null
  const meaning = overall === null ? texts.unmeasured : stateWords[overall].meaning
  return (
    <main class="report">
      {view.simulated && (
        <p class="simulated">
          <Icon name="flask" />{' '}
          <Filled text={texts.simulated.text} parts={{ mark: <b>{texts.simulated.mark}</b> }} />
        </p>
      )}
      <header class={`report-head tone-${overall === null ? 'neutral' : stateWords[overall].tone}`}>
        <p class="report-kind">
          <Icon name="pin" /> {texts.kind}
        </p>
        <h1 dir="auto">{view.candidate ?? texts.erased}</h1>
        <p class="report-state">
          {overall !== null && <StateMark state={overall} />}
          <span>{meaning}</span>
        </p>
        <dl class="facts">
          <Fact name={texts.facts.place} value={view.place} />
          <Fact name={texts.facts.opening} value={view.opening} />
          <Fact name={texts.facts.interview} value={view.rounds[0]?.window ?? null} />
          <Fact name={texts.facts.case} value={view.caseId} />
        </dl>
      </header>
      <section class="next-steps" aria-labelledby="next-steps">
        <h2 id="next-steps">{texts.next.title}</h2>
        <ol>
          {nextSteps(view).map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p class="quiet">{texts.next.note}</p>
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
      <h2 id="decisions">{texts.decisions.title}</h2>
      {reviews.length === 0 && <p class="text">{texts.decisions.none}</p>}
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
      <h2 id="audit">{texts.audit.title}</h2>
      <p class={`log-mark tone-${isWhole ? 'good' : 'serious'}`}>
        <Icon name={isWhole ? 'check' : 'octagon'} />
        {isWhole ? texts.audit.whole : texts.audit.broken}
      </p>
      {audit.length > 0 && (
        <div class="table-frame" role="region" aria-label={texts.audit.label} tabIndex={0}>
          <table role="table" class="audit">
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">
                  {texts.audit.columns.when}
                </th>
                <th scope="col" role="columnheader">
                  {texts.audit.columns.what}
                </th>
                <th scope="col" role="columnheader">
                  {texts.audit.columns.who}
                </th>
                <th scope="col" role="columnheader">
                  {texts.audit.columns.detail}
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
      <h2 id="legend">{texts.legend.title}</h2>
      <p>{texts.legend.text}</p>
      <dl class="facts">
        {Object.entries(texts.basis).map(([basis, words]) => (
          <div>
            <dt>{fill(texts.legend.basis, { basis })}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
