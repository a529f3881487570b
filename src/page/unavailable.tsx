/** The one page for links that are unknown, used, expired, superseded or early: it never says which. */
import { Contact, PostForm } from './form.tsx'
import type { UnavailableView } from './views.ts'

/** What can be behind it, and what to do. */
export function Unavailable({ nonce, contact }: UnavailableView) {
  return (
    <main>
      <section class="lead">
        <h1>This link cannot be opened here</h1>
        <p>You have done nothing wrong. It can have one of these reasons:</p>
        <ul>
          <li>it is early: a link opens shortly before the interview,</li>
          <li>it was opened in another browser or on another device,</li>
          <li>a newer link took its place, or the interview is over,</li>
          <li>part of the address was lost when it was copied.</li>
        </ul>
        <h2>What you can do</h2>
        <ul>
          <li>Opened it elsewhere? Go on in that browser; it can also bring you to this device.</li>
          <li>Look for a newer message, or try again closer to the time.</li>
          <li>
            {contact === undefined ? (
              'Write to the person who invited you and ask for a new link.'
            ) : (
              <>
                Ask <Contact>{contact}</Contact> for a new link.
              </>
            )}
          </li>
        </ul>
      </section>
      <section>
        <PostForm nonce={nonce}>
          <p>
            If the link is yours, this tells the recruiter that you are waiting. It notes that a
            browser came, and from which network.
          </p>
          <button class="primary">Continue here</button>
        </PostForm>
      </section>
    </main>
  )
}
