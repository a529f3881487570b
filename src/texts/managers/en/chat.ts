/** What Slack and Discord say by themselves: troubles, rights, pages, forms in parts. */

/** The texts, by the file that uses them. */
export const chat = {} as const
