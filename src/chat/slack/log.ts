/** What Bolt says, for the operator. */
import type { LogLevel, Logger } from '@slack/bolt'
import type { Log } from '../log.ts'

/** Bolt's own lines. Its debug lines repeat whole payloads, with names and tokens in them: they go nowhere. */
export function toBoltLogger(log: Log, level: LogLevel): Logger {
  const line =
    (as: 'debug' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log(as, {}, `slack: ${parts.map(inWords).join(' ')}`)
  return {
    debug: () => undefined,
    info: line('debug'),
    warn: line('warn'),
    error: line('error'),
    setLevel: () => undefined,
    getLevel: () => level,
    setName: () => undefined,
  }
}

function inWords(part: unknown): string {
  return part instanceof Error ? part.message : String(part)
}
