/** Moving to another device: the offer on the first one, the code and the wait on the second. */
import { Filled } from './filled.tsx'
import { PostForm } from './form.tsx'
import { NotRead, ReadingList } from './reading-list.tsx'
import { useTexts } from './texts.ts'
import type { MoveEntryView, MoveView } from './views.ts'

/** On the first device: starts a move. */
export function MoveOffer({ nonce }: { nonce: string }) {
  const { move, buttons } = useTexts()
  return (
    <PostForm action="/s/move" nonce={nonce} class="option">
      <p>{move.offer}</p>
      <button>{buttons.anotherDevice}</button>
    </PostForm>
  )
}

/** On the first device, a move once started: its code, then the question whether the other device is theirs. */
export function MoveSteps({ code, url, asked, nonce }: MoveView & { nonce: string }) {
  const { move, buttons } = useTexts()
  return (
    <section aria-labelledby="move">
      <h2 id="move">{buttons.anotherDevice}</h2>
      <div data-code hidden={asked !== null}>
        <p>
          <Filled text={move.open} parts={{ url: <strong>{url}</strong> }} />
        </p>
        <p class="code">{code}</p>
        <noscript>
          <p>
            <a href="/s">{move.asked}</a>
          </p>
        </noscript>
        <p class="hint">{move.confirm}</p>
      </div>
      <div aria-live="polite">
        <div data-asked hidden={asked === null}>
          <PostForm action="/s/move/confirm" nonce={nonce}>
            <p>
              <Filled
                text={move.takeOver}
                parts={{
                  device: (
                    <strong data-device dir="auto">
                      {asked ?? ''}
                    </strong>
                  ),
                }}
              />
            </p>
            <div class="row">
              <button class="primary" name="answer" value="yes">
                {move.yes}
              </button>
              <button name="answer" value="no">
                {move.no}
              </button>
            </div>
          </PostForm>
        </div>
      </div>
    </section>
  )
}

/** On the second device: the code. */
export function MoveEntry({ code, error, nonce }: MoveEntryView) {
  const { move } = useTexts()
  const described = error === null ? 'code-hint' : 'code-error code-hint'
  return (
    <main>
      <section class="lead">
        <h1>{move.entryTitle}</h1>
        <PostForm action="/m" nonce={nonce}>
          <label for="code">{move.code}</label>
          {error !== null && (
            <p class="error" id="code-error" role="alert">
              {error}
            </p>
          )}
          <input
            class="code"
            id="code"
            name="code"
            value={code ?? ''}
            required
            maxLength={32}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby={described}
            aria-invalid={error === null ? undefined : 'true'}
          />
          <p class="hint" id="code-hint">
            {move.codeHint}
          </p>
          <button class="primary">{move.entryTitle}</button>
        </PostForm>
      </section>
      <section>
        <details>
          <summary>{move.readHere}</summary>
          <ReadingList controlCheck={false} callNoted={false} />
          <NotRead />
        </details>
      </section>
    </main>
  )
}

/**
 * On the second device, until the first one has confirmed.
 *
 * The script looks every 3 s. Without it there is a link: a page that reloads by itself takes the place away from
 * people who read it with a screen reader (WCAG 2.2, failure F41).
 */
export function MoveWaiting() {
  const { move } = useTexts()
  return (
    <main data-page="move-waiting">
      <section class="lead">
        <h1>{move.waitingTitle}</h1>
        <p>
          <Filled text={move.goBack} parts={{ yes: <strong>{move.yes}</strong> }} />
        </p>
        <p class="status" role="status" data-waiting data-state="waiting" hidden>
          {move.waiting}
        </p>
        <p>
          <a class="button" href="">
            {move.again}
          </a>
        </p>
      </section>
    </main>
  )
}
