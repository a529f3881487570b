/** How far the passive readings are. */
import { useTexts } from './texts.ts'
import type { ProgressView } from './views.ts'

const STEPS = ['address', 'clock', 'browser', 'latency'] as const

/** The steps with their states; the script keeps them current. */
export function Progress(measured: ProgressView) {
  const { progress, live } = useTexts()
  const done = STEPS.every((key) => measured[key] === 'done')
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{progress.title}</h2>
      <ul class="steps">
        {STEPS.map((key) => (
          <li data-step={key} data-state={measured[key]}>
            {progress.steps[key]}
            <span>{live[measured[key]]}</span>
          </li>
        ))}
      </ul>
      {!done && (
        <noscript>
          <p class="hint">
            {progress.noScript} <a href="/s">{progress.again}</a>
          </p>
        </noscript>
      )}
      <p class="hint" role="status" data-summary>
        {done ? live.allRead : progress.hint}
      </p>
    </section>
  )
}
