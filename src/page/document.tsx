/** The frame of every page of the candidate. */
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { catalogue } from '../texts/catalogue.ts'
import type { Language } from '../texts/languages.ts'
import { LanguageContext } from './texts.ts'

/** What differs between the frames. A title never names the candidate: links are previewed. */
export interface Head {
  title: string
  /** Whether the page's script is loaded. */
  script?: boolean
  /** Whether the tapping exercise is part of the page. */
  control?: boolean
  /** Whether the candidate is a simulated one, which the page says. */
  simulated?: boolean
}

/** A whole document. The content policy forbids inline script and style, so both come from `/assets`. */
export function toDocument(
  { title, script, control, simulated }: Head,
  language: Language,
  body: ComponentChildren,
): string {
  const { frame } = catalogue[language]
  const html = renderToString(
    <html lang={language} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href="/assets/page.css" />
        {control && <link rel="stylesheet" href="/assets/control.css" />}
        {script && <script type="module" src="/assets/page.js" />}
        {control && <script type="module" src="/assets/control.js" />}
      </head>
      <body>
        <header>
          <p class="brand">
            <Mark />
            {frame.brand}
          </p>
          {simulated && <p class="simulated">{frame.simulated}</p>}
        </header>
        <LanguageContext.Provider value={language}>{body}</LanguageContext.Provider>
        <footer>{frame.footer}</footer>
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}

/** A place on a map; decoration. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 22c4.5-4.9 7-8.7 7-12a7 7 0 1 0-14 0c0 3.3 2.5 7.1 7 12Z" />
      <circle cx="12" cy="10" r="2.6" />
    </svg>
  )
}
