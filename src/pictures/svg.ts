/** Writing SVG: every value is escaped, every number short, no style and no script. */

/** A value of an attribute; undefined leaves it out. */
export type Value = string | number | undefined

/** Characters that XML 1.0 does not have at all. Source: w3.org/TR/xml, production 2 (read 2026-11-25). */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text that means nothing but itself, between tags and inside quotes. */
export function escapeXml(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

/** A length or coordinate to a tenth of a unit: finer than any screen shows. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** An element. In: attributes by name, and what stands inside, already written. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...inside: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(String(value))}"`,
    )
    .join('')
  return inside.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${inside.join('')}</${name}>`
}

/** How large a picture is. */
export interface Shape {
  /** Unique on the page. */
  id: string
  width: number
  height: number
}

/** A whole picture with a name and a description for whoever does not see it. */
export function picture(
  { id, width, height, title, description }: Shape & { title: string; description: string },
  ...inside: readonly string[]
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'picture',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      'font-family': 'DejaVu Sans, Verdana, sans-serif',
      // Letters as wide as they are, at any size: rounded to pixels, thirty of them leave the picture.
      'text-rendering': 'geometricPrecision',
    },
    element('title', { id: `${id}-title` }, escapeXml(title)),
    element('desc', { id: `${id}-description` }, escapeXml(description)),
    ...inside,
  )
}
