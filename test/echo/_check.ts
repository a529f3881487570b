/** Checks of ICE as a browser sends them. */
import { createHmac, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What a check may differ in. */
interface CheckOptions {
  username: string
  password: string
  /** Attributes after those that a browser sends: type and value. */
  more?: readonly (readonly [type: number, value: Buffer])[]
  /** Changes the attributes before they are signed. */
  spoil?: (attributes: Buffer) => void
  /** Leaves the integrity out. */
  unsigned?: boolean
  transaction?: Buffer
}

/** One attribute, padded. */
function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

function withLength(header: Buffer, length: number): Buffer {
  const copy = Buffer.from(header)
  copy.writeUInt16BE(length, 2)
  return copy
}

/** Builds a Binding request with integrity and fingerprint, in the order of libwebrtc. */
export function checkOf(options: CheckOptions): Buffer {
  const { username, password, more = [], unsigned = false } = options
  const transaction = options.transaction ?? randomBytes(12)
  const header = Buffer.concat([Buffer.from('000100002112a442', 'hex'), transaction])
  const body = Buffer.concat([
    attribute(0x0006, Buffer.from(username)),
    attribute(0xc057, Buffer.from('00010000', 'hex')),
    attribute(0x802a, randomBytes(8)),
    attribute(0x0025, Buffer.alloc(0)),
    attribute(0x0024, Buffer.from('6e7f1eff', 'hex')),
    ...more.map(([type, value]) => attribute(type, value)),
  ])
  options.spoil?.(body)
  const covered = Buffer.concat([withLength(header, body.length + 24), body])
  const mac = createHmac('sha1', password).update(covered).digest()
  const signed = unsigned ? body : Buffer.concat([body, attribute(0x0008, mac)])
  const start = Buffer.concat([withLength(header, signed.length + 8), signed])
  const crc = Buffer.alloc(4)
  crc.writeUInt32BE((crc32(start) ^ 0x5354554e) >>> 0)
  return Buffer.concat([start, attribute(0x8028, crc)])
}

/** Every way to flip one bit of it. */
export function flipped(datagram: Buffer): Buffer[] {
  return Array.from({ length: datagram.length * 8 }, (_, bit) => {
    const copy = Buffer.from(datagram)
    copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    return copy
  })
}
