/** How far the passive readings are. */
import type { ProgressView } from './views.ts'

const STEPS: readonly { key: keyof ProgressView; title: string }[] = [
  { key: 'address', title: 'IP address' },
  { key: 'clock', title: 'Time zone and clock' },
  { key: 'browser', title: 'Browser and device' },
  { key: 'latency', title: 'Connection timing' },
]

/** The steps with their states; the script keeps them current. */
export function Progress(progress: ProgressView) {
  const done = STEPS.every(({ key }) => progress[key] === 'done')
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">What is read</h2>
      <ul class="steps">
        {STEPS.map(({ key, title }) => (
          <li data-step={key} data-state={progress[key]}>
            {title}
            <span>{progress[key]}</span>
          </li>
        ))}
      </ul>
      {!done && (
        <noscript>
          <p class="hint">
            Your browser does not run our script, so some of these stay open. That is fine, and you
            can join all the same. <a href="/s">Look again</a>
          </p>
        </noscript>
      )}
      <p class="hint" role="status" data-summary>
        {done ? 'All read.' : 'This takes about ten seconds. You can join at any time.'}
      </p>
    </section>
  )
}
