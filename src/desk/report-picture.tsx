import type { ReportPicture } from '../core/report.ts'

/** What a picture in a report needs. */
export interface PictureInFullProps {
  /** Unique on the page. */
  id: string
  title: string
  picture: ReportPicture
}

/**
 * A picture and all that it shows in words.
 *
 * It comes twice, for wide and for narrow screens; the style sheet shows one. Its text is escaped by whoever drew it.
 */
export function PictureInFull({ id, title, picture: { svg, lines } }: PictureInFullProps) {
  return (
    <figure class="report-picture" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {svg !== null && (
        <>
          <div class="when-wide" dangerouslySetInnerHTML={{ __html: svg.wide }} />
          <div class="when-narrow" dangerouslySetInnerHTML={{ __html: svg.narrow }} />
        </>
      )}
      <figcaption>
        <ul class="picture-lines">
          {lines.map((line) => (
            <li dir="auto">{line}.</li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
