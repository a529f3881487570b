/** What was recorded, and the two wishes a candidate can send about it. */
import type { Source } from '../core/signal-definition.ts'
import { Filled } from './filled.tsx'
import { Contact, Name, PostForm } from './form.tsx'
import { useCounted, useReading, useTexts } from './texts.ts'
import type { RecordedView } from './views.ts'

/** More readings of one thing than this are folded: an hour has sixty of some. */
const SHOWN = 3

/** One reading in words. */
interface Item {
  title: string
  value: string
  /** When. */
  at: string
  source: Source
}

/** The page of readings. */
export function Recorded({
  company,
  contact,
  signals,
  zone,
  today,
  retentionDays,
  caseDays,
  attributions,
  nonce,
  erasable,
}: RecordedView) {
  const { recorded, readings: words, frame } = useTexts()
  const counted = useCounted()
  const reading = useReading()
  const items = signals.map((signal) => ({
    title: words.titles[signal.name],
    value: reading.value(signal),
    at: reading.at(signal.at, zone, today),
    source: signal.source,
  }))
  const parts = { company: <Name>{company}</Name>, contact: <Contact>{contact}</Contact> }
  return (
    <main>
      <section class="lead">
        <h1>{recorded.title}</h1>
        <p>
          <Filled text={recorded.lead} parts={parts} />
          {frame.between}
          {counted(recorded.readings, retentionDays)}
          {frame.between}
          {counted(recorded.findings, caseDays)}
        </p>
        <p>
          <Filled text={recorded.copy} parts={parts} />
        </p>
        {items.length === 0 ? (
          <p class="done">{recorded.nothing}</p>
        ) : (
          <dl class="records">
            {byTitle(items).map(([title, readings]) => (
              <div>
                <dt>{title}</dt>
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
        {items.length > 0 && (
          <p class="hint">
            <Filled text={words.times} parts={{ zone: reading.zone(zone) }} />
          </p>
        )}
        {attributions.map(({ text, url }) => (
          <p class="hint">
            <a href={url} rel="noreferrer" lang="en">
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
function byTitle(items: readonly Item[]): [string, Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(item.title, [...(groups.get(item.title) ?? []), item])
  return [...groups]
}

function Earlier({ items }: { items: readonly Item[] }) {
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

function Value({ value, at, source }: Item) {
  const { recorded, readings } = useTexts()
  return (
    <>
      <Name>{value}</Name>
      <small>
        {recorded.sources[source]}
        {readings.comma}
        <span class="moment">{at}</span>
      </small>
    </>
  )
}
