/** Texts with places, as the compiler sees them: none is shown before every place of it is filled. */
import type { Plural } from './plural.ts'

/** The names of the places in a text: "Ask {contact} by {moment}." has `contact` and `moment`. */
type PlacesOf<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesOf<Rest>
  : never

declare const places: unique symbol

/** A text that still has places: no string until `fill` was given something for each. */
export interface Template<Place extends string> {
  readonly [places]: Place
}

/** Any text that has all of some places, wherever a language puts them. */
type Having<Place extends string> = (
  Place extends string ? (text: `${string}{${Place}}${string}`) => void : never
) extends (text: infer Text) => void
  ? Text
  : never

/** What a language has to say where another says this: the same keys, the same places. */
export type Wording<Texts> = Texts extends string
  ? [PlacesOf<Texts>] extends [never]
    ? string
    : Having<PlacesOf<Texts>>
  : Texts extends Plural
    ? Plural
    : { readonly [Key in keyof Texts]: Wording<Texts[Key]> }

/** The same for whoever shows it. */
export type Fillable<Texts> = Texts extends string
  ? [PlacesOf<Texts>] extends [never]
    ? string
    : Template<PlacesOf<Texts>>
  : Texts extends Plural
    ? Plural
    : { readonly [Key in keyof Texts]: Fillable<Texts[Key]> }
