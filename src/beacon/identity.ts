/** The beacon's own key: made at the first start, readable by its owner alone. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Reads the key, making it where there is none. Fails: throws when the file is no Ed25519 key. */
export function openIdentity(path: string): KeyObject {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx' })
    return privateKey
  }
  const key = createPrivateKey(readFileSync(path))
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new Error(`${path}: expected an Ed25519 key, got ${String(key.asymmetricKeyType)}`)
  }
  return key
}
