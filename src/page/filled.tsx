/** A text with elements in the places that it has for them. */
import { Fragment, type ComponentChildren } from 'preact'
import { piecesOf } from '../texts/fill.ts'

/** Draws it. In: what belongs into each place, by its name. */
export function Filled({
  text,
  parts,
}: {
  text: string
  parts: Readonly<Record<string, ComponentChildren>>
}) {
  return (
    <>
      {piecesOf(text).map((piece, at) => (
        <Fragment key={at}>{at % 2 === 0 ? piece : parts[piece]}</Fragment>
      ))}
    </>
  )
}
