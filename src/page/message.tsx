/** A small page of a title and some lines. */
import type { MessageView } from './views.ts'

/** Title, lines, and the way back. */
export function Message({ title, lines, back }: MessageView) {
  return (
    <main>
      <section class="lead">
        <h1>{title}</h1>
        {lines.map((line) => (
          <p dir="auto">{line}</p>
        ))}
        {back !== undefined && (
          <p>
            <a class="button" href={back.href}>
              {back.text}
            </a>
          </p>
        )}
      </section>
    </main>
  )
}
