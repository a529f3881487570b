/** Randomness and one-way hashes from Node's cryptography. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Random, Seal } from './usecases/ports.ts'

/** Crockford's base 32 in lower case: sorts by value, no look-alikes. Source: crockford.com/base32 (read 2026-11-22). */
const ID_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** Letters and digits that people do not mix up: no 0 O 1 I L. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 8
const TOKEN_BYTES = 32

/** The product's randomness. */
export const cryptoRandom: Random = {
  token: () => randomBytes(TOKEN_BYTES).toString('base64url'),
  id(prefix) {
    let time = ''
    for (let rest = Date.now(), i = 0; i < 9; i++, rest = Math.floor(rest / 32)) {
      time = (ID_ALPHABET[rest % 32] ?? '0') + time
    }
    const tail = [...randomBytes(10)].map((byte) => ID_ALPHABET[byte % 32]).join('')
    return `${prefix}_${time}${tail}`
  },
  code: () =>
    Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join(
      '',
    ),
  hash: (token) => createHash('sha256').update(token).digest('hex'),
}

/** Seals that only this key makes. In: 32 bytes. */
export function createSeal(key: Uint8Array): Seal {
  const of = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  return {
    of,
    fits(text, seal) {
      // As written, not as decoded: the last of 43 characters has two bits that decoding drops.
      const given = Buffer.from(seal)
      const due = Buffer.from(of(text))
      return given.length === due.length && timingSafeEqual(given, due)
    },
  }
}
