/** What a beacon logs: lines of JSON, as the main server does. No address, no ticket. */

/** Writes one line. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  text: string,
  data?: Readonly<Record<string, unknown>>,
) => void

/** Logs to standard output. */
export const logLines: Log = (level, text, data = {}) => {
  process.stdout.write(`${JSON.stringify({ level, time: Date.now(), msg: text, ...data })}\n`)
}
