/** Reads rendered HTML back: which text it shows, which elements it holds. */

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

/** Text as a reader sees it. */
export function toText(html: string): string {
  return unescape(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')
}

function unescape(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
}

/** Names of all elements, in order. */
export function toElements(html: string): string[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name]) => name ?? '')
}

/** Values of an attribute, in order. */
export function toAttributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) =>
    unescape(value ?? ''),
  )
}
