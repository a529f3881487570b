/** Whether a request was signed by Slack with our secret, a moment ago. Asked before anything else reads the request. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far a request's time may be from ours, seconds, to either side. Source: docs.slack.dev, verifying requests, read 2026-11-22. */
const SIGNATURE_MAX_AGE_SEC = 300

/** What a request carries to prove where it comes from. */
export interface SignedRequest {
  /** `X-Slack-Signature` */
  signature: unknown
  /** `X-Slack-Request-Timestamp` */
  timestamp: unknown
  /** The body as it came, byte for byte. */
  rawBody: Buffer
}

/** A number of whole seconds, as Slack writes it. */
const SECONDS = /^\d{1,12}$/
/** Version and a SHA-256 in hex. */
const SIGNATURE = /^v0=[0-9a-f]{64}$/

/** The signature that Slack gives a body at a time. */
export function signSlack(secret: string, timestamp: string, rawBody: Buffer): string {
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(rawBody)
  return `v0=${hash.digest('hex')}`
}

/**
 * Why a request is refused, for the log; null when it is Slack's.
 *
 * Bolt lets timestamps of the future pass and answers an unsigned `ssl_check` (5.1.0, tried 2026-11-22): this refuses both.
 */
export function slackFault(secret: string, request: SignedRequest, nowMs: number): string | null {
  const { signature, timestamp, rawBody } = request
  if (secret === '') return 'there is no signing secret'
  if (typeof timestamp !== 'string' || !SECONDS.test(timestamp)) return 'the timestamp is missing'
  if (typeof signature !== 'string' || !SIGNATURE.test(signature)) return 'the signature is missing'
  const ageSec = nowMs / 1000 - Number(timestamp)
  if (ageSec > SIGNATURE_MAX_AGE_SEC) return `the request is ${Math.round(ageSec)} s old`
  if (-ageSec > SIGNATURE_MAX_AGE_SEC) return `the request is ${Math.round(-ageSec)} s early`
  const expected = Buffer.from(signSlack(secret, timestamp, rawBody))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? null
    : 'the signature does not fit'
}
