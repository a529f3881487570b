/** STUN by the test vectors of RFC 5769 (read 2026-11-25), and everything that is no check of ours. */
import { createHmac } from 'node:crypto'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAuthentic, readRequest, successOf, type BindingRequest } from '../../src/echo/stun.ts'
import { checkOf, flipped } from './_check.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'hex')

/** RFC 5769 §2: name, password and transaction of all its short-term vectors. */
const PASSWORD = 'VOkJxbRl1RmTxUk/WvJxBt'
const TRANSACTION = 'b7e7a701bc34d686fa87dfae'
/** RFC 5769 §2.1. */
const SAMPLE_REQUEST = hex(`
  00010058 2112a442 ${TRANSACTION}
  80220010 5354554e 20746573 7420636c 69656e74
  00240004 6e0001ff
  80290008 932ff9b1 51263b36
  00060009 6576746a 3a683676 59202020
  00080014 9aeaa70c bfd8cb56 781ef2b5 b2d3f249 c1b571a2
  80280004 e57a3bcf`)
/** RFC 5769 §2.2 and §2.3: the mapped addresses. */
const MAPPED_4 = hex('00200008 0001a147 e112a643')
const MAPPED_6 = hex('00200014 0002a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9')
/** RFC 5769 §2.4: a request by the long-term mechanism, without fingerprint. */
const LONG_TERM = hex(`
  00010060 2112a442 78ad3433 c6ad72c0 29da412e
  00060012 e3839ee3 8388e383 aae38383 e382afe3 82b90000
  0015001c 662f2f34 39396b39 35346436 4f4c3334 6f4c3946 53547679 36347341
  0014000b 6578616d 706c652e 6f726700
  00080014 f67024656dd64a3e02b8e0712e85c9a28ca89666`)

function read(datagram: Buffer): BindingRequest {
  const request = readRequest(datagram)
  if (request === undefined) throw new Error('no request was read')
  return request
}

describe('a request', () => {
  test('of RFC 5769 §2.1 is read, and its integrity is right', () => {
    const request = read(SAMPLE_REQUEST)
    expect(request.username).toBe('evtj:h6vY')
    expect(request.transaction.toString('hex')).toBe(TRANSACTION)
    expect(isAuthentic(request, PASSWORD)).toBe(true)
    expect(isAuthentic(request, `${PASSWORD}x`)).toBe(false)
  })

  test('as browsers send it is read', () => {
    const datagram = checkOf({ username: 'ours:theirs', password: 'secret' })
    expect(isAuthentic(read(datagram), 'secret')).toBe(true)
  })

  test.each([
    ['RFC 5769 §2.1', SAMPLE_REQUEST, PASSWORD],
    ['a browser', checkOf({ username: 'ours:theirs', password: 'secret' }), 'secret'],
  ])('of %s with any one bit flipped is refused', (_, datagram, password) => {
    const taken = flipped(datagram).filter((wrong) => {
      const request = readRequest(wrong)
      return request !== undefined && isAuthentic(request, password)
    })
    expect(taken).toEqual([])
  })

  test('whose checksum was made anew over a flipped bit is refused', () => {
    const datagram = checkOf({ username: 'ours:theirs', password: 'secret' })
    const start = datagram.subarray(0, -8)
    let read = 0
    for (const wrong of flipped(start)) {
      const crc = Buffer.alloc(4)
      crc.writeUInt32BE((crc32(wrong) ^ 0x5354554e) >>> 0)
      const request = readRequest(Buffer.concat([wrong, datagram.subarray(-8, -4), crc]))
      if (request === undefined) continue
      read += 1
      expect(isAuthentic(request, 'secret')).toBe(false)
    }
    // Most bits are in values, where the integrity alone tells.
    expect(read).toBeGreaterThan(300)
  })

  test.each([
    ['without integrity', checkOf({ username: 'ours:theirs', password: 'x', unsigned: true })],
    ['without fingerprint', LONG_TERM],
    [
      'with two names',
      checkOf({ username: 'a:b', password: 'x', more: [[6, Buffer.from('c:d')]] }),
    ],
    ['cut short', SAMPLE_REQUEST.subarray(0, -4)],
    ['with more behind it', Buffer.concat([SAMPLE_REQUEST, Buffer.alloc(4)])],
    ['that is empty', Buffer.alloc(0)],
    ['that is a plain STUN request', hex(`00010000 2112a442 ${TRANSACTION}`)],
    ['that is an answer', answerOf('192.0.2.1')],
  ])('%s is none', (_, datagram) => {
    expect(readRequest(datagram)).toBeUndefined()
  })

  test.each([
    ['name', 2],
    ['last attribute', -6],
  ])('whose %s is longer than its space is none, whoever made it', (_, at) => {
    const more = [[0x8001, Buffer.alloc(4)]] as const
    const check = (spoil: (attributes: Buffer) => void) =>
      readRequest(checkOf({ username: 'ours:theirs', password: 'secret', more, spoil }))
    expect(check(() => {})?.username).toBe('ours:theirs')
    const long = (attributes: Buffer) =>
      void attributes.writeUInt16BE(0xfff0, at < 0 ? attributes.length + at : at)
    expect(check(long)).toBeUndefined()
  })

  test('cannot be made of 10,000 random datagrams, and none of them throws', () => {
    const beginning = SAMPLE_REQUEST.subarray(0, 20)
    const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))
    const nearly = fc
      .tuple(noise, fc.nat(SAMPLE_REQUEST.length), fc.boolean())
      .map(([bytes, at, begun]) =>
        begun
          ? Buffer.concat([beginning, bytes])
          : Buffer.concat([
              SAMPLE_REQUEST.subarray(0, at),
              bytes.subarray(0, 8),
              SAMPLE_REQUEST.subarray(at),
            ]),
      )
      .filter((datagram) => !datagram.equals(SAMPLE_REQUEST))
    fc.assert(
      fc.property(fc.oneof(noise, nearly), (datagram) => {
        const request = readRequest(datagram)
        expect(request !== undefined && isAuthentic(request, PASSWORD)).toBe(false)
      }),
      { numRuns: 10_000 },
    )
  })
})

