/** The product as an operator runs it: the main server behind its reverse proxy, and its beacons, each in a namespace of its own. */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beaconMainKey } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { makeCertificate } from '../../test/contract/_certificate.ts'
import type { Crew } from './crew.ts'
import { addresses, BEACONS, MAIN, type Server } from './geography.ts'

/** Running servers. */
export interface Servers {
  /** Name of the namespace in the middle, which every way leads through. */
  core: string
  /** Where programs of this machine reach the main server. */
  socketPath: string
  apiKey: string
  databasePath: string
  secretKey: string
}

const root = join(import.meta.dirname, '../..')
/** Where the main server listens behind its proxy. */
const PORT = 3000
/** Servers have machines of their own, so that they go before the browsers. */
const PRIORITY = -5

/** Starts a link program. In: what it takes for each link. Out: once all are up. */
export async function startLinks(crew: Crew, links: readonly (readonly (string | number)[])[]) {
  const program = join(import.meta.dirname, 'delaylink.py')
  return crew.start(['python3', program, ...links.map((link) => link.join(','))], { says: /^up$/m })
}

/** Starts all servers. */
export async function startServers(crew: Crew): Promise<Servers> {
  const core = await crew.namespace('core')
  const all = [MAIN, ...BEACONS]
  const spaces = await Promise.all(all.map(({ id }) => crew.namespace(id)))
  await startLinks(
    crew,
    all.map(({ rttMs }, i) => [
      core,
      addresses.serverHop(i),
      spaces[i] ?? '',
      addresses.server(i),
      rttMs / 2,
    ]),
  )
  for (const [i, space] of spaces.entries()) {
    await crew.run(['ip', '-n', space, 'route', 'add', 'default', 'via', addresses.serverHop(i)])
  }
  const [certPath, keyPath] = [join(crew.folder, 'cert.pem'), join(crew.folder, 'key.pem')]
  const certificate = makeCertificate(
    Date.now(),
    all.map((_, i) => addresses.server(i)),
  )
  writeFileSync(certPath, certificate.cert)
  writeFileSync(keyPath, certificate.key, { mode: 0o600 })
  const tls = { certPath, keyPath }

  const publicUrl = `https://${addresses.server(0)}`
  const secretKey = randomBytes(32).toString('base64')
  const mainKey = beaconMainKey(readConfig({ SECRET_KEY: secretKey }))
  const sites = await Promise.all(
    BEACONS.map((beacon, i) =>
      startBeacon(crew, { beacon, index: i + 1, publicUrl, mainKey, ...tls }),
    ),
  )
  const main = await crew.namespace(MAIN.id)
  const apiKey = randomBytes(16).toString('hex')
  const databasePath = join(crew.folder, 'main.db')
  await crew.start([process.execPath, join(root, 'dist/main.js')], {
    in: main,
    says: /is ready/,
    priority: PRIORITY,
    env: {
      PORT: String(PORT),
      PUBLIC_URL: publicUrl,
      DATABASE_URL: `sqlite:${databasePath}`,
      SECRET_KEY: secretKey,
      API_KEY: apiKey,
      IP_LOCATION: 'dbip',
      SERVER_LOCATION: `${String(MAIN.lat)},${String(MAIN.lon)} ${MAIN.name}`,
      TRUSTED_PROXIES: '127.0.0.1',
      BEACONS: sites.join('; '),
      LOG_LEVEL: 'error',
    },
  })
  const socketPath = join(crew.folder, 'main.sock')
  const front = join(import.meta.dirname, 'front.ts')
  await crew.start(
    [
      ...[process.execPath, '--import', import.meta.resolve('tsx'), front],
      ...[addresses.server(0), certPath, keyPath, String(PORT), socketPath],
    ],
    { in: main, listens: 443, priority: PRIORITY },
  )
  return { core, socketPath, apiKey, databasePath, secretKey }
}

/** Starts a beacon. Out: what BEACONS of the main server says of it. */
async function startBeacon(
  crew: Crew,
  given: {
    beacon: Server
    index: number
    publicUrl: string
    mainKey: string
    certPath: string
    keyPath: string
  },
): Promise<string> {
  const { id, name, lat, lon } = given.beacon
  const running = await crew.start([process.execPath, join(root, 'dist/beacon/main.js')], {
    in: await crew.namespace(id),
    says: /Public key: \S+\n/,
    priority: PRIORITY,
    env: {
      BEACON_ID: id,
      BEACON_PORT: '443',
      BEACON_CERT_FILE: given.certPath,
      BEACON_KEY_FILE: given.keyPath,
      BEACON_IDENTITY_FILE: join(crew.folder, `${id}.key`),
      BEACON_MAIN_URL: given.publicUrl,
      BEACON_MAIN_KEY: given.mainKey,
      // Nobody else signs for the main server of this laboratory.
      NODE_EXTRA_CA_CERTS: given.certPath,
    },
  })
  const publicKey = /Public key: (\S+)\n/.exec(running.said())?.[1] ?? ''
  const url = `wss://${addresses.server(given.index)}`
  return [id, name, `${String(lat)},${String(lon)}`, url, publicKey].join(' | ')
}
