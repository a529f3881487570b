/**
 * Name and password by which one page's checks of the UDP path are known.
 *
 * The name is a nonce in the letters that ICE allows; the password is made from it with our key, so that every server that
 * shares the secret knows it without asking anybody.
 * Source: ice-char, ufrag of 4 to 256 and password of 22 to 256 characters, RFC 8839 §5.4 (read 2026-11-25).
 */
import { createHmac } from 'node:crypto'

/** What a page needs to be let in. */
export interface IceCredentials {
  ufrag: string
  password: string
}

/** How long after it was made a name counts, ms: the page asks and tries within 10 s; the rest is for clocks that differ. */
export const UDP_WAY_MS = 60_000

/** Time in base 36, a dash, 256 random bits. */
const NONCE = /^([0-9a-z]{8,9})-[\w-]{43}$/

/** ICE has neither dash nor underscore; base64url has neither plus nor slash. */
const toIce = (text: string) => text.replaceAll('-', '+').replaceAll('_', '/')

/** The nonce that a name was made of. */
export const nonceOfUfrag = (ufrag: string) => ufrag.replaceAll('+', '-').replaceAll('/', '_')

/** Makes names and passwords. In: 32 bytes that nobody else knows. */
export function createIceCredentials(key: Uint8Array) {
  const passwordOf = (ufrag: string) =>
    toIce(createHmac('sha256', key).update(ufrag).digest('base64url'))
  return {
    /** In: a nonce that begins with the time it was made at. */
    of(nonce: string): IceCredentials {
      const ufrag = toIce(nonce)
      return { ufrag, password: passwordOf(ufrag) }
    },
    /** The password of a name that may be ours. In: epoch ms. Out: undefined for one that cannot be, or is too old. */
    passwordOf(ufrag: string, now: number): string | undefined {
      const [, madeAt = ''] = NONCE.exec(nonceOfUfrag(ufrag)) ?? []
      const ageMs = now - Number.parseInt(madeAt, 36)
      return Math.abs(ageMs) <= UDP_WAY_MS ? passwordOf(ufrag) : undefined
    },
  }
}
