import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseCustomId, toCustomId, type Carried } from '../../../src/chat/discord/custom-id.ts'

const carried: fc.Arbitrary<Carried> = fc.record({
  kind: fc.constantFrom('press', 'form', 'draft', 'ask', 'send'),
  command: fc.constantFrom('verify', 'review', 'recheck'),
  args: fc.dictionary(fc.constantFrom('case', 'round', 'seen', 'decision'), fc.string()),
  part: fc.integer({ min: 0, max: 20 }),
  submission: fc.stringMatching(/^[A-Za-z0-9_-]{0,10}$/),
  guild: fc.option(fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String)),
})

it('is read back as it was, or does not fit', () => {
  fc.assert(
    fc.property(carried, (one) => {
      const id = toCustomId(one)
      if (id === null) return
      expect(id.length).toBeLessThanOrEqual(100)
      expect(parseCustomId(id)).toEqual({ ...one, args: { ...one.args } })
    }),
  )
})

it('holds the longest that the product carries: a decision on a round, in a direct message', () => {
  const id = toCustomId({
    kind: 'draft',
    command: 'review',
    args: { round: `round_${'0'.repeat(19)}`, decision: 'escalate', seen: '12' },
    part: 0,
    submission: 'x'.repeat(10),
    guild: '9'.repeat(19),
  })
  expect(id).not.toBeNull()
  expect(id).toContain(';round=~')
})

it.each([
  '',
  'x',
  'c;;0;;',
  'c;verify;x;;',
  'z;verify;0;;',
  'c;verify;0;;;%E0%A4%A',
  'c;verify;0;;;a',
])('none of ours: %s', (id) => {
  expect(parseCustomId(id)).toBeNull()
})
