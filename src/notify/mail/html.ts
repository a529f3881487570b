/** A mail as HTML: text, one link and colours; no picture, no script, nothing loaded from anywhere. */
import type { Letter, Part } from './parts.ts'

/** Fonts that draw Han characters as the language does come before the system's own, which may be another's. */
const FONTS: Readonly<Partial<Record<Letter['language'], string>>> = {
  ja: '"Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans JP",',
  ko: '"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR",',
  'zh-Hans': '"PingFang SC","Microsoft YaHei","Noto Sans SC",',
}

/** How lines break: words of Korean stay whole, Japanese never breaks before a small kana. */
const BREAKS: Readonly<Partial<Record<Letter['language'], string>>> = {
  ja: 'line-break:strict;',
  ko: 'word-break:keep-all;',
}

/** Styles stand at each element: several mail programs drop those of the head. */
const STYLE = {
  body: 'margin:0;padding:24px 16px;background:#f4f5f7;color:#1c2430;',
  main: 'max-width:36em;margin:0 auto;padding:24px;background:#ffffff;border-radius:12px;overflow-wrap:anywhere;',
  text: 'margin:0 0 16px;',
  quiet: 'margin:0 0 16px;color:#515c6b;font-size:14px;',
  heading: 'margin:24px 0 8px;font-size:18px;line-height:1.3;',
  name: 'margin:0;color:#515c6b;font-size:14px;',
  value: 'margin:0 0 12px;font-weight:600;',
  button:
    'display:inline-block;padding:12px 20px;background:#1f5fbf;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none;',
  url: 'color:#1f5fbf;',
} as const

/** Draws it. */
export function htmlText({ language, subject, parts }: Letter): string {
  return `<!doctype html>
<html lang="${escape(language)}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(subject)}</title>
</head>
<body style="${attribute(`${STYLE.body}${fontOf(language)}${BREAKS[language] ?? ''}`)}">
<div style="${attribute(STYLE.main)}">
${parts.map(htmlPart).join('\n')}
</div>
</body>
</html>
`
}

function fontOf(language: Letter['language']): string {
  return `font:16px/1.5 ${FONTS[language] ?? ''}system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;`
}

function htmlPart(part: Part): string {
  switch (part.kind) {
    case 'text':
      return `<p dir="auto" style="${part.quiet === true ? STYLE.quiet : STYLE.text}">${escape(part.text)}</p>`
    case 'heading':
      return `<h2 style="${STYLE.heading}">${escape(part.text)}</h2>`
    case 'facts': {
      const facts = part.facts.map(
        ({ name, value }) =>
          `<dt style="${STYLE.name}">${escape(name)}</dt><dd dir="auto" style="${STYLE.value}">${escape(value)}</dd>`,
      )
      return `<dl style="${STYLE.text}">${facts.join('')}</dl>`
    }
    case 'link': {
      const url = escape(part.url)
      return `<p style="${STYLE.text}"><a href="${url}" style="${STYLE.button}">${escape(part.label)}</a></p>
<p style="${STYLE.quiet}"><a href="${url}" style="${STYLE.url}">${url}</a></p>`
    }
  }
}

/** Text that stays text, in an element or a quoted attribute. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const attribute = escape
