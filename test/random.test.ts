/** Seals: any other text than the one made is refused. */
import { describe, expect, test } from 'vitest'
import { createSeal } from '../src/random.ts'

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

describe('a seal', () => {
  const seal = createSeal(new Uint8Array(32).fill(7))
  const made = seal.of('picture of a round')

  test('fits what it was made of, and nothing else', () => {
    expect(seal.fits('picture of a round', made)).toBe(true)
    expect(seal.fits('picture of another round', made)).toBe(false)
    expect(createSeal(new Uint8Array(32)).fits('picture of a round', made)).toBe(false)
  })

  test('does not fit with any one character changed, the last one included', () => {
    for (let at = 0; at < made.length; at++) {
      for (const other of BASE64URL.replace(made.charAt(at), '')) {
        const changed = made.slice(0, at) + other + made.slice(at + 1)
        expect(seal.fits('picture of a round', changed), changed).toBe(false)
      }
    }
  })

  test.each(['', 'A', `${'x'.repeat(43)}`, 'é'.repeat(43)])(
    'does not fit when it is %j',
    (other) => {
      expect(seal.fits('picture of a round', other)).toBe(false)
      expect(seal.fits('picture of a round', made + other)).toBe(other === '')
    },
  )
})
