/** What the console says by itself. */

/** The texts, by the file that uses them. */
export const desk = {
  /** A page that could not be answered. */
  failure: { title: 'That did not work' },
} as const
