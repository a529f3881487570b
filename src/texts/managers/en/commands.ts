/** What forms and answers of the commands say. */

/** The texts, by the file that uses them. */
export const commands = {} as const
