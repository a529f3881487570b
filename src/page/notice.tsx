/** The notice: who asks, what is read, and every way on from here. */
import { AnotherWay, Contact, Name, PostForm } from './form.tsx'
import { NotRead, ReadingList } from './reading-list.tsx'
import type { NoticeView } from './views.ts'

/** What a candidate may declare, so that it is expected rather than odd. Names are fields of the form. */
const DECLARATIONS = [
  { name: 'travel', label: 'I am travelling', hint: 'You are away from the place you gave us.' },
  { name: 'vpn', label: 'I use a VPN', hint: 'Your own, or one your workplace turns on.' },
  {
    name: 'remoteDesktop',
    label: 'I work over a remote desktop',
    hint: 'This browser runs on another computer, for example Citrix or Windows 365.',
  },
  {
    name: 'assistive',
    label: 'I use assistive technology',
    hint: 'For example a screen reader, voice control or a switch. You need not say which, and the hiring channel is not told.',
  },
] as const

/** The page before any reading. */
export function Notice(view: NoticeView) {
  const path = `/i/${encodeURIComponent(view.token)}`
  return (
    <main>
      <section class="lead">
        <h1>Before your interview</h1>
        <p>
          <Name>{view.company}</Name> asks every candidate
          {view.opening !== null && (
            <>
              {' '}
              for <Name>{view.opening}</Name>
            </>
          )}{' '}
          to confirm the device and place they call from. It takes about ten seconds, and you do not
          have to prepare anything.
        </p>
        <dl class="facts">
          <dt>Asked by</dt>
          <dd>
            <Name>{view.recruiter}</Name>, <Name>{view.company}</Name>
          </dd>
          <dt>Interview</dt>
          <dd>
            <Name>{view.window}</Name>
          </dd>
          <dt>Is this genuine?</dt>
          <dd>
            Ask <Contact>{view.contact}</Contact>, or someone there you already know.
          </dd>
        </dl>
      </section>
      <section aria-labelledby="read">
        <h2 id="read">What is read when you continue</h2>
        <ReadingList controlCheck={view.controlCheck} />
        {view.controlCheck && (
          <p>
            After that comes a short tapping exercise of about a minute and a half. You can skip it,
            which does not count against you. Only averages are kept, never the taps.
          </p>
        )}
        <h2>What is not read</h2>
        <NotRead />
        <h2>Who decides</h2>
        <p>
          A person at <Name>{view.company}</Name> looks at the result. It is never the only reason
          for a decision. Only people there who work on this opening see it. Reading ends with your
          interview, and the readings are deleted {view.retentionDays} days later; what they showed
          stays with your application for up to {view.caseDays} days. You can see them, object, and
          ask to have them erased.
        </p>
      </section>
      <section>
        <PostForm action={path} nonce={view.nonce}>
          <fieldset>
            <legend>Anything we should know?</legend>
            <p>A VPN or travel is fine: tell us here, and it will not surprise anyone.</p>
            {DECLARATIONS.map(({ name, label, hint }) => (
              <div class="choice">
                <input
                  type="checkbox"
                  id={name}
                  name={name}
                  value="yes"
                  aria-describedby={`${name}-hint`}
                />
                <label for={name}>{label}</label>
                <small id={`${name}-hint`}>{hint}</small>
              </div>
            ))}
          </fieldset>
          <button class="primary">Continue</button>
          <p class="hint">Before you press Continue, only that the link was looked at is kept.</p>
        </PostForm>
      </section>
      <section class="options" aria-labelledby="others">
        <h2 id="others">Other ways</h2>
        <AnotherWay action={`${path}/another-way`} nonce={view.nonce} />
        {view.canJoin && (
          <PostForm action={`${path}/join`} nonce={view.nonce} class="option">
            <p>You can join without this; the recruiter will see that it was skipped.</p>
            <button>Join the interview</button>
          </PostForm>
        )}
      </section>
    </main>
  )
}
