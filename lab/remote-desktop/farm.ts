/** The room with the computer: the product beside it, and the other end of the link, where a person may sit. */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCipher } from '../../src/store/cipher.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { makeCertificate } from '../../test/contract/_certificate.ts'
import type { Crew } from '../network/crew.ts'

/** One room, ready. */
export interface Farm {
  lane: number
  /** Namespace of the computer that runs the browser. */
  farm: string
  /** Namespace of the person's own computer. */
  viewer: string
  socketPath: string
  apiKey: string
  store: Awaited<ReturnType<typeof openSqlite>>
}

const root = join(import.meta.dirname, '../..')
const PORT = 3000
/** The server has a machine of its own, so that it goes before the browser. */
const PRIORITY = -2

/** Addresses of the link's ends; they never leave their namespaces. Source: RFC 1918 (read 2026-11-25). */
export const addresses = {
  farm: (lane: number) => `10.97.${String(lane)}.2`,
  viewer: (lane: number) => `10.97.${String(lane)}.1`,
}

/** Makes the room: namespaces and the product at http://localhost of the farm. */
export async function openFarm(crew: Crew, lane: number): Promise<Farm> {
  const farm = await crew.namespace(`farm${String(lane)}`)
  const viewer = await crew.namespace(`viewer${String(lane)}`)
  const at = (name: string) => join(crew.folder, `${name}-${String(lane)}`)
  const [certPath, keyPath, socketPath, databasePath] = [
    ...[at('cert.pem'), at('key.pem')],
    ...[at('main.sock'), at('main.db')],
  ] as const
  const secret = randomBytes(32).toString('base64')
  const apiKey = randomBytes(16).toString('hex')
  await crew.start([process.execPath, join(root, 'dist/main.js')], {
    in: farm,
    says: /is ready/,
    priority: PRIORITY,
    env: {
      PORT: String(PORT),
      PUBLIC_URL: `http://localhost:${String(PORT)}`,
      DATABASE_URL: `sqlite:${databasePath}`,
      SECRET_KEY: secret,
      API_KEY: apiKey,
      IP_LOCATION: 'dbip',
      TRUSTED_PROXIES: '127.0.0.1',
      LOG_LEVEL: 'error',
    },
  })
  // The laboratory itself speaks to the API by a socket file; nobody uses the encrypted port.
  const certificate = makeCertificate(Date.now(), ['127.0.0.1'])
  writeFileSync(certPath, certificate.cert)
  writeFileSync(keyPath, certificate.key, { mode: 0o600 })
  const front = join(import.meta.dirname, '../network/front.ts')
  await crew.start(
    [
      ...[process.execPath, '--import', import.meta.resolve('tsx'), front],
      ...['127.0.0.1', certPath, keyPath, String(PORT), socketPath],
    ],
    { in: farm, listens: 443, priority: PRIORITY },
  )
  const store = await openSqlite({ path: databasePath, cipher: createCipher({ secret }) })
  return { lane, farm, viewer, socketPath, apiKey, store }
}
