/** The one page for links that are unknown, used, expired, superseded or early: it never says which. */
import { Filled } from './filled.tsx'
import { Contact, PostForm } from './form.tsx'
import { useTexts } from './texts.ts'
import type { UnavailableView } from './views.ts'

/** What can be behind it, and what to do. */
export function Unavailable({ nonce, contact }: UnavailableView) {
  const { unavailable } = useTexts()
  return (
    <main>
      <section class="lead">
        <h1>{unavailable.title}</h1>
        <p>{unavailable.lead}</p>
        <ul>
          {unavailable.reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
        <h2>{unavailable.doTitle}</h2>
        <ul>
          <li>{unavailable.elsewhere}</li>
          <li>{unavailable.newer}</li>
          <li>
            {contact === undefined ? (
              unavailable.write
            ) : (
              <Filled text={unavailable.ask} parts={{ contact: <Contact>{contact}</Contact> }} />
            )}
          </li>
        </ul>
      </section>
      <section>
        <PostForm nonce={nonce}>
          <p>{unavailable.waiting}</p>
          <button class="primary">{unavailable.button}</button>
        </PostForm>
      </section>
    </main>
  )
}
