/** A certificate for this machine, made when a test needs it: no key lies in the repository. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** Certificate and key, PEM. */
export interface Certificate {
  cert: string
  key: string
}

/** Tags of DER. Source: ITU-T X.690, 8 (read 2026-11-25). */
const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  text: 0x0c,
  time: 0x17,
  sequence: 0x30,
  set: 0x31,
} as const

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const size = body.length
  const head =
    size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, Math.floor(size / 256), size % 256]
  return Buffer.concat([Buffer.from([tag, ...head]), body])
}

const sequence = (...parts: Uint8Array[]) => der(TAG.sequence, ...parts)
const oid = (hex: string) => der(TAG.oid, Buffer.from(hex, 'hex'))
/** UTCTime: "261125120000Z". */
const time = (at: number) =>
  der(TAG.time, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`))

/** ecdsa-with-SHA256, commonName, basicConstraints, subjectAltName. */
const OID = {
  ecdsaSha256: '2a8648ce3d040302',
  commonName: '550403',
  basicConstraints: '551d13',
  alternativeName: '551d11',
}

/** Makes a certificate that signs itself, for localhost and IPv4 addresses, valid for a day. Source: RFC 5280, 4.1 (read 2026-11-25). */
export function makeCertificate(
  now = Date.now(),
  addresses: readonly string[] = ['127.0.0.1'],
): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(oid(OID.ecdsaSha256))
  const name = sequence(
    der(TAG.set, sequence(oid(OID.commonName), der(TAG.text, Buffer.from('localhost')))),
  )
  const names = sequence(
    der(0x82, Buffer.from('localhost')),
    ...addresses.map((address) => der(0x87, Buffer.from(address.split('.').map(Number)))),
  )
  const extensions = sequence(
    sequence(
      oid(OID.basicConstraints),
      der(TAG.octets, sequence(der(TAG.boolean, Buffer.from([0xff])))),
    ),
    sequence(oid(OID.alternativeName), der(TAG.octets, names)),
  )
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)])
  const body = sequence(
    der(0xa0, der(TAG.integer, Buffer.from([2]))),
    der(TAG.integer, serial),
    algorithm,
    name,
    sequence(time(now - 3_600_000), time(now + 86_400_000)),
    name,
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, extensions),
  )
  const signature = der(TAG.bits, Buffer.from([0]), sign('sha256', body, privateKey))
  return {
    cert: pem('CERTIFICATE', sequence(body, algorithm, signature)),
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  }
}

function pem(kind: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${kind}-----\n${lines.join('\n')}\n-----END ${kind}-----\n`
}
