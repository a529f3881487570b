import fc from 'fast-check'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { isSameSecret, seenOf } from '../../src/web/address.ts'

test('secrets are the same only when every character is', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(isSameSecret(a, b)).toBe(a === b)
      expect(isSameSecret(a, a)).toBe(true)
    }),
  )
})

test('of a request, its User-Agent and the Client Hints are seen, and no other header', async () => {
  const app = Fastify()
  const options = {
    simulationSecret: 'secret',
    blindNetwork: (network: string) => network,
    isHidden: () => false,
  }
  app.get('/', (request) => seenOf(request, options))
  const hints = {
    'sec-ch-ua': '"Chromium";v="147"',
    'sec-ch-ua-mobile': '?0',
    'sec-ch-ua-platform': '"Linux"',
  }
  const headers = { 'user-agent': 'Browser/1', 'accept-language': 'fr', ...hints }
  const answer = await app.inject({ url: '/', headers })
  expect(answer.json()).toEqual({
    address: '127.0.0.1',
    networkHash: '127.0.0.0/24',
    userAgent: 'Browser/1',
    hints,
    simulated: false,
  })
})
