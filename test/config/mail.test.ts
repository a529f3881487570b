import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../src/config.ts'

const base = {
  SMTP_URL: 'smtp://mail.example.com',
  MAIL_FROM: 'Example Ltd <interviews@example.com>',
  PUBLIC_URL: 'http://localhost:3000',
}

function faultsOf(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return ''
}

describe('the mail server', () => {
  test.each([
    ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, secure: false, auth: null }],
    ['smtps://mail.example.com', { host: 'mail.example.com', port: 465, secure: true, auth: null }],
    ['smtp://[::1]:25', { host: '::1', port: 25, secure: false, auth: null }],
    [
      'smtp://jane%40x:p%3Fw%2Fd@mail.example.com:2525',
      {
        host: 'mail.example.com',
        port: 2525,
        secure: false,
        auth: { user: 'jane@x', pass: 'p?w/d' },
      },
    ],
  ])('%s is read', (SMTP_URL, server) => {
    expect(readConfig({ ...base, SMTP_URL }).smtp).toEqual(server)
  })

  test.each(['mail.example.com', 'http://mail.example.com', 'smtp://', 'smtp://u@h', 'smtp://h/x'])(
    '%s is a fault, and is not repeated',
    (SMTP_URL) => {
      const faults = faultsOf({ ...base, SMTP_URL })
      expect(faults).toContain('SMTP_URL must')
      expect(faults).not.toContain(`“${SMTP_URL}”`)
    },
  )

  test('is not needed', () => {
    expect(readConfig({})).toMatchObject({ smtp: null, mailFrom: null, mailLanguage: 'en' })
  })
})

describe('the sender', () => {
  test.each([
    ['Example Ltd <a@example.com>', { name: 'Example Ltd', address: 'a@example.com' }],
    ['"Example, Ltd" <a@example.com>', { name: 'Example, Ltd', address: 'a@example.com' }],
    ['a@bücher.example', { name: null, address: 'a@bücher.example' }],
  ])('%s is read', (MAIL_FROM, sender) => {
    expect(readConfig({ ...base, MAIL_FROM }).mailFrom).toEqual(sender)
  })

  test.each(['Example', 'A <x>', 'A\r\nBcc: b@example.com <a@example.com>'])(
    '%j is a fault',
    (MAIL_FROM) => {
      expect(faultsOf({ ...base, MAIL_FROM })).toContain('MAIL_FROM must be an address')
    },
  )
})

test.each([
  ['MAIL_FROM', 'MAIL_FROM must be set where SMTP_URL is'],
  ['PUBLIC_URL', 'PUBLIC_URL must be set where SMTP_URL is'],
  ['SMTP_URL', 'SMTP_URL must be set where MAIL_FROM is'],
])('without %s the others stop the start', (name, fault) => {
  expect(faultsOf({ ...base, [name]: '' })).toContain(fault)
})
