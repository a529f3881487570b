import fc from 'fast-check'
import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { isSameSecret, networkOf, seenOf, unwrapAddress } from '../../src/web/address.ts'

describe('networkOf', () => {
  test.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s → %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('two addresses of one /24 share it, any two of different ones do not', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV4(), (a, b) => {
        const same = a.split('.').slice(0, 3).join() === b.split('.').slice(0, 3).join()
        expect(networkOf(a) === networkOf(b)).toBe(same)
      }),
    )
  })
})

test('mapped IPv4 is unwrapped, everything else left alone', () => {
  expect(unwrapAddress('::ffff:192.0.2.1')).toBe('192.0.2.1')
  expect(unwrapAddress('::FFFF:192.0.2.1')).toBe('192.0.2.1')
  expect(unwrapAddress('2001:db8::ffff')).toBe('2001:db8::ffff')
})

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
