import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFamily6, networkOf } from '../../src/core/network-of.ts'

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

test('families', () => {
  expect(['203.0.113.7', '2001:db8::1'].map(isFamily6)).toEqual([false, true])
})
