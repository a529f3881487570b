import { expect, test } from 'vitest'
import { plainAddress } from '../../src/echo/plain-address.ts'

test.each([
  '::ffff:192.0.2.1',
  '::FFFF:192.0.2.1',
  '::ffff:c000:201',
  '0:0:0:0:0:ffff:192.0.2.1',
  '0000:0000:0000:0000:0000:ffff:c000:0201',
  '192.0.2.1',
])('%s is IPv4', (address) => {
  expect(plainAddress(address)).toBe('192.0.2.1')
})

test.each([
  '2001:db8::ffff',
  '2001:db8:ffff::1',
  'fe80::ffff:1',
  // Translated and embedded addresses are IPv6 ones. Source: RFC 2765, RFC 6052.
  '::ffff:0:192.0.2.1',
  '64:ff9b::192.0.2.1',
  '::192.0.2.1',
  '::1',
  '',
  'ffff:',
  '::ffff:192.0.2.256',
])('“%s” stays as it is', (address) => {
  expect(plainAddress(address)).toBe(address)
})
