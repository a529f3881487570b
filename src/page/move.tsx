/** Moving to another device: the offer on the first one, the code and the wait on the second. */
import { PostForm } from './form.tsx'
import { NotRead, ReadingList } from './reading-list.tsx'
import type { MoveEntryView, MoveView } from './views.ts'

/** On the first device: starts a move. */
export function MoveOffer({ nonce }: { nonce: string }) {
  return (
    <PostForm action="/s/move" nonce={nonce} class="option">
      <p>Will you join from a different computer or phone? Take this page there first.</p>
      <button>Use another device</button>
    </PostForm>
  )
}

/** On the first device, a move once started: its code, then the question whether the other device is theirs. */
export function MoveSteps({ code, url, asked, nonce }: MoveView & { nonce: string }) {
  return (
    <section aria-labelledby="move">
      <h2 id="move">Use another device</h2>
      <div data-code hidden={asked !== null}>
        <p>
          On the other device, open <strong>{url}</strong> and type this code:
        </p>
        <p class="code">{code}</p>
        <noscript>
          <p>
            <a href="/s">Look whether it has asked</a>
          </p>
        </noscript>
        <p class="hint">Then confirm it here. Changed your mind? Just carry on below.</p>
      </div>
      <div aria-live="polite">
        <div data-asked hidden={asked === null}>
          <PostForm action="/s/move/confirm" nonce={nonce}>
            <p>
              <strong data-device dir="auto">
                {asked ?? ''}
              </strong>{' '}
              asks to take over from this one. Is it yours?
            </p>
            <div class="row">
              <button class="primary" name="answer" value="yes">
                Yes, it is mine
              </button>
              <button name="answer" value="no">
                No, it is not
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
  const described = error === null ? 'code-hint' : 'code-error code-hint'
  return (
    <main>
      <section class="lead">
        <h1>Use this device</h1>
        <PostForm action="/m" nonce={nonce}>
          <label for="code">Code from your first device</label>
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
            You then confirm on the first device, and this one takes its place.
          </p>
          <button class="primary">Use this device</button>
        </PostForm>
      </section>
      <section>
        <details>
          <summary>What is read on this device</summary>
          <ReadingList controlCheck={false} />
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
  return (
    <main data-page="move-waiting">
      <section class="lead">
        <h1>Now confirm on the first device</h1>
        <p>
          Go back to the page you started from. It asks whether this device is yours; press{' '}
          <strong>Yes, it is mine</strong> there.
        </p>
        <p class="status" role="status" data-waiting data-state="waiting" hidden>
          Waiting for the first device …
        </p>
        <p>
          <a class="button" href="">
            Look again
          </a>
        </p>
      </section>
    </main>
  )
}
