import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CipherError, createCipher, keyIdOf } from '../../src/store/cipher.ts'

const SECRET = 'a secret for tests, of some length'
const OTHER_SECRET = 'another secret for tests, as long'
const cipher = createCipher({ secret: SECRET })
const cell = { table: 'cases', column: 'claims', id: 'case_1' }

describe('encryption', () => {
  test('gives any text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, id) => {
        const own = { ...cell, id }
        expect(cipher.decrypt(own, cipher.encrypt(own, text))).toBe(text)
      }),
    )
  })

  test('names version and key, and shows nothing of the text', () => {
    const sealed = cipher.encrypt(cell, 'Zoë Quandt')
    expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/)
    expect(keyIdOf(sealed)).toBe(cipher.keyId)
    expect(keyIdOf('Zoë Quandt')).toBeUndefined()
    expect(cipher.encrypt(cell, 'Zoë Quandt')).not.toBe(sealed)
  })

  test('refuses any changed character', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=v \n'
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.nat(),
        fc.constantFrom(...alphabet),
        (text, at, character) => {
          const sealed = cipher.encrypt(cell, text)
          const index = at % sealed.length
          fc.pre(sealed[index] !== character)
          const changed = sealed.slice(0, index) + character + sealed.slice(index + 1)
          expect(() => cipher.decrypt(cell, changed)).toThrow(CipherError)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('refuses every flipped bit of one text', () => {
    const bytes = Buffer.from(cipher.encrypt(cell, 'Zoë Quandt'))
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => cipher.decrypt(cell, flipped.toString('latin1'))).toThrow(CipherError)
    }
  })

  test('refuses a shorter or longer text, and what is none', () => {
    const sealed = cipher.encrypt(cell, 'Zoë Quandt')
    for (let length = 0; length < sealed.length; length++) {
      expect(() => cipher.decrypt(cell, sealed.slice(0, length))).toThrow(CipherError)
    }
    expect(() => cipher.decrypt(cell, `${sealed}A`)).toThrow(CipherError)
    expect(() => cipher.decrypt(cell, `${sealed}.`)).toThrow(CipherError)
    expect(() => cipher.decrypt(cell, 'Zoë Quandt')).toThrow('not a text that this version')
  })

  test.each([
    ['table', { ...cell, table: 'rounds' }],
    ['column', { ...cell, column: 'opening' }],
    ['row', { ...cell, id: 'case_2' }],
    ['cell that reads the same joined up', { table: 'case', column: 'sclaims', id: 'case_1' }],
  ])('refuses a text moved to another %s', (_, other) => {
    const sealed = cipher.encrypt(cell, 'Zoë Quandt')
    expect(() => cipher.decrypt(other, sealed)).toThrow('changed or moved')
  })
})

describe('keys', () => {
  test('are told apart by an id that stays the same', () => {
    expect(createCipher({ secret: SECRET }).keyId).toBe(cipher.keyId)
    expect(createCipher({ secret: OTHER_SECRET }).keyId).not.toBe(cipher.keyId)
  })

  test('used before still decrypt; the current one encrypts', () => {
    const renewed = createCipher({ secret: OTHER_SECRET, previous: [SECRET] })
    const sealed = cipher.encrypt(cell, 'Zoë Quandt')
    expect(renewed.decrypt(cell, sealed)).toBe('Zoë Quandt')
    expect(keyIdOf(renewed.encrypt(cell, 'x'))).toBe(renewed.keyId)
    expect(renewed.keyIds).toEqual([renewed.keyId, cipher.keyId])
    const same = createCipher({ secret: SECRET, previous: [SECRET] })
    expect(same.keyIds).toEqual([cipher.keyId])
  })

  test('that are missing are named by id, and no secret is shown', () => {
    const other = createCipher({ secret: OTHER_SECRET })
    const sealed = cipher.encrypt(cell, 'Zoë Quandt')
    let message = ''
    try {
      other.decrypt(cell, sealed)
    } catch (error) {
      message = String(error)
    }
    expect(message).toContain('cases.claims of case_1')
    expect(message).toContain(`encrypted with key ${cipher.keyId}`)
    expect(message).toContain(other.keyId)
    expect(message).toContain('SECRET_KEY_PREVIOUS')
    for (const secret of [SECRET, OTHER_SECRET, 'Quandt']) expect(message).not.toContain(secret)
  })

  test('must be long enough, the previous ones too', () => {
    expect(() => createCipher({ secret: 'short' })).toThrow(
      'SECRET_KEY must have at least 32 characters, got 5',
    )
    expect(() => createCipher({ secret: SECRET, previous: [''] })).toThrow('SECRET_KEY_PREVIOUS')
  })
})

describe('keyed hashes', () => {
  const same = (kind: 'email' | 'phone' | 'network', a: string, b: string) =>
    cipher.blind(kind, a) === cipher.blind(kind, b)

  test.each([
    ['email', 'Jane@Example.com ', 'jane@example.com'],
    ['phone', '+1 (512) 555-0142', '001 512.555.0142'],
    ['phone', '0512/555 0142', '05125550142'],
    ['network', '2001:DB8::/64', '2001:db8::/64'],
  ] as const)('are the same for one %s in two writings', (kind, a, b) => {
    expect(same(kind, a, b)).toBe(true)
  })

  test.each([
    ['email', 'jane@example.com', 'jane@example.org'],
    ['phone', '+1 512 555 0142', '1 512 555 0142'],
    ['phone', '+1 512 555 0142', '+1 512 555 0143'],
    ['network', '203.0.113.0/24', '203.0.114.0/24'],
  ] as const)('differ for two of %s', (kind, a, b) => {
    expect(same(kind, a, b)).toBe(false)
  })

  test('differ by kind and by key, and show nothing', () => {
    const hash = cipher.blind('email', '123')
    expect(hash).toMatch(/^[\w-]{43}$/)
    expect(cipher.blind('phone', '123')).not.toBe(hash)
    expect(createCipher({ secret: OTHER_SECRET }).blind('email', '123')).not.toBe(hash)
  })

  test('are taken with every key, the current first; of nothing there is none', () => {
    const renewed = createCipher({ secret: OTHER_SECRET, previous: [SECRET] })
    expect(renewed.blinds('phone', '123')).toEqual([
      renewed.blind('phone', '123'),
      cipher.blind('phone', '123'),
    ])
    expect(renewed.blinds('phone', 'ask me')).toEqual([])
    expect(renewed.blinds('email', ' ')).toEqual([])
  })
})
