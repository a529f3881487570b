import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import { Filled } from './filled.tsx'
import { Icon } from './icon.tsx'

const texts = desk.empty

/** What an empty channel needs. */
export interface EmptyChannelProps {
  channel: string
  busy: boolean
  onType: (text: string) => Promise<boolean>
}

/** How a verification goes, in three lines. */
const story = [texts.story.ask, texts.story.measure, texts.story.decide]

/** A channel without messages: says what happens here and offers the first step. */
export function EmptyChannel({ channel, busy, onType }: EmptyChannelProps) {
  const type = (text: string) => {
    if (!busy) void onType(text)
  }
  return (
    <section class="empty" aria-labelledby="empty-title">
      <span class="empty-mark">
        <Icon name="pin" />
      </span>
      <h2 id="empty-title">{texts.title}</h2>
      <p>{fill(texts.lead, { channel })}</p>
      <div class="buttons">
        <button
          type="button"
          class="button button-primary"
          aria-disabled={busy}
          onClick={() => type('/verify demo')}
        >
          <Filled text={texts.try} parts={{ command: <code>/verify demo</code> }} />
        </button>
        <button
          type="button"
          class="button button-normal"
          aria-disabled={busy}
          onClick={() => type('/verify')}
        >
          {texts.verify}
        </button>
      </div>
      <ol class="story">
        {story.map(({ title, text }) => (
          <li>
            <b>{title}</b>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
