import { Icon } from './icon.tsx'

/** What an empty channel needs. */
export interface EmptyChannelProps {
  channel: string
  busy: boolean
  onType: (text: string) => Promise<boolean>
}

/** How a verification goes, in three lines. */
const story = [
  ['Ask', 'Type /verify with a name, a place and a time. You get a one-time link to send on.'],
  ['Measure', 'The candidate reads what is measured, agrees, and joins the interview as usual.'],
  [
    'Decide',
    'A card here explains what fits and what does not. What it means is for you to decide.',
  ],
] as const

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
      <h2 id="empty-title">Know where your interview really takes place</h2>
      <p>
        Nothing has happened in #{channel} yet. Watch simulated candidates go through a
        verification, or begin with a real one.
      </p>
      <div class="buttons">
        <button
          type="button"
          class="button button-primary"
          aria-disabled={busy}
          onClick={() => type('/verify demo')}
        >
          Try <code>/verify demo</code>
        </button>
        <button
          type="button"
          class="button button-normal"
          aria-disabled={busy}
          onClick={() => type('/verify')}
        >
          Verify a candidate
        </button>
      </div>
      <ol class="story">
        {story.map(([title, text]) => (
          <li>
            <b>{title}</b>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
