/** Values with an Ed25519 signature, as one line of text: what the main server and its beacons say to each other. */
import { sign, verify, type KeyObject } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** Bytes of an Ed25519 signature. Source: RFC 8032, 5.1.6 (read 2026-11-25). */
const SIGNATURE_BYTES = 64

/** Signs a value. Out: its canonical JSON and the signature, both base64url, with a dot between. */
export function signText(value: unknown, key: KeyObject): string {
  const payload = Buffer.from(canonicalJson(value))
  return `${payload.toString('base64url')}.${sign(null, payload, key).toString('base64url')}`
}

/**
 * Reads a signed value.
 *
 * Out: the value; undefined for anything but the very text that `signText` gave with that key. No other spelling of
 * text, JSON or signature is taken, so that no bit of it can differ.
 */
export function readSigned(text: string, key: KeyObject): unknown {
  const [first = '', second = '', ...rest] = text.split('.')
  const payload = decode(first)
  const signature = decode(second)
  if (rest.length > 0 || payload === undefined || signature?.length !== SIGNATURE_BYTES) {
    return undefined
  }
  if (!verify(null, payload, key, signature)) return undefined
  return parseCanonical(payload.toString())
}

/** Base64url without padding; the last character of another spelling may hold bits that decoding drops. */
function decode(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}

function parseCanonical(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return canonicalJson(value) === text ? value : undefined
  } catch {
    return undefined
  }
}
