/** The desk's pages as HTML: the only entry that the web room imports. */
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { ReportView } from '../core/report.ts'
import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import { managers } from '../texts/managers.ts'
import { ConsoleApp } from './console-app.tsx'
import { Icon } from './icon.tsx'
import { ReportPage } from './report-page.tsx'
import type { ConsoleData, PlainView } from './views.ts'

/** A whole document. The policy of the page forbids inline script and style, so everything comes from `/assets`. */
function page(title: string, body: ComponentChildren, live?: unknown): string {
  const html = renderToString(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href="/assets/desk.css" />
        {live !== undefined && <script type="module" src="/assets/desk.js" />}
      </head>
      <body>
        <div id="desk">{body}</div>
        {live !== undefined && (
          <script
            type="application/json"
            id="data"
            dangerouslySetInnerHTML={{ __html: toEmbeddedJson(live) }}
          />
        )}
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}

/** JSON that cannot end the element it stands in. */
function toEmbeddedJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

/** The console: a hiring channel in the browser. Its script makes it live. */
export function renderConsole(data: ConsoleData): string {
  const { channel, company } = data
  return page(fill(desk.console.title, { channel, company }), <ConsoleApp data={data} />, data)
}

/** The report of one case; readable without script. */
export function renderReport(view: ReportView): string {
  const { title: text, erasedCase } = managers.report
  const title = fill(text, { candidate: view.candidate ?? erasedCase })
  return page(title, <ReportPage view={view} />)
}

/** A small page of a title and some lines. */
export function renderPlain({ title, lines }: PlainView): string {
  return page(
    fill(desk.plain.title, { title }),
    <main class="plain">
      <p class="report-kind">
        <Icon name="pin" /> Whereabouts
      </p>
      <h1>{title}</h1>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </main>,
  )
}
