/**
 * Encryption of personal columns, and keyed hashes that show equality without reading.
 *
 * A ciphertext is `v1.<key id>.<iv>.<tag>.<data>`, AES-256-GCM, all parts but the first two in base64url. It is bound
 * to table, column and row: moved elsewhere it does not open. Keys are derived from SECRET_KEY by HKDF, one for
 * encryption and one for hashes.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

/** Which cell of the database a text belongs to. */
export interface Cell {
  table: string
  column: string
  /** The row's id. */
  id: string
}

/** What a keyed hash may be taken of. */
export type BlindKind = 'email' | 'phone' | 'network' | 'call'

/** Turns what links cases into a keyed hash: equal things give equal hashes, and nothing can be read back. */
export interface Blinder {
  /** The hash under the current key: 43 base64url characters. */
  blind(kind: BlindKind, text: string): string
}

/** Encrypts and decrypts columns. */
export interface Cipher extends Blinder {
  /** Id of the key that new text is encrypted with; says nothing about the key. */
  keyId: string
  /** Ids of all keys that can decrypt, the current one first. */
  keyIds: readonly string[]
  /** The hash under every key, the current one first: rows may still carry an older one. None of a text without content. */
  blinds(kind: BlindKind, text: string): string[]
  encrypt(cell: Cell, text: string): string
  /** Fails: when the key is not there, or when the text was changed or moved; names the cell and the key id. */
  decrypt(cell: Cell, sealed: string): string
}

/** Why a text could not be decrypted. */
export class CipherError extends Error {
  override readonly name = 'CipherError'
}

interface Keys {
  id: string
  encryption: KeyObject
  blinding: KeyObject
}

const VERSION = 'v1'

/** Bytes. Source: NIST SP 800-38D §5.2.1 and §8.2: 96-bit random iv, full tag, at most 2^32 texts per key. */
const LENGTH = { key: 32, iv: 12, tag: 16, keyId: 4 } as const

/** Characters. `openssl rand -base64 24` gives 32: 192 bits. */
const LEAST_SECRET = 32

/**
 * Makes a cipher. `previous` are secrets that were in use before, for reading only.
 *
 * Fails: when a secret is shorter than 32 characters.
 */
export function createCipher(secrets: { secret: string; previous?: readonly string[] }): Cipher {
  const current = deriveKeys('SECRET_KEY', secrets.secret)
  const earlier = (secrets.previous ?? []).map((text) => deriveKeys('SECRET_KEY_PREVIOUS', text))
  const ring = new Map([...earlier, current].map((keys) => [keys.id, keys]))
  const all = [current, ...earlier.filter((keys) => keys.id !== current.id)]
  return {
    keyId: current.id,
    keyIds: all.map((keys) => keys.id),
    blind: (kind, text) => hashOf(current, kind, normalise(kind, text)),
    blinds: (kind, text) => {
      const normal = normalise(kind, text)
      return normal === '' ? [] : all.map((keys) => hashOf(keys, kind, normal))
    },
    encrypt: (cell, text) => encryptWith(current, cell, text),
    decrypt: (cell, sealed) => decryptWith(ring, cell, sealed),
  }
}

/** Id of the key that a ciphertext names; undefined when it is not one. */
export function keyIdOf(sealed: string): string | undefined {
  const [version, id] = sealed.split('.')
  return version === VERSION ? id : undefined
}

function deriveKeys(variable: string, secret: string): Keys {
  if (secret.length < LEAST_SECRET) {
    throw new CipherError(
      `${variable} must have at least ${LEAST_SECRET} characters, got ${secret.length}`,
    )
  }
  const derive = (purpose: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, 'whereabouts', `${purpose} ${VERSION}`, bytes))
  return {
    id: derive('key id', LENGTH.keyId).toString('hex'),
    encryption: createSecretKey(derive('encryption', LENGTH.key)),
    blinding: createSecretKey(derive('blinding', LENGTH.key)),
  }
}

function encryptWith(keys: Keys, cell: Cell, text: string): string {
  const iv = randomBytes(LENGTH.iv)
  const cipher = createCipheriv('aes-256-gcm', keys.encryption, iv, { authTagLength: LENGTH.tag })
  cipher.setAAD(boundTo(cell))
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const parts = [iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url'))
  return [VERSION, keys.id, ...parts].join('.')
}

function decryptWith(ring: ReadonlyMap<string, Keys>, cell: Cell, sealed: string): string {
  const where = `${cell.table}.${cell.column} of ${cell.id}`
  const [version, id, ...texts] = sealed.split('.')
  const [iv, tag, data] = texts.map(strictBase64)
  if (version !== VERSION || id === undefined || texts.length !== 3 || !iv || !tag || !data) {
    throw new CipherError(`${where} is not a text that this version encrypted`)
  }
  const keys = ring.get(id)
  if (keys === undefined) {
    throw new CipherError(
      `${where} was encrypted with key ${id}, which is not among the keys given ` +
        `(${[...ring.keys()].join(', ')}). Set SECRET_KEY or SECRET_KEY_PREVIOUS to the key in use then.`,
    )
  }
  try {
    if (iv.length !== LENGTH.iv || tag.length !== LENGTH.tag) throw new Error('wrong length')
    const options = { authTagLength: LENGTH.tag }
    const decipher = createDecipheriv('aes-256-gcm', keys.encryption, iv, options)
    decipher.setAAD(boundTo(cell))
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new CipherError(`${where} was changed or moved after it was encrypted (key ${id})`, {
      cause,
    })
  }
}

/** Node ignores stray characters and spare bits; a changed character must not pass unseen. */
function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}

function boundTo(cell: Cell): Buffer {
  return Buffer.from(JSON.stringify([cell.table, cell.column, cell.id]))
}

function hashOf(keys: Keys, kind: BlindKind, normal: string): string {
  return createHmac('sha256', keys.blinding).update(`${kind}\0${normal}`).digest('base64url')
}

/** One writing for what is the same: letter case of addresses, spaces and brackets in numbers. */
function normalise(kind: BlindKind, text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (kind !== 'phone') return plain
  const digits = plain.replace(/\D/g, '')
  if (digits === '') return ''
  if (plain.startsWith('+')) return `+${digits}`
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits
}
