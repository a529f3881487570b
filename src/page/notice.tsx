/** The notice: who asks, what is read, and every way on from here. */
import { Filled } from './filled.tsx'
import { AnotherWay, Contact, Name, PostForm } from './form.tsx'
import { NotRead, ReadingList } from './reading-list.tsx'
import { useCounted, useTexts } from './texts.ts'
import type { NoticeView } from './views.ts'

/** What a candidate may declare, so that it is expected rather than odd. Names are fields of the form. */
const DECLARATIONS = ['travel', 'vpn', 'remoteDesktop', 'assistive'] as const

/** The page before any reading. */
export function Notice(view: NoticeView) {
  const { notice, buttons, frame } = useTexts()
  const counted = useCounted()
  const path = `/i/${encodeURIComponent(view.token)}`
  const company = <Name>{view.company}</Name>
  return (
    <main>
      <section class="lead">
        <h1>{notice.title}</h1>
        <p>
          {view.opening === null ? (
            <Filled text={notice.lead} parts={{ company }} />
          ) : (
            <Filled
              text={notice.leadFor}
              parts={{ company, opening: <Name>{view.opening}</Name> }}
            />
          )}
        </p>
        <dl class="facts">
          <dt>{notice.askedBy}</dt>
          <dd>
            <Name>{view.recruiter}</Name>, {company}
          </dd>
          <dt>{notice.interview}</dt>
          <dd>
            <Name>{view.window}</Name>
          </dd>
          <dt>{notice.genuine}</dt>
          <dd>
            <Filled text={notice.ask} parts={{ contact: <Contact>{view.contact}</Contact> }} />
          </dd>
        </dl>
      </section>
      <section aria-labelledby="read">
        <h2 id="read">{notice.read}</h2>
        <ReadingList controlCheck={view.controlCheck} callNoted={view.callNoted} />
        {view.controlCheck && <p>{notice.exercise}</p>}
        <h2>{notice.notRead}</h2>
        <NotRead />
        <h2>{notice.who}</h2>
        <p>
          <Filled text={notice.decides} parts={{ company }} />
          {[
            '',
            counted(notice.readings, view.retentionDays),
            counted(notice.findings, view.caseDays),
            notice.rights,
          ].join(frame.between)}
        </p>
      </section>
      <section>
        <PostForm action={path} nonce={view.nonce}>
          <fieldset>
            <legend>{notice.declare}</legend>
            <p>{notice.declareHint}</p>
            {DECLARATIONS.map((name) => (
              <div class="choice">
                <input
                  type="checkbox"
                  id={name}
                  name={name}
                  value="yes"
                  aria-describedby={`${name}-hint`}
                />
                <label for={name}>{notice.declarations[name].label}</label>
                <small id={`${name}-hint`}>{notice.declarations[name].hint}</small>
              </div>
            ))}
          </fieldset>
          <button class="primary">{buttons.continue}</button>
          <p class="hint">{notice.before}</p>
        </PostForm>
      </section>
      <section class="options" aria-labelledby="others">
        <h2 id="others">{notice.others}</h2>
        <AnotherWay action={`${path}/another-way`} nonce={view.nonce} />
        {view.canJoin && (
          <PostForm action={`${path}/join`} nonce={view.nonce} class="option">
            <p>{notice.joinWithout}</p>
            <button>{buttons.join}</button>
          </PostForm>
        )}
      </section>
    </main>
  )
}
