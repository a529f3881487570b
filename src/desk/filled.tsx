/** A text with elements in the places that it has for them. */
import { Fragment, type ComponentChildren } from 'preact'
import { piecesOf } from '../texts/fill.ts'
import type { Template } from '../texts/template.ts'

/** What a text with places needs. */
export interface FilledProps<Place extends string> {
  text: Template<Place>
  /** What belongs into each place, by its name. */
  parts: Readonly<Record<NoInfer<Place>, ComponentChildren>>
}

/** Draws it. */
export function Filled<Place extends string>({ text, parts }: FilledProps<Place>) {
  const given: Readonly<Record<string, ComponentChildren>> = parts
  return (
    <>
      {piecesOf(String(text)).map((piece, at) => (
        <Fragment key={at}>{at % 2 === 0 ? piece : given[piece]}</Fragment>
      ))}
    </>
  )
}
