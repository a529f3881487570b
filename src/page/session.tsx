/** The page that stays open during the call. The script shows and hides what is here; without it, it reads as text. */
import { ControlOffer } from './control/control-offer.tsx'
import { AnotherWay, Contact, Name, PostForm } from './form.tsx'
import { Progress } from './progress.tsx'
import { MoveOffer, MoveSteps } from './move.tsx'
import type { SessionView } from './views.ts'

/** The page of a bound browser. */
export function Session(view: SessionView) {
  const ended = view.over || view.moved
  const { control, requested } = view
  // While the exercise is open, the way around it stands beside it, and only there.
  const isOpen = control !== null && control.progress !== 'done'
  return (
    <main
      data-page="session"
      data-socket={view.socketPath}
      data-signals={view.signalsPath}
      data-beacons={view.beacons.join(' ')}
      data-paths={view.paths.join(' ')}
    >
      <div data-live hidden={ended}>
        {view.move !== null && <MoveSteps {...view.move} nonce={view.nonce} />}
        <section class="lead">
          <h1>Thank you</h1>
          <p>
            {isOpen
              ? 'One short exercise is left, if you like. Join when it is time, and good luck!'
              : 'Nothing else is needed from you. Join when it is time, and good luck!'}
          </p>
          <Join {...view} />
          <p class="status" role="status" data-companion data-state="connecting" hidden>
            Connecting …
          </p>
        </section>
        {control !== null && <ControlOffer {...control} nonce={view.nonce} requested={requested} />}
        <Progress {...view.progress} />
        {(view.move === null || requested || !isOpen) && (
          <section class="options" aria-labelledby="others">
            <h2 id="others">If you need something else</h2>
            {view.move === null && <MoveOffer nonce={view.nonce} />}
            {requested && (
              <p class="option done">
                You asked for another way. The recruiter has been told and will get in touch. You
                can still join.
              </p>
            )}
            {!requested && !isOpen && <AnotherWay action="/s/another-way" nonce={view.nonce} />}
          </section>
        )}
      </div>
      <div aria-live="polite">
        <section class="lead" data-moved hidden={!view.moved}>
          <h1>You are on your other device now</h1>
          <p>It has taken over, and nothing more is read here. You can close this tab.</p>
        </section>
        <section class="lead" data-over hidden={!view.over || view.moved}>
          <h1>That is all</h1>
          <p>Your interview time is over, and nothing more is read. You can close this tab.</p>
        </section>
      </div>
      <p class="after">
        <a href="/s/recorded">What was recorded</a>
        <span>
          Questions? <Contact>{view.contact}</Contact>
        </span>
      </p>
    </main>
  )
}

function Join({ canJoin, meetingHost, window, nonce }: SessionView) {
  const when = (
    <p class="when">
      <Name>{window}</Name>
    </p>
  )
  if (!canJoin) {
    return (
      <>
        {when}
        <p>Use the meeting link or number you were given. Keep this tab open during the call.</p>
      </>
    )
  }
  return (
    <>
      {when}
      <PostForm action="/s/join" nonce={nonce} newTab>
        <button class="primary">Join the interview</button>
        <p class="hint">
          Opens {meetingHost === null ? 'the call' : <Name>{meetingHost}</Name>} in a new tab.{' '}
          <strong>Keep this tab open during the call.</strong>
        </p>
      </PostForm>
    </>
  )
}
