/** What the report of a case says. */

/** The texts, by the file that uses them. */
export const report = {} as const
