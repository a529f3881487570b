/** What was recorded, and the two wishes a candidate can send about it. */
import type { Source } from '../core/signal-definition.ts'
import { Contact, Name, PostForm } from './form.tsx'
import type { RecordedItemView, RecordedView } from './views.ts'

/** More readings of one thing than this are folded: an hour has sixty of some. */
const SHOWN = 3

/** Where a reading came from, for the candidate. */
const SOURCES: Record<Source, string> = {
  page: 'said by your browser',
  server: 'seen by our server',
  platform: 'from the meeting service',
  record: 'from your application',
  human: 'said by a person',
}

/** The page of readings. */
export function Recorded({
  company,
  contact,
  items,
  retentionDays,
  caseDays,
  attributions,
  nonce,
  erasable,
}: RecordedView) {
  return (
    <main>
      <section class="lead">
        <h1>What was recorded</h1>
        <p>
          This is what <Name>{company}</Name> has of your visit: what was stated for it, and what
          was read. People there who work on this opening see it, together with what it showed.
          Readings are deleted {retentionDays} days after your interview; what they showed stays
          with your application for up to {caseDays} days.
        </p>
        <p>
          Your name, e-mail address and phone number are kept with it. For a copy of everything, ask{' '}
          <Contact>{contact}</Contact>.
        </p>
        {items.length === 0 ? (
          <p class="done">Nothing has been recorded yet.</p>
        ) : (
          <dl class="records">
            {byTitle(items).map(([title, readings]) => (
              <div>
                <dt>
                  <Name>{title}</Name>
                </dt>
                <Earlier items={readings.slice(0, -SHOWN)} />
                {readings.slice(-SHOWN).map((item) => (
                  <dd>
                    <Value {...item} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        )}
        {attributions.map(({ text, url }) => (
          <p class="hint">
            <a href={url} rel="noreferrer">
              {text}
            </a>
          </p>
        ))}
      </section>
      <section class="options" aria-labelledby="wishes">
        <h2 id="wishes">Your choices</h2>
        <PostForm action="/s/request" nonce={nonce} class="option">
          <input type="hidden" name="kind" value="contest" />
          <label for="contest-text">Is something wrong, or does it need explaining?</label>
          <textarea id="contest-text" name="text" rows={4} required maxLength={2000} dir="auto" />
          <p class="hint">A person reads it beside the result.</p>
          <button>Send to the recruiter</button>
        </PostForm>
        {erasable ? (
          <PostForm action="/s/request" nonce={nonce} class="option">
            <input type="hidden" name="kind" value="erase" />
            <p>
              You can ask to have your data erased. A person at <Name>{company}</Name> answers; it
              may have to wait while your application is open.
            </p>
            <button>Ask to erase it</button>
          </PostForm>
        ) : (
          <p class="option">
            To have your data erased, write to <Contact>{contact}</Contact>.
          </p>
        )}
      </section>
      <p class="after">
        <a href="/s">Back to your interview</a>
        <span>
          Questions? <Contact>{contact}</Contact>
        </span>
      </p>
    </main>
  )
}

/** What was read again and again stands together, in the order of its first reading. */
function byTitle(items: readonly RecordedItemView[]): [string, RecordedItemView[]][] {
  const groups = new Map<string, RecordedItemView[]>()
  for (const item of items) groups.set(item.title, [...(groups.get(item.title) ?? []), item])
  return [...groups]
}

function Earlier({ items }: { items: readonly RecordedItemView[] }) {
  if (items.length === 0) return null
  return (
    <dd>
      <details>
        <summary>{items.length} earlier</summary>
        <ul>
          {items.map((item) => (
            <li>
              <Value {...item} />
            </li>
          ))}
        </ul>
      </details>
    </dd>
  )
}

function Value({ value, at, source }: RecordedItemView) {
  return (
    <>
      <Name>{value}</Name>
      <small>
        {SOURCES[source]}, {at}
      </small>
    </>
  )
}
