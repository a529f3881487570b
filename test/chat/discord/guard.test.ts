import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discordFault, toPublicKey } from '../../../src/chat/discord/guard.ts'

const pair = generateKeyPairSync('ed25519')
const hex = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')
const key = toPublicKey(hex)
const NOW = 1_795_554_000_000
const timestamp = String(NOW / 1000)
const rawBody = Buffer.from('{"type":1,"x":"ä"}')

const signed = (at: string, body: Buffer, by = pair.privateKey) =>
  sign(null, Buffer.concat([Buffer.from(at), body]), by).toString('hex')
const fault = (part: object = {}, nowMs = NOW) =>
  discordFault(key, { signature: signed(timestamp, rawBody), timestamp, rawBody, ...part }, nowMs)

it('what Discord signed now is taken', () => {
  expect(fault()).toBeNull()
})

describe('refused', () => {
  it.each([
    [301, 'old'],
    [-301, 'early'],
  ])('%d seconds away', (seconds, word) => {
    expect(fault({}, NOW + seconds * 1000)).toContain(word)
    expect(fault({}, NOW + Math.sign(seconds) * 300_000)).toBeNull()
  })

  it('every flipped bit of body, time and signature', () => {
    const flip = (bytes: Buffer, bit: number) => {
      const copy = Buffer.from(bytes)
      copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      return copy
    }
    const signature = Buffer.from(signed(timestamp, rawBody), 'hex')
    for (let bit = 0; bit < rawBody.length * 8; bit++) {
      expect(fault({ rawBody: flip(rawBody, bit) })).not.toBeNull()
    }
    for (let bit = 0; bit < signature.length * 8; bit++) {
      expect(fault({ signature: flip(signature, bit).toString('hex') })).not.toBeNull()
    }
    for (let bit = 0; bit < timestamp.length * 8; bit++) {
      expect(fault({ timestamp: flip(Buffer.from(timestamp), bit).toString() })).not.toBeNull()
    }
  })

  it('another app’s signature', () => {
    const other = generateKeyPairSync('ed25519').privateKey
    expect(fault({ signature: signed(timestamp, rawBody, other) })).toBe(
      'the signature does not fit',
    )
  })

  it('anything else in the headers', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (one, two) => {
        expect(fault({ signature: one })).not.toBeNull()
        expect(fault({ timestamp: two })).not.toBeNull()
      }),
    )
  })
})
