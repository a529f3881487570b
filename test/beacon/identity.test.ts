import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openIdentity } from '../../src/beacon/identity.ts'

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-identity-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the first start makes a key for its owner alone, the next ones find it', () => {
  const path = join(folder, 'var', 'beacon.key')
  const made = openIdentity(path)
  expect(made.asymmetricKeyType).toBe('ed25519')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(openIdentity(path).equals(made)).toBe(true)
})

test('another kind of key is named', () => {
  const path = join(folder, 'ec.key')
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  writeFileSync(path, privateKey.export({ format: 'pem', type: 'pkcs8' }))
  expect(() => openIdentity(path)).toThrow(/expected an Ed25519 key, got ec/)
})
