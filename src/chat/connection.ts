/** Staying in touch: tries again for as long as the process runs, and says how it stands. */
import type { Log } from './log.ts'

/** A connection that is kept. */
export interface Connection {
  /** How it stands, in words. */
  state(): string
  start(): void
  stop(): Promise<void>
}

/** How it is made. */
export interface Line {
  /** What is connected to. */
  platform: 'Slack' | 'Discord'
  /**
   * Connects.
   *
   * In: says how it stands, for a line that heals by itself. Out: settles when the connection ends; null for one that
   * needs no keeping. Fails: when there is none.
   */
  open(say: (state: string) => void): Promise<{ ended: Promise<unknown> } | null>
  close(): Promise<void>
  /** Why it failed, in words without secrets. */
  reasonOf(error: unknown): string
}

/** Waits between two tries, ms: the first, the longest. */
const RETRY_MS = { first: 1_000, most: 60_000 } as const

/** Keeps a connection. */
export function keepConnected(
  line: Line,
  log: Log,
  retryMs: { first: number; most: number } = RETRY_MS,
): Connection {
  const { platform } = line
  let state = 'not started'
  let isStopped = false
  let wakeUp = () => {}
  let running: Promise<void> = Promise.resolve()

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function keep(): Promise<void> {
    let failed = 0
    while (!isStopped) {
      try {
        state = 'connecting'
        const opened = await line.open((said) => {
          state = said
        })
        failed = 0
        state = 'connected'
        log('info', {}, `connected to ${platform}`)
        if (opened === null) return
        // A new connection follows at once: what a person does in between is lost to them.
        await opened.ended
        if (!isStopped) log('info', {}, `${platform} ended the connection`)
      } catch (error) {
        if (isStopped) return
        const waitMs = Math.min(retryMs.most, retryMs.first * 2 ** Math.min(failed, 10))
        failed += 1
        const reason = line.reasonOf(error)
        state = `not connected: ${reason}`
        log('warn', { reason, waitMs }, `${platform} cannot be reached; trying again`)
        await pause(waitMs)
      }
    }
  }

  return {
    state: () => state,
    start() {
      running = keep()
    },
    async stop() {
      isStopped = true
      wakeUp()
      await line.close()
      await running
      state = 'stopped'
    },
  }
}
