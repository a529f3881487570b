/** Moving to another device: the offer on the first one, the code and the wait on the second. */
import { PostForm } from './form.tsx'
import { NotRead, ReadingList } from './reading-list.tsx'
import type { MoveEntryView, MoveView } from './views.ts'

/** On the first device: start a move, then show its code, then ask whether it is really theirs. */
export function MoveOffer({ move, nonce }: { move: MoveView | null; nonce: string }) {
  if (move === null) {
    return (
      <PostForm action="/s/move" nonce={nonce} class="option">
        <p>Will you join from a different computer or phone? Take this page there first.</p>
        <button>Use another device</button>
      </PostForm>
    )
  }
  return (
    <div class="option">
      <h3>Use another device</h3>
      <div data-code hidden={move.asked !== null}>
        <p>
          On the other device, open <strong class="address">{move.url}</strong> and type this code:
        </p>
        <p class="code">{move.code}</p>
        <noscript>
          <p>
            Then <a href="/s">look here again</a> to confirm it.
          </p>
        </noscript>
      </div>
      <div aria-live="polite">
        <div data-asked hidden={move.asked === null}>
          <PostForm action="/s/move/confirm" nonce={nonce}>
            <p>
              <strong data-device dir="auto">
                {move.asked ?? ''}
              </strong>{' '}
              asks to take over. Is it yours?
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
    </div>
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
          <ReadingList />
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
