/**
 * Nonce echoes: the server sends a nonce, the page sends it back at once, the time between is the round trip.
 *
 * A client can only lengthen an echo, never shorten it: it cannot answer a nonce it has not seen.
 * Echoes go strictly one after another: overlapping ones are held back by Nagle's algorithm at proxies.
 */

/** What a meter needs of its connection. */
export interface EchoConnection {
  send(nonce: string): void
  /** Monotonic ms. */
  now(): number
  nonce(): string
  /** Calls back after ms. Out: cancels. */
  after(ms: number, then: () => void): () => void
  /** Samples of the burst, then of each minute, in ms and in order. */
  report(samplesMs: number[]): void
  /** The other side has not answered for long. */
  dead(): void
}

/** How often and how long. Source: product design, "Live socket". */
export const ECHO_TIMES = {
  /** Echoes sent one after another at first. */
  burst: 10,
  /** Pause between two of the burst, ms. */
  burstPause: 50,
  /** Pause between two afterwards, ms. */
  pause: 10_000,
  /** An echo that takes longer is given up, ms: GEO satellites answer in under 1,000. */
  patience: 15_000,
  /** Summary interval after the burst, ms. */
  minute: 60_000,
} as const

/** A running measurement of one connection. */
export interface EchoMeter {
  /** The other side sent this nonce back. Out: whether it was the one waited for. */
  answer(nonce: string): boolean
  /** Ends it; samples not yet reported are. */
  stop(): void
}

/** Starts measuring a connection. */
export function startEchoMeter(connection: EchoConnection): EchoMeter {
  let samples: number[] = []
  let inBurst = true
  let waiting: { nonce: string; sentAt: number } | null = null
  let reportedAt = connection.now()
  let cancel = () => {}

  function next(pauseMs: number): void {
    cancel = connection.after(pauseMs, send)
  }

  function send(): void {
    const nonce = connection.nonce()
    // The clock is read last: nothing of ours may count as the network's.
    connection.send(nonce)
    waiting = { nonce, sentAt: connection.now() }
    cancel = connection.after(ECHO_TIMES.patience, () => connection.dead())
  }

  function report(): void {
    if (samples.length > 0) connection.report(samples)
    samples = []
    reportedAt = connection.now()
  }

  next(0)
  return {
    answer(nonce) {
      const answeredAt = connection.now()
      if (waiting === null || waiting.nonce !== nonce) return false
      samples.push(answeredAt - waiting.sentAt)
      waiting = null
      cancel()
      if (inBurst && samples.length === ECHO_TIMES.burst) {
        inBurst = false
        report()
      } else if (!inBurst && answeredAt - reportedAt >= ECHO_TIMES.minute) {
        report()
      }
      next(inBurst ? ECHO_TIMES.burstPause : ECHO_TIMES.pause)
      return true
    },
    stop() {
      cancel()
      waiting = null
      report()
    },
  }
}
