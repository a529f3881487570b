/** Ed25519 keys as operators copy them: 32 bytes in base64url. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** A PKCS #8 private key up to its 32 bytes. Source: RFC 8410, 7 and 10.3 (read 2026-11-25). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A public key from its 43 characters. Fails: throws for anything else. */
export function publicKeyFromText(text: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' })
}

/** The 43 characters of the public part of a key. */
export function publicKeyText(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (x === undefined) throw new Error('expected an Ed25519 key, got another kind')
  return x
}

/** The private key that 32 secret bytes stand for: the same key wherever the same secret is known. */
export function privateKeyFromSeed(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' })
}
