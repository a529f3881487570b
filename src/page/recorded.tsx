/** What was recorded, and the two wishes a candidate can send about it. */
import { Filled } from './filled.tsx'
import { Contact, Name, PostForm } from './form.tsx'
import { useCounted, useTexts } from './texts.ts'
import type { RecordedItemView, RecordedView } from './views.ts'

/** More readings of one thing than this are folded: an hour has sixty of some. */
const SHOWN = 3

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
  const { recorded, frame } = useTexts()
  const counted = useCounted()
  const parts = { company: <Name>{company}</Name>, contact: <Contact>{contact}</Contact> }
  return (
    <main>
      <section class="lead">
        <h1>{recorded.title}</h1>
        <p>
          <Filled text={recorded.lead} parts={parts} /> {counted(recorded.readings, retentionDays)}{' '}
          {counted(recorded.findings, caseDays)}
        </p>
        <p>
          <Filled text={recorded.copy} parts={parts} />
        </p>
        {recorded.inEnglish !== '' && <p class="hint">{recorded.inEnglish}</p>}
        {items.length === 0 ? (
          <p class="done">{recorded.nothing}</p>
        ) : (
          <dl class="records">
            {byTitle(items).map(([title, readings]) => (
              <div>
                <dt lang="en">
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
        <h2 id="wishes">{recorded.choices}</h2>
        <PostForm action="/s/request" nonce={nonce} class="option">
          <input type="hidden" name="kind" value="contest" />
          <label for="contest-text">{recorded.wrong}</label>
          <textarea id="contest-text" name="text" rows={4} required maxLength={2000} dir="auto" />
          <p class="hint">{recorded.wrongHint}</p>
          <button>{recorded.send}</button>
        </PostForm>
        {erasable ? (
          <PostForm action="/s/request" nonce={nonce} class="option">
            <input type="hidden" name="kind" value="erase" />
            <p>
              <Filled text={recorded.erase} parts={parts} />
            </p>
            <button>{recorded.eraseButton}</button>
          </PostForm>
        ) : (
          <p class="option">
            <Filled text={recorded.write} parts={parts} />
          </p>
        )}
      </section>
      <p class="after">
        <a href="/s">{recorded.backToInterview}</a>
        <span>
          <Filled text={frame.questions} parts={parts} />
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
  const { recorded } = useTexts()
  const counted = useCounted()
  if (items.length === 0) return null
  return (
    <dd>
      <details>
        <summary>{counted(recorded.earlier, items.length)}</summary>
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
  const { recorded } = useTexts()
  return (
    <>
      <span lang="en">
        <Name>{value}</Name>
      </span>
      <small>
        {recorded.sources[source]}, {at}
      </small>
    </>
  )
}
