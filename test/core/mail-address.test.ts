import { describe, expect, test } from 'vitest'
import { mailAddressSchema, splitMailAddress } from '../../src/core/mail-address.ts'

describe('mail addresses', () => {
  test.each([
    ['jane@example.com', 'jane', 'example.com'],
    ["o'neil+jobs@mail.example.co.uk", "o'neil+jobs", 'mail.example.co.uk'],
    ['"jane doe"@example.com', '"jane doe"', 'example.com'],
    ['"a@b"@example.com', '"a@b"', 'example.com'],
    ['"say \\"hi\\""@example.com', '"say \\"hi\\""', 'example.com'],
    ['jane@bücher.example', 'jane', 'bücher.example'],
    ['jane@उदाहरण.परीक्षा', 'jane', 'उदाहरण.परीक्षा'],
  ])('%s is one', (text, local, domain) => {
    expect(splitMailAddress(text)).toEqual({ local, domain })
    expect(mailAddressSchema.parse(text)).toBe(text)
  })

  test.each([
    '',
    'jane',
    'jane@',
    '@example.com',
    'jane@example',
    'jane@127.0.0.1',
    'jane doe@example.com',
    'jane..doe@example.com',
    '.jane@example.com',
    'jane@-example.com',
    'jane@example..com',
    'a@b@example.com',
    'jane@example.com, x@example.com',
    'Jane <jane@example.com>',
    'jane@example.com\r\nBcc: x@example.com',
    '"jane\r\ndoe"@example.com',
    'jane\0@example.com',
    `${'a'.repeat(65)}@example.com`,
    `jane@${'a.'.repeat(130)}com`,
  ])('%j is none', (text) => {
    expect(splitMailAddress(text)).toBeUndefined()
    expect(mailAddressSchema.safeParse(text).success).toBe(false)
  })
})
