import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { signText } from '../../src/echo/signed-text.ts'
import { CLOCK_TOLERANCE_MS, readTicket, signTicket, TICKET_MS } from '../../src/echo/ticket.ts'

const main = generateKeyPairSync('ed25519')
const before = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const NOW = 1_800_000_000_000
const ticket = { beacon: 'iad', nonce: 'abc', expiresAt: NOW + TICKET_MS }
const expected = { keys: [main.publicKey], beacon: 'iad', now: NOW }

test('a ticket of the main server lets its page in', () => {
  const text = signTicket(ticket, main.privateKey)
  expect(readTicket(text, expected)).toEqual({ kind: 'ticket', ...ticket })
})

test('while keys change both count', () => {
  const keys = [before.publicKey, main.publicKey]
  for (const { privateKey } of [before, main]) {
    expect(readTicket(signTicket(ticket, privateKey), { ...expected, keys })).toBeDefined()
  }
})

test('no other does', () => {
  const text = signTicket(ticket, main.privateKey)
  expect(readTicket(signTicket(ticket, stranger.privateKey), expected)).toBeUndefined()
  expect(readTicket(text, { ...expected, beacon: 'fra' })).toBeUndefined()
  expect(
    readTicket(signText({ ...ticket, kind: 'alive' }, main.privateKey), expected),
  ).toBeUndefined()
  expect(readTicket(signText(['ticket'], main.privateKey), expected)).toBeUndefined()
  expect(readTicket(signText(null, main.privateKey), expected)).toBeUndefined()
})

test('it counts for two minutes at most, clocks included', () => {
  const text = signTicket(ticket, main.privateKey)
  const last = ticket.expiresAt + CLOCK_TOLERANCE_MS
  expect(last - NOW).toBeLessThanOrEqual(120_000)
  expect(readTicket(text, { ...expected, now: last })).toBeDefined()
  expect(readTicket(text, { ...expected, now: last + 1 })).toBeUndefined()
})
