/** Whether a request was signed by Discord for our app, a moment ago. Asked before anything else reads the request. */
import { createPublicKey, verify, type KeyObject } from 'node:crypto'

/** How far a request's time may be from ours, seconds, to either side. Discord states no limit; this is what others keep. Source: our judgement, 2026-11-25. */
const SIGNATURE_MAX_AGE_SEC = 300

/** What stands before 32 bytes of an Ed25519 key. Source: RFC 8410, read 2026-11-25. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/** What a request carries to prove where it comes from. */
export interface SignedRequest {
  /** `X-Signature-Ed25519` */
  signature: unknown
  /** `X-Signature-Timestamp` */
  timestamp: unknown
  /** The body as it came, byte for byte. */
  rawBody: Buffer
}

/** A number of whole seconds, as Discord writes it. */
const SECONDS = /^\d{1,12}$/
/** 64 bytes in hex. */
const SIGNATURE = /^[0-9a-f]{128}$/

/** Reads the public key of an app. In: 64 characters of hex. */
export function toPublicKey(hex: string): KeyObject {
  const key = Buffer.concat([SPKI_HEAD, Buffer.from(hex, 'hex')])
  return createPublicKey({ key, format: 'der', type: 'spki' })
}

/** Why a request is refused, for the log; null when it is Discord's. */
export function discordFault(key: KeyObject, request: SignedRequest, nowMs: number): string | null {
  const { signature, timestamp, rawBody } = request
  if (typeof timestamp !== 'string' || !SECONDS.test(timestamp)) return 'the timestamp is missing'
  if (typeof signature !== 'string' || !SIGNATURE.test(signature)) return 'the signature is missing'
  const ageSec = nowMs / 1000 - Number(timestamp)
  if (ageSec > SIGNATURE_MAX_AGE_SEC) return `the request is ${Math.round(ageSec)} s old`
  if (-ageSec > SIGNATURE_MAX_AGE_SEC) return `the request is ${Math.round(-ageSec)} s early`
  const signed = Buffer.concat([Buffer.from(timestamp), rawBody])
  return verify(null, signed, key, Buffer.from(signature, 'hex'))
    ? null
    : 'the signature does not fit'
}
