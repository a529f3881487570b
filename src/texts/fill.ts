/** Puts names and times into the places that a text has for them: "Ask {contact}." */

/** A text in pieces: words at even places, names of what belongs between them at odd ones. */
export function piecesOf(text: string): string[] {
  return text.split(/\{(\w+)\}/)
}

/** The text with everything in its place. Fails: throws for a place that nothing is given for. */
export function fill(text: string, parts: Readonly<Record<string, string>>): string {
  return piecesOf(text)
    .map((piece, at) => {
      if (at % 2 === 0) return piece
      const part = parts[piece]
      if (part === undefined) throw new Error(`nothing was given for {${piece}} in “${text}”`)
      return part
    })
    .join('')
}
