/** Readings on their way to the server: over the socket when it is open, by POST when it is not. */
import type { SentSignal, SignalsBody } from './views.ts'

/** A socket gets this long before a POST is tried instead. */
const POST_AFTER_MS = 3_000
/** Pause after a POST that failed. */
const POST_AGAIN_MS = 10_000
/** More are not kept when nothing gets through for long; the server takes no more in one message. */
const KEPT = 50

/** Readings that wait for a way out. */
export interface Outbox {
  put(signals: readonly SentSignal[]): void
  /** Sends what waits; called when the socket opens. */
  flush(): void
  stop(): void
}

/**
 * Creates an outbox.
 *
 * In: `send` over the socket, false when it is not open; `posted` gets the answer to a POST that arrived.
 */
export function createOutbox(deps: {
  path: string
  send(text: string): boolean
  posted(answer: string): void
}): Outbox {
  let waiting: SentSignal[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function put(signals: readonly SentSignal[]): void {
    waiting = newest([...waiting, ...signals])
    flush()
  }

  function flush(): void {
    if (waiting.length === 0) return
    if (deps.send(JSON.stringify({ t: 'signals', ...take() }))) waiting = []
    else schedule(POST_AFTER_MS)
  }

  function take(): SignalsBody {
    return { now: Date.now(), signals: waiting }
  }

  function schedule(pauseMs: number): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void post()
    }, pauseMs)
  }

  async function post(): Promise<void> {
    if (waiting.length === 0) return
    const body = JSON.stringify(take())
    const sent = waiting
    waiting = []
    try {
      const answer = await fetch(deps.path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      // A refusal (the session is over, say) stays one; only trouble is worth another try.
      if (answer.status === 429 || answer.status >= 500) throw new Error(String(answer.status))
      if (answer.ok) deps.posted(await answer.text())
    } catch {
      waiting = newest([...sent, ...waiting])
      schedule(POST_AGAIN_MS)
    }
  }

  return { put, flush, stop: () => clearTimeout(timer) }
}

/** Leaves out what is too much: first the oldest of those that a later reading of the same thing outdates. */
function newest(signals: readonly SentSignal[]): SentSignal[] {
  const kept = [...signals]
  while (kept.length > KEPT) {
    const outdated = kept.findIndex(({ name }, i) => kept.slice(i + 1).some((s) => s.name === name))
    kept.splice(Math.max(0, outdated), 1)
  }
  return kept
}
