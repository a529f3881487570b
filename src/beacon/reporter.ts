/** Statements on their way to the main server: signed when sent, in order, again until they arrive. */
import type { KeyObject } from 'node:crypto'
import { signText } from '../echo/signed-text.ts'
import { STATEMENT_AGE_MS, STATEMENTS_AT_ONCE, type Statement } from '../echo/statement.ts'
import type { Log } from './log.ts'
import { postJson } from './post.ts'
import type { Unsigned } from './visit.ts'

/** What a reporter needs. */
export interface ReporterOptions {
  beacon: string
  key: KeyObject
  /** Where the main server takes statements. */
  url: string
  /** Pages connected now. */
  sockets(): number
  /** The main server wants to hear no more of a page. */
  over(nonce: string): void
  log: Log
  /** How often what waits is sent, ms. */
  flushMs: number
}

/** Sends statements; a main server that is down or slow holds nothing else up. */
export interface Reporter extends AsyncDisposable {
  put(statement: Unsigned): void
}

/** That the beacon is there is said this often, ms. */
const ALIVE_MS = 60_000
/** Longest pause after failures, ms. */
const LONGEST_PAUSE_MS = 60_000
/** The main server may take this long to answer, ms. */
const ANSWER_MS = 10_000
/** A last try while stopping, ms. */
const LAST_ANSWER_MS = 3_000
/** Statements kept while the main server is away: two minutes of 10,000 pages. */
const KEPT = 20_000

/** Starts reporting. */
export function createReporter(options: ReporterOptions): Reporter {
  const { beacon, key, log, flushMs } = options
  const waiting: Unsigned[] = []
  let aliveAt = -Infinity
  let pauseMs = flushMs
  let dropped = 0
  let timer = setTimeout(run, 0)
  let running: Promise<void> = Promise.resolve()

  function run(): void {
    running = send(ANSWER_MS).then(() => {
      timer = setTimeout(run, pauseMs)
    })
  }

  /** Sends one batch; what failed stays. */
  async function send(answerMs: number): Promise<void> {
    const now = Date.now()
    const tooOld = waiting.findIndex(({ at }) => now - at <= STATEMENT_AGE_MS)
    dropped += waiting.splice(0, tooOld < 0 ? waiting.length : tooOld).length
    const batch = waiting.slice(0, STATEMENTS_AT_ONCE - 1)
    const statements: Statement[] = batch.map((statement) => ({
      kind: 'echoes',
      beacon,
      sentAt: now,
      ...statement,
    }))
    const sayAlive = performance.now() - aliveAt >= ALIVE_MS
    if (sayAlive)
      statements.push({ kind: 'alive', beacon, sentAt: now, sockets: options.sockets() })
    if (statements.length === 0) return
    try {
      const over = await post(statements, answerMs)
      for (const at of over) {
        const nonce = batch[at]?.nonce
        if (nonce !== undefined) options.over(nonce)
      }
      waiting.splice(0, batch.length)
      if (sayAlive) aliveAt = performance.now()
      pauseMs = waiting.length >= STATEMENTS_AT_ONCE ? 0 : flushMs
    } catch (error) {
      pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(1_000, pauseMs * 2))
      log('warn', 'the main server did not take statements', {
        waiting: waiting.length,
        dropped,
        reason: error instanceof Error ? error.message : String(error),
      })
    }
  }

  /** Out: which of them are about pages that are over. Fails: rejects when it is worth another try. */
  async function post(statements: readonly Statement[], answerMs: number): Promise<number[]> {
    const signed = statements.map((statement) => signText(statement, key))
    const { status, text } = await postJson(options.url, { beacon, statements: signed }, answerMs)
    if (status === 429 || status >= 500) throw new Error(String(status))
    if (status < 200 || status > 299) {
      log('error', 'the main server refuses this beacon', { status })
      return []
    }
    const { refused, over } = readAnswer(text)
    if (Object.keys(refused).length > 0) log('warn', 'statements were refused', { refused })
    return over
  }

  return {
    put(statement) {
      waiting.push(statement)
      if (waiting.length > KEPT) {
        waiting.shift()
        dropped += 1
      }
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(timer)
      await running
      clearTimeout(timer)
      await send(LAST_ANSWER_MS)
    },
  }
}

/** What the main server answers; one that says it otherwise says nothing. */
function readAnswer(text: string): { refused: object; over: number[] } {
  const nothing = { refused: {}, over: [] }
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer !== 'object' || answer === null) return nothing
    const { refused, over } = answer as { refused?: unknown; over?: unknown }
    return {
      refused: typeof refused === 'object' && refused !== null ? refused : {},
      over: Array.isArray(over) ? over.filter((at) => typeof at === 'number') : [],
    }
  } catch {
    return nothing
  }
}
