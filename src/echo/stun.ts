/**
 * STUN messages: what an ICE agent sends to see whether a path works, and what it hopes to get back.
 *
 * Only the authenticated Binding request of ICE is read, and only the success response written.
 * Source: RFC 8489 (STUN), RFC 8445 §7 (checks of ICE) (read 2026-11-25).
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { isIPv4 } from 'node:net'
import { crc32 } from 'node:zlib'

/** Source: RFC 8489 §5, §14, §18.2 (read 2026-11-25). */
const TYPE = { request: 0x0001, success: 0x0101 } as const
const ATTRIBUTE = {
  username: 0x0006,
  integrity: 0x0008,
  xorMappedAddress: 0x0020,
  fingerprint: 0x8028,
} as const
const COOKIE = 0x2112a442
const HEADER_BYTES = 20
const HEAD_BYTES = 4
/** HMAC-SHA1. */
const INTEGRITY_BYTES = 20
const CRC_BYTES = 4
/** Integrity and fingerprint with their heads: how a check of ICE ends. */
const END_BYTES = HEAD_BYTES + INTEGRITY_BYTES + HEAD_BYTES + CRC_BYTES
/** "STUN" in ASCII, by which the checksum differs from others of the same bytes. Source: RFC 8489 §14.7. */
const CRC_XOR = 0x5354554e

/** A Binding request whose form and checksum are right. Who sent it is not known before `isAuthentic`. */
export interface BindingRequest {
  /** 96 bits that the answer repeats. */
  transaction: Buffer
  username: string
  /** What the integrity covers. */
  covered: Buffer
  integrity: Buffer
}

/**
 * Reads a Binding request as ICE sends it, which ends with integrity and fingerprint.
 *
 * Out: undefined for anything else. Fails: never.
 */
export function readRequest(datagram: Buffer): BindingRequest | undefined {
  const length = datagram.length
  if (length < HEADER_BYTES + END_BYTES) return undefined
  if (datagram.readUInt16BE(0) !== TYPE.request) return undefined
  if (datagram.readUInt16BE(2) !== length - HEADER_BYTES) return undefined
  if (datagram.readUInt32BE(4) !== COOKIE) return undefined
  const endAt = length - END_BYTES
  const crcAt = length - CRC_BYTES
  if (!isHead(datagram, endAt, ATTRIBUTE.integrity, INTEGRITY_BYTES)) return undefined
  if (!isHead(datagram, crcAt - HEAD_BYTES, ATTRIBUTE.fingerprint, CRC_BYTES)) return undefined
  if (datagram.readUInt32BE(crcAt) !== fingerprint(datagram.subarray(0, crcAt - HEAD_BYTES))) {
    return undefined
  }
  const username = usernameOf(datagram, endAt)
  if (username === undefined) return undefined
  return {
    transaction: datagram.subarray(8, HEADER_BYTES),
    username,
    covered: coveredBy(datagram.subarray(0, endAt)),
    integrity: datagram.subarray(endAt + HEAD_BYTES, endAt + HEAD_BYTES + INTEGRITY_BYTES),
  }
}

/** Whether somebody made the request who knows the password; takes as long whatever is wrong. */
export function isAuthentic({ covered, integrity }: BindingRequest, password: string): boolean {
  return timingSafeEqual(integrity, hmac(covered, password))
}

/** The answer that the path works. In: where the request came from. */
export function successOf(
  { transaction }: BindingRequest,
  password: string,
  from: { address: string; port: number },
): Buffer {
  const mapped = attribute(ATTRIBUTE.xorMappedAddress, xorAddress(transaction, from))
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt16BE(TYPE.success, 0)
  header.writeUInt16BE(mapped.length + END_BYTES, 2)
  header.writeUInt32BE(COOKIE, 4)
  transaction.copy(header, 8)
  const start = Buffer.concat([header, mapped])
  const signed = Buffer.concat([
    start,
    attribute(ATTRIBUTE.integrity, hmac(coveredBy(start), password)),
  ])
  const crc = Buffer.alloc(CRC_BYTES)
  crc.writeUInt32BE(fingerprint(signed), 0)
  return Buffer.concat([signed, attribute(ATTRIBUTE.fingerprint, crc)])
}

/** The one name in the attributes before `endAt`; undefined where they do not fill that space, or there is not one. */
function usernameOf(datagram: Buffer, endAt: number): string | undefined {
  let found: string | undefined
  let at = HEADER_BYTES
  while (at < endAt) {
    const type = datagram.readUInt16BE(at)
    const valueAt = at + HEAD_BYTES
    const valueEnd = valueAt + datagram.readUInt16BE(at + 2)
    at = padded(valueEnd)
    if (at > endAt) return undefined
    if (type !== ATTRIBUTE.username) continue
    if (found !== undefined) return undefined
    found = datagram.toString('utf8', valueAt, valueEnd)
  }
  return found
}

function isHead(datagram: Buffer, at: number, type: number, bytes: number): boolean {
  return datagram.readUInt16BE(at) === type && datagram.readUInt16BE(at + 2) === bytes
}

/** The message up to its integrity, with the length as if that were the last. Source: RFC 8489 §14.5. */
function coveredBy(start: Buffer): Buffer {
  const copy = Buffer.from(start)
  copy.writeUInt16BE(start.length - HEADER_BYTES + HEAD_BYTES + INTEGRITY_BYTES, 2)
  return copy
}

function hmac(covered: Buffer, password: string): Buffer {
  return createHmac('sha1', password).update(covered).digest()
}

function fingerprint(bytes: Buffer): number {
  return (crc32(bytes) ^ CRC_XOR) >>> 0
}

/** In: a value whose length is a multiple of four, as those of an answer are. */
function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value])
}

function padded(length: number): number {
  return (length + 3) & ~3
}

/** Address and port, hidden from routers that rewrite addresses. Source: RFC 8489 §14.2. */
function xorAddress(transaction: Buffer, from: { address: string; port: number }): Buffer {
  const key = Buffer.alloc(4)
  key.writeUInt32BE(COOKIE, 0)
  const mask = Buffer.concat([key, transaction])
  const bytes = addressBytes(from.address)
  const value = Buffer.alloc(4 + bytes.length)
  value.writeUInt8(bytes.length === 4 ? 1 : 2, 1)
  value.writeUInt16BE(from.port ^ (COOKIE >>> 16), 2)
  bytes.forEach((byte, i) => value.writeUInt8(byte ^ (mask[i] ?? 0), 4 + i))
  return value
}

/** In: an address as Node's sockets write it. */
function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number))
  const [front = '', back] = (address.split('%')[0] ?? '').split('::')
  const groups = (text: string) => text.split(':').filter(Boolean)
  const [head, tail] = [groups(front), groups(back ?? '')]
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  const bytes = Buffer.alloc(16)
  ;[...head, ...zeros, ...tail].forEach((group, i) => {
    bytes.writeUInt16BE(Number.parseInt(group, 16), 2 * i)
  })
  return bytes
}
