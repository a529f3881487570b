/** What happens with a platform, for the operator. */

/** Writes a line: what belongs to it, and what happened. */
export type Log = (level: 'debug' | 'info' | 'warn' | 'error', data: object, text: string) => void
