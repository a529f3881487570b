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
  /**
   * Samples of the burst, then of each minute, in ms and in order, and the time they cover: to the last answer, from the
   * last one reported before or the first echo sent.
   */
  report(samplesMs: number[], spanMs: number): void
  /** The other side has not answered for long. */
  dead(): void
}

/** How often and how long. */
export interface EchoTimes {
  /** Echoes sent one after another at first. */
  burst: number
  /** Pause between two of the burst, ms. */
  burstPause: number
  /** Pause between two afterwards, ms. */
  pause: number
  /** An echo that takes longer is given up, ms: GEO satellites answer in under 1,000. */
  patience: number
  /** Summary interval after the burst, ms. */
  minute: number
}

/** What is usual. Source: product design, "Live socket". */
export const ECHO_TIMES: EchoTimes = {
  burst: 10,
  burstPause: 50,
  pause: 10_000,
  patience: 15_000,
  minute: 60_000,
}

/** A running measurement of one connection. */
export interface EchoMeter {
  /** The other side sent this nonce back. Out: whether it was the one waited for. */
  answer(nonce: string): boolean
  /** Ends it; samples not yet reported are. */
  stop(): void
}

/** Starts measuring a connection. */
export function startEchoMeter(connection: EchoConnection, times = ECHO_TIMES): EchoMeter {
  let samples: number[] = []
  let coveredFrom: number | undefined
  let answeredLast = 0
  let inBurst = true
  let waiting: { nonce: string; sentAt: number } | null = null
  let reportedAt = connection.now()
  let cancel = () => {}

  function next(pauseMs: number): void {
    cancel = connection.after(pauseMs, send)
  }

  function send(): void {
    const nonce = connection.nonce()
    // The clock is read first: what delays us afterwards may make a round trip too long, never too short.
    const sentAt = connection.now()
    connection.send(nonce)
    waiting = { nonce, sentAt }
    cancel = connection.after(times.patience, () => connection.dead())
  }

  function report(): void {
    if (samples.length > 0) {
      connection.report(samples, answeredLast - (coveredFrom ?? answeredLast))
      coveredFrom = answeredLast
    }
    samples = []
    reportedAt = connection.now()
  }

  next(0)
  return {
    answer(nonce) {
      const answeredAt = connection.now()
      if (waiting === null || waiting.nonce !== nonce) return false
      samples.push(answeredAt - waiting.sentAt)
      coveredFrom ??= waiting.sentAt
      answeredLast = answeredAt
      waiting = null
      cancel()
      if (inBurst && samples.length === times.burst) {
        inBurst = false
        report()
      } else if (!inBurst && answeredAt - reportedAt >= times.minute) {
        report()
      }
      next(inBurst ? times.burstPause : times.pause)
      return true
    },
    stop() {
      cancel()
      waiting = null
      report()
    },
  }
}
