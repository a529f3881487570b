import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signSlack, slackFault } from '../../../src/chat/slack/guard.ts'

/** Slack's own example. Source: docs.slack.dev, verifying requests, read 2026-11-22. */
const example = {
  secret: '8f742231b10e8888abcd99yyyzzz85a5',
  timestamp: '1531420618',
  rawBody: Buffer.from(
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
  ),
  signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
}
const sentAt = Number(example.timestamp) * 1000

test('Slack’s own example passes', () => {
  expect(slackFault(example.secret, example, sentAt)).toBeNull()
})

describe('times', () => {
  test.each([
    [-300, null],
    [-301, 'the request is 301 s early'],
    [0, null],
    [300, null],
    [301, 'the request is 301 s old'],
    [3600, 'the request is 3600 s old'],
    [-3600, 'the request is 3600 s early'],
  ])('%i s after it was signed', (seconds, fault) => {
    expect(slackFault(example.secret, example, sentAt + seconds * 1000)).toBe(fault)
  })
})

describe('what is missing or has another form', () => {
  test.each([
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['two signatures', { signature: [example.signature, example.signature] }],
    ['a short signature', { signature: example.signature.slice(0, -1) }],
    ['a long signature', { signature: `${example.signature}0` }],
    ['another version', { signature: example.signature.replace('v0', 'v1') }],
    ['no timestamp', { timestamp: undefined }],
    ['a timestamp in words', { timestamp: 'now' }],
    ['a timestamp with more behind it', { timestamp: `${example.timestamp}.5` }],
    ['a negative timestamp', { timestamp: `-${example.timestamp}` }],
  ])('%s', (_name, part) => {
    expect(slackFault(example.secret, { ...example, ...part }, sentAt)).toMatch(/is missing$/)
  })

  test('an empty secret signs nothing, not even what it would have signed', () => {
    const rawBody = Buffer.from('ssl_check=1')
    const signature = signSlack('', example.timestamp, rawBody)
    const request = { ...example, rawBody, signature }
    expect(slackFault('', request, sentAt)).toBe('there is no signing secret')
  })

  test('an unsigned ssl_check', () => {
    const request = {
      signature: undefined,
      timestamp: undefined,
      rawBody: Buffer.from('ssl_check=1'),
    }
    expect(slackFault(example.secret, request, sentAt)).not.toBeNull()
  })
})

test('every flipped bit of body, signature or secret is refused', () => {
  const flip = (bytes: Buffer, bit: number) => {
    const copy = Buffer.from(bytes)
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    return copy
  }
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.nat(),
      fc.constantFrom('body', 'signature', 'secret'),
      (secret, bytes, bit, part) => {
        const rawBody = Buffer.from(bytes)
        const request = {
          ...example,
          rawBody,
          signature: signSlack(secret, example.timestamp, rawBody),
        }
        expect(slackFault(secret, request, sentAt)).toBeNull()
        const wrong = { ...request }
        if (part === 'body') wrong.rawBody = flip(rawBody, bit % (rawBody.length * 8))
        if (part === 'signature') {
          const hex = Buffer.from(request.signature.slice(3), 'hex')
          wrong.signature = `v0=${flip(hex, bit % 256).toString('hex')}`
        }
        const key = part === 'secret' ? `${secret}x` : secret
        expect(slackFault(key, wrong, sentAt)).toBe('the signature does not fit')
      },
    ),
  )
})

test('every bit of the example’s signature matters', () => {
  const hex = Buffer.from(example.signature.slice(3), 'hex')
  for (let bit = 0; bit < 256; bit++) {
    const copy = Buffer.from(hex)
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const request = { ...example, signature: `v0=${copy.toString('hex')}` }
    expect(slackFault(example.secret, request, sentAt)).toBe('the signature does not fit')
  }
})
