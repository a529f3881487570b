import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIceCredentials, nonceOfUfrag, UDP_WAY_MS } from '../../src/echo/ice-credentials.ts'

const NOW = Date.parse('2026-11-25T17:00:00Z')
const credentials = createIceCredentials(Buffer.alloc(32, 7))
const nonceAt = (at: number, bytes: Uint8Array = randomBytes(32)) =>
  `${at.toString(36)}-${Buffer.from(bytes).toString('base64url')}`

test('a name is in the letters of ICE, and gives its nonce back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const nonce = nonceAt(NOW, bytes)
      const { ufrag, password } = credentials.of(nonce)
      expect(ufrag).toMatch(/^[A-Za-z0-9+/]{4,256}$/)
      expect(password).toMatch(/^[A-Za-z0-9+/]{22,256}$/)
      expect(nonceOfUfrag(ufrag)).toBe(nonce)
      expect(credentials.passwordOf(ufrag, NOW)).toBe(password)
    }),
  )
})

test('another key gives another password, and each name its own', () => {
  const nonce = nonceAt(NOW)
  const { password } = credentials.of(nonce)
  expect(createIceCredentials(Buffer.alloc(32, 8)).of(nonce).password).not.toBe(password)
  expect(credentials.of(nonceAt(NOW)).password).not.toBe(password)
})

test('a name counts for a minute', () => {
  const { ufrag } = credentials.of(nonceAt(NOW))
  expect(credentials.passwordOf(ufrag, NOW + UDP_WAY_MS)).toBeDefined()
  expect(credentials.passwordOf(ufrag, NOW + UDP_WAY_MS + 1)).toBeUndefined()
  expect(credentials.passwordOf(ufrag, NOW - UDP_WAY_MS - 1)).toBeUndefined()
})

test.each([
  '',
  'ours',
  nonceAt(NOW).slice(0, -1),
  `${nonceAt(NOW)}A`,
  nonceAt(NOW).replace('-', ''),
])('“%s” is no name of ours', (nonce) => {
  expect(credentials.passwordOf(credentials.of(nonce).ufrag, NOW)).toBeUndefined()
})
