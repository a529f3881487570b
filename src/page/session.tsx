/** The page that stays open during the call. The script shows and hides what is here; without it, it reads as text. */
import { ControlOffer } from './control/control-offer.tsx'
import { Filled } from './filled.tsx'
import { AnotherWay, Contact, Name, PostForm } from './form.tsx'
import { Progress } from './progress.tsx'
import { MoveOffer, MoveSteps } from './move.tsx'
import { useTexts } from './texts.ts'
import type { SessionView } from './views.ts'

/** The page of a bound browser. */
export function Session(view: SessionView) {
  const ended = view.over || view.moved
  const { control, requested } = view
  const { session, live, frame } = useTexts()
  // While the exercise is open, the way around it stands beside it, and only there.
  const isOpen = control !== null && control.progress !== 'done'
  return (
    <main
      data-page="session"
      data-socket={view.socketPath}
      data-signals={view.signalsPath}
      data-beacons={view.beacons.join(' ')}
      data-paths={view.paths.join(' ')}
      data-texts={JSON.stringify(live)}
    >
      <div data-live hidden={ended}>
        {view.move !== null && <MoveSteps {...view.move} nonce={view.nonce} />}
        <section class="lead">
          <h1>{session.thanks}</h1>
          <p>{isOpen ? session.exerciseLeft : session.nothingElse}</p>
          <Join {...view} />
          <p class="status" role="status" data-companion data-state="connecting" hidden>
            {live.connecting}
          </p>
        </section>
        {control !== null && <ControlOffer {...control} nonce={view.nonce} requested={requested} />}
        <Progress {...view.progress} />
        {(view.move === null || requested || !isOpen) && (
          <section class="options" aria-labelledby="others">
            <h2 id="others">{session.others}</h2>
            {view.move === null && <MoveOffer nonce={view.nonce} />}
            {requested && <p class="option done">{session.requested}</p>}
            {!requested && !isOpen && <AnotherWay action="/s/another-way" nonce={view.nonce} />}
          </section>
        )}
      </div>
      <div aria-live="polite">
        <section class="lead" data-moved hidden={!view.moved}>
          <h1>{session.movedTitle}</h1>
          <p>{session.moved}</p>
        </section>
        <section class="lead" data-over hidden={!view.over || view.moved}>
          <h1>{session.overTitle}</h1>
          <p>{session.over}</p>
        </section>
      </div>
      <p class="after">
        <a href="/s/recorded">{session.recorded}</a>
        <span>
          <Filled text={frame.questions} parts={{ contact: <Contact>{view.contact}</Contact> }} />
        </span>
      </p>
    </main>
  )
}

function Join({ canJoin, meetingHost, window, nonce }: SessionView) {
  const { session, buttons, frame } = useTexts()
  const when = (
    <p class="when">
      <Name>{window}</Name>
    </p>
  )
  if (!canJoin) {
    return (
      <>
        {when}
        <p>{session.ownLink}</p>
      </>
    )
  }
  return (
    <>
      {when}
      <PostForm action="/s/join" nonce={nonce} newTab>
        <button class="primary">{buttons.join}</button>
        <p class="hint">
          {meetingHost === null ? (
            session.opensCall
          ) : (
            <Filled text={session.opensHost} parts={{ host: <Name>{meetingHost}</Name> }} />
          )}
          {frame.between}
          <strong>{session.keepOpen}</strong>
        </p>
      </PostForm>
    </>
  )
}
