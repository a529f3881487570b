import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, chained, GENESIS, verifyChain } from '../../src/store/audit.ts'
import type { AuditEvent, AuditRecord } from '../../src/usecases/records.ts'

const event = (name: string): AuditEvent => ({
  at: 1,
  actor: { platform: 'system', id: 'system' },
  event: name,
  caseId: null,
  detail: {},
})

const chain = (names: readonly string[]) =>
  names.reduce<AuditRecord[]>(
    (log, name) => [...log, chained(event(name), log.at(-1) ?? GENESIS)],
    [],
  )

test('an empty log is whole', () => {
  expect(verifyChain([])).toEqual({ whole: true })
})

test('a log is whole, in pages too; any line left out, doubled or swapped breaks it', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 3, maxLength: 9 }), fc.nat(), (names, pick) => {
      const log = chain(names)
      const at = pick % (log.length - 1)
      const line = log[at]
      const next = log[at + 1]
      if (line === undefined || next === undefined) throw new Error('picked within')
      expect(verifyChain(log)).toEqual({ whole: true })
      expect(verifyChain(log.slice(at + 1), line)).toEqual({ whole: true })
      expect(verifyChain(log.toSpliced(at, 1))).toEqual({ brokenAt: at + 2 })
      expect(verifyChain(log.toSpliced(at, 0, line))).toEqual({ brokenAt: at + 1 })
      expect(verifyChain(log.toSpliced(at, 2, next, line))).toEqual({ brokenAt: at + 2 })
    }),
  )
})

test('a line written anew with a fitting hash breaks the line after it', () => {
  const log = chain(['one', 'two', 'three'])
  const forged = chained(event('other'), GENESIS)
  expect(verifyChain(log.with(0, forged))).toEqual({ brokenAt: 2 })
})

test('the order of keys makes no difference, order in lists and any value does', () => {
  expect(canonicalJson({ b: 1, a: { d: null, c: [2, 1] } })).toBe(
    '{"a":{"c":[2,1],"d":null},"b":1}',
  )
  expect(canonicalJson([{ b: 1, a: 2 }])).toBe('[{"a":2,"b":1}]')
})

test('a hash covers the line as the database gives it back', () => {
  const [line] = chain(['one'])
  if (line === undefined) throw new Error('one line')
  const back = { ...line, detail: JSON.parse(JSON.stringify({ b: -0, a: 'x' })) }
  const sent = chained({ ...event('one'), detail: { a: 'x', b: -0 } }, GENESIS)
  expect(back.detail).toEqual({ a: 'x', b: 0 })
  expect(sent.hash).toBe(chained({ ...event('one'), detail: back.detail }, GENESIS).hash)
})

test('numbers follow one another, also when hashes fit', () => {
  const late = chained(event('one'), { ...GENESIS, seq: 5 })
  expect(verifyChain([late])).toEqual({ brokenAt: 6 })
})
