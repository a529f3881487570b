/** What Discord would make of texts: every mention, link, format and heading in them, read by its own rules. */

/** Signs that a backslash takes the meaning from are shown as they are; here they become a letter that means nothing. */
function withoutEscaped(text: string): string {
  return text.replace(/\\[^0-9A-Za-z\s]/g, 'x')
}

/** Mentions, links, invitations, formats, headings, lists and quotes in a text that Discord reads as markup. */
export function meaningsIn(text: string): string[] {
  const patterns = [
    /<[@#:/ta][^>\n]*>/g,
    /@(everyone|here)/g,
    /(?:https?|discord|steam):\/\/\S/g,
    /discord(?:app)?\.(?:gg|com)\/\S+/g,
    /\[[^\]\n]*\]\([^)\n]*\)/g,
    /`[^`]+`/g,
    /\*[^*\n]+\*/g,
    /_[^_\n]+_/g,
    /~~[^~\n]+~~/g,
    /\|\|[^|\n]+\|\|/g,
    /^\s*(?:#{1,3} |-# |> |>>> |[*+-] |\d+[.)] )/gm,
  ]
  const left = withoutEscaped(text)
  return patterns.flatMap((pattern) => left.match(pattern) ?? [])
}

/** The same for a text of ours, whose own formats are taken out first. */
export function meaningsBeside(text: string): string[] {
  const own = text
    .replace(/^```\n[^]*?\n```$/gm, '')
    .replace(/^-# /gm, '')
    .replace(/^> /gm, '')
    .replace(/(^|[^\\*])\*\*((?:\\.|[^\\*\n])+)\*\*/g, '$1$2')
  return meaningsIn(own)
}
