import { beforeEach, describe, expect, test } from 'vitest'
import { publicAddress } from '../../src/lookups/address/public-address.ts'
import { watchHiddenAddresses } from '../../src/web/hidden-address.ts'

let now = 0
let warnings = 0
let isHidden: (address: string, forwardedFor: string | undefined) => boolean

beforeEach(() => {
  now = 0
  warnings = 0
  isHidden = watchHiddenAddresses({
    isPublic: (address) => publicAddress(address) !== undefined,
    warn: () => (warnings += 1),
    now: () => now,
  })
})

describe('behind a proxy that nobody named', () => {
  test('a private address with a public one forwarded is the proxy’s', () => {
    expect(isHidden('10.0.0.1', '8.8.8.8')).toBe(true)
    expect(isHidden('10.0.0.1', '2001:4860:4860::8888, 10.0.0.9')).toBe(true)
    expect(isHidden('fd00::1', '9.9.9.9')).toBe(true)
    expect(isHidden('127.0.0.1', '9.9.9.9')).toBe(true)
  })

  test('the operator is told once an hour', () => {
    for (let i = 0; i < 10; i++) isHidden('10.0.0.1', '8.8.8.8')
    expect(warnings).toBe(1)
    now += 3_600_000
    isHidden('10.0.0.1', '8.8.8.8')
    expect(warnings).toBe(2)
  })
})

describe('where nothing is hidden', () => {
  test.each([
    ['a candidate from outside', '8.8.8.8', undefined],
    ['one who states another address', '8.8.8.8', '9.9.9.9'],
    ['one in our own building', '10.0.0.7', undefined],
    ['one behind a proxy of the building', '10.0.0.7', '192.168.1.5'],
    ['nonsense', '10.0.0.7', 'unknown, x, "'],
  ])('%s', (_who, address, forwardedFor) => {
    expect(isHidden(address, forwardedFor)).toBe(false)
    expect(warnings).toBe(0)
  })

  test('once one came with their own address, a header in the building hides nobody', () => {
    expect(isHidden('8.8.8.8', undefined)).toBe(false)
    expect(isHidden('10.0.0.7', '9.9.9.9')).toBe(false)
    expect(warnings).toBe(0)
  })
})
