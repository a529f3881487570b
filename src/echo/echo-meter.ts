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
  /** Calls back after ms, unless what it gives is disposed of before. */
  after(ms: number, then: () => void): Disposable
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
  return new Meter(connection, times)
}

/** A class, because a beacon holds 10,000: closures take more of each page. */
class Meter implements EchoMeter {
  readonly #connection: EchoConnection
  readonly #times: EchoTimes
  #samples: number[] = []
  #coveredFrom: number | undefined
  #answeredLast = 0
  #inBurst = true
  #waiting: { nonce: string; sentAt: number } | null = null
  #reportedAt: number
  #timer: Disposable | undefined

  constructor(connection: EchoConnection, times: EchoTimes) {
    this.#connection = connection
    this.#times = times
    this.#reportedAt = connection.now()
    this.#next(0)
  }

  answer(nonce: string): boolean {
    const answeredAt = this.#connection.now()
    if (this.#waiting === null || this.#waiting.nonce !== nonce) return false
    const { sentAt } = this.#waiting
    this.#samples.push(answeredAt - sentAt)
    this.#coveredFrom ??= sentAt
    this.#answeredLast = answeredAt
    this.#waiting = null
    this.#cancel()
    const { burst, burstPause, pause, minute } = this.#times
    if (this.#inBurst && this.#samples.length === burst) {
      this.#inBurst = false
      this.#report()
    } else if (!this.#inBurst && answeredAt - this.#reportedAt >= minute) {
      this.#report()
    }
    this.#next(this.#inBurst ? burstPause : pause)
    return true
  }

  stop(): void {
    this.#cancel()
    this.#waiting = null
    this.#report()
  }

  #next(pauseMs: number): void {
    this.#timer = this.#connection.after(pauseMs, () => this.#send())
  }

  #send(): void {
    const nonce = this.#connection.nonce()
    // The clock is read first: what delays us afterwards may make a round trip too long, never too short.
    const sentAt = this.#connection.now()
    this.#connection.send(nonce)
    this.#waiting = { nonce, sentAt }
    this.#timer = this.#connection.after(this.#times.patience, () => this.#connection.dead())
  }

  #cancel(): void {
    this.#timer?.[Symbol.dispose]()
    this.#timer = undefined
  }

  #report(): void {
    if (this.#samples.length > 0) {
      const spanMs = this.#answeredLast - (this.#coveredFrom ?? this.#answeredLast)
      this.#connection.report(this.#samples, spanMs)
      this.#coveredFrom = this.#answeredLast
    }
    this.#samples = []
    this.#reportedAt = this.#connection.now()
  }
}
