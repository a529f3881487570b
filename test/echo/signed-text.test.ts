import { generateKeyPairSync, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/echo/canonical-json.ts'
import { privateKeyFromSeed, publicKeyFromText, publicKeyText } from '../../src/echo/ed25519.ts'
import { readSigned, signText } from '../../src/echo/signed-text.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')

describe('canonical JSON', () => {
  test('is one text for one value, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
    expect(canonicalJson({ b: [1.5, null], a: { d: 'é', c: -0 } })).toBe(
      '{"a":{"c":0,"d":"é"},"b":[1.5,null]}',
    )
  })
})

describe('signed text', () => {
  const value = { kind: 'echoes', sequence: 7, minMs: 31.25, nested: { list: [1, null, 'x'] } }
  const text = signText(value, privateKey)

  test('gives back what was signed', () => {
    expect(readSigned(text, publicKey)).toEqual(value)
  })

  test('is read with no bit of it changed: every one is tried', () => {
    const bytes = Buffer.from(text)
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(readSigned(changed.toString('latin1'), publicKey)).toBeUndefined()
    }
  })

  test('is read in no other spelling', () => {
    const [payload = '', signature = ''] = text.split('.')
    const spaced = Buffer.from(JSON.stringify(value, null, 1)).toString('base64url')
    for (const other of [
      `${payload}=.${signature}`,
      `${payload}.${signature}==`,
      `${payload}.${signature}.`,
      ` ${text}`,
      `${text}\n`,
      payload,
      '.',
      '',
      `${spaced}.${signature}`,
    ]) {
      expect(readSigned(other, publicKey)).toBeUndefined()
    }
  })

  test('even what the key itself signed must be canonical', async () => {
    const { sign } = await import('node:crypto')
    const payload = Buffer.from('{"b":1,"a":2}')
    const forged = `${payload.toString('base64url')}.${sign(null, payload, privateKey).toString('base64url')}`
    expect(readSigned(forged, publicKey)).toBeUndefined()
  })

  test('is not read with another key', () => {
    expect(readSigned(text, generateKeyPairSync('ed25519').publicKey)).toBeUndefined()
  })
})

describe('keys as text', () => {
  test('a public key is 43 characters and comes back the same', () => {
    const key = publicKeyText(privateKey)
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(publicKeyFromText(key).equals(publicKey)).toBe(true)
    expect(() => publicKeyFromText('too short')).toThrow()
  })

  test('the same secret gives the same key, another one another', () => {
    const seed = randomBytes(32)
    const [one, two, other] = [seed, seed, randomBytes(32)]
      .map(privateKeyFromSeed)
      .map(publicKeyText)
    expect(one).toBe(two)
    expect(one).not.toBe(other)
  })

  test('the key of RFC 8032, 7.1, test 1', () => {
    const seed = Buffer.from(
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'hex',
    )
    expect(Buffer.from(publicKeyText(privateKeyFromSeed(seed)), 'base64url').toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
  })
})
