/** Puts names and times into the places that a text has for them: "Ask {contact}." */
import type { Template } from './template.ts'

/** A text in pieces: words at even places, names of what belongs between them at odd ones. */
export function piecesOf(text: string): string[] {
  return text.split(/\{(\w+)\}/)
}

/** The text with everything in its place; for texts of managers the compiler knows the places. Fails: throws for a place that nothing is given for. */
export function fill<Place extends string>(
  text: Template<Place>,
  parts: Readonly<Record<NoInfer<Place>, string | number>>,
): string
export function fill(text: string, parts: Readonly<Record<string, string>>): string
export function fill(text: unknown, parts: Readonly<Record<string, string | number>>): string {
  return piecesOf(String(text))
    .map((piece, at) => {
      if (at % 2 === 0) return piece
      const part = parts[piece]
      if (part === undefined)
        throw new Error(`nothing was given for {${piece}} in “${String(text)}”`)
      return String(part)
    })
    .join('')
}
