/** What the console says by itself. */

/** The texts, by the file that uses them. */
export const desk = {} as const
