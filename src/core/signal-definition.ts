/** What is declared of every signal: its form, and who is believed. Its name for people is in `texts/readings/`. */
import type { z } from 'zod'

/** Who told us: the page (forgeable), our server (measured), a meeting service, the application, or a person. */
export const sources = ['page', 'server', 'platform', 'record', 'human'] as const

/** Where a signal came from. */
export type Source = (typeof sources)[number]

/** What is declared of a signal. */
export interface Definition<S extends z.ZodType = z.ZodType, N extends boolean = boolean> {
  schema: S
  /** The only sources it is believed from; a page cannot state what a server measures. */
  from: readonly Source[]
  /** `series`: a check gets every value of the round, oldest first; otherwise the latest. */
  series: N
}

/** Declares a signal. */
export function define<S extends z.ZodType, const N extends boolean>(
  from: readonly Source[],
  series: N,
  schema: S,
): Definition<S, N> {
  return { schema, from, series }
}