/** Our answer to the sample. */
function answerOf(address: string): Buffer {
  return successOf(read(SAMPLE_REQUEST), PASSWORD, { address, port: 32_853 })
}

describe('an answer', () => {
  test.each([
    ['192.0.2.1', MAPPED_4],
    ['2001:db8:1234:5678:11:2233:4455:6677', MAPPED_6],
  ])('says %s as RFC 5769 does', (address, mapped) => {
    const answer = answerOf(address)
    expect(answer.subarray(0, 2).toString('hex')).toBe('0101')
    expect(answer.readUInt16BE(2)).toBe(answer.length - 20)
    expect(answer.subarray(4, 20).toString('hex')).toBe(`2112a442${TRANSACTION}`)
    expect(answer.subarray(20, 20 + mapped.length)).toEqual(mapped)
  })

  test('carries integrity and fingerprint', () => {
    const answer = answerOf('2001:db8::7')
    const covered = Buffer.from(answer.subarray(0, -32))
    covered.writeUInt16BE(covered.length - 20 + 24, 2)
    const mac = createHmac('sha1', PASSWORD).update(covered).digest()
    expect(answer.subarray(-28, -8)).toEqual(mac)
    expect(answer.readUInt32BE(answer.length - 4)).toBe(
      (crc32(answer.subarray(0, -8)) ^ 0x5354554e) >>> 0,
    )
  })

  test.each([
    ['::1', '00000000000000000000000000000001'],
    ['2001:db8::', '20010db8000000000000000000000000'],
    ['fe80::1%eth0', 'fe800000000000000000000000000001'],
  ])('writes %s in full', (address, bytes) => {
    const mapped = answerOf(address).subarray(28, 44)
    const mask = hex(`2112a442${TRANSACTION}`)
    expect(Buffer.from(mapped.map((byte, i) => byte ^ (mask[i] ?? 0))).toString('hex')).toBe(bytes)
  })

  test('is smaller than any request that a browser can send', () => {
    const least = checkOf({ username: 'u'.repeat(52) + ':abcd', password: 'x' })
    const from = { address: '2001:db8::7', port: 1 }
    expect(successOf(read(least), 'x', from).length).toBeLessThan(least.length)
  })
})
