/** What a beacon tells the main server, each signed by its own key. Times are epoch ms by the beacon's clock. */
import type { EchoSummary } from './echo-summary.ts'

/** What was measured of a page since the last statement of it. */
export interface EchoStatement {
  kind: 'echoes'
  beacon: string
  /** Of the ticket that the page brought. */
  nonce: string
  /** 1 for the first of this ticket. */
  sequence: number
  /** When the page connected. */
  openedAt: number
  /** When the last echo came. */
  at: number
  /** When this was signed: a statement that could not be delivered is signed anew. */
  sentAt: number
  /** Address that the page connected from. */
  address: string
  echoes: EchoSummary & { spanMs: number }
  layers: LayerReading
}

/** Times of the layers below, all of one page; the least so far. */
export interface LayerReading {
  echoMinMs: number
  /** Null where the kernel does not tell. */
  kernelMinMs: number | null
  helloGapMs: number | null
  flightExtraMs: number | null
  sendMss: number | null
  /** Connections that gap and flight are the least of. */
  connections: number
}

/** That a beacon is there, candidates or not. */
export interface AliveStatement {
  kind: 'alive'
  beacon: string
  sentAt: number
  /** Pages connected now. */
  sockets: number
}

/** What a beacon signs. */
export type Statement = EchoStatement | AliveStatement

/** Statements in one request. */
export const STATEMENTS_AT_ONCE = 100

/** A statement that could not be delivered for this long is given up, ms. */
export const STATEMENT_AGE_MS = 600_000
