/** The composition root: the only file that sees every room. */
import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commands } from '../commands/index.ts'
import { createConsole } from './chat/console.ts'
import { callsOfDiscord, registerDiscord } from './chat/discord.ts'
import { dispatch } from './chat/dispatch.ts'
import { createPlatforms, type PlatformOverrides } from './chat/platforms.ts'
import type { Config, DatabaseAddress } from './config.ts'
import { rights } from './core/access.ts'
import { startJobs } from './jobs/runner/start-jobs.ts'
import { createDatagramLimit } from './echo/datagram-limit.ts'
import { privateKeyFromSeed, publicKeyText } from './echo/ed25519.ts'
import { createIceCredentials, nonceOfUfrag } from './echo/ice-credentials.ts'
import { startUdpResponder } from './echo/udp-responder.ts'
import { publicAddress } from './lookups/address/public-address.ts'
import { lookups } from './lookups/index.ts'
import type { MailerOptions } from './notify/mail.ts'
import { calendarFile } from './notify/calendar.ts'
import { createPictures } from './pictures/pictures.ts'
import { createSeal, cryptoRandom } from './random.ts'
import { createSimulator, type SimulationTimes } from './simulate/simulator.ts'
import { GENESIS, verifyChain } from './store/audit.ts'
import { createCipher } from './store/cipher.ts'
import type { OpenStore } from './store/open-store.ts'
import { openPostgres } from './store/postgres.ts'
import { openSqlite } from './store/sqlite.ts'
import type { IpDatabase, IpLocation } from './usecases/lookups.ts'
import type { Clock, Lookups, Ports, Settings } from './usecases/ports.ts'
import { recordSideAddress } from './usecases/record-side-address.ts'
import type { Actor } from './usecases/records.ts'
import { isSameSecret, SIMULATED_HEADER } from './web/address.ts'
import { freePort } from './web/free-port.ts'
import { listenOrigin, shownOrigin } from './web/listen-origin.ts'
import { createWeb } from './web/server.ts'

/** A running product. */
export interface App {
  /** Origin that leads to it from this machine. */
  origin: string
  /** The console's address, with a key that works once. */
  consoleUrl: string
  /** Stops in order: no new requests, no new work, then the database. */
  [Symbol.asyncDispose](): Promise<void>
}

/** What tests replace; everything else is the real thing. */
export interface AppOverrides extends PlatformOverrides {
  clock?: Clock
  requestsPerMin?: number
  mail?: Pick<MailerOptions, 'ca' | 'limits'>
  simulationTimes?: SimulationTimes
}

/** Where the build puts scripts and styles; the same from `src/` and from `dist/`. */
const ASSETS = fileURLToPath(new URL('../dist/assets', import.meta.url))

/** Without `IP_LOCATION`, real cases in the console use the database whose terms allow every purpose. */
const UNCONFIGURED: readonly IpDatabase[] = ['dbip']
/** Simulated people are nobody's consumer report. */
const SIMULATED: readonly IpDatabase[] = ['dbip', 'geoip-lite']

/** The console's one channel. */
const CHANNEL = 'hiring'

/** Lines of the audit log read at a time. */
const AUDIT_PAGE = 1000

/** Starts everything. Fails: with a message for the operator when the database or the port is not to be had. */
export async function startApp(config: Config, overrides: AppOverrides = {}): Promise<App> {
  const { store, cipher, secret } = await openStore(config)
  try {
    const blindNetwork = (network: string) => cipher.blind('network', network)
    return await startWith(config, overrides, secret, store, blindNetwork)
  } catch (error) {
    await store[Symbol.asyncDispose]()
    throw error
  }
}

/** The database alone, for command lines. Dispose of it when done. */
export async function openOfflineStore(config: Config) {
  const { store } = await openStore(config)
  return {
    reencrypt: () => store.reencrypt(),
    /** Walks the whole audit log. */
    async verify(): Promise<{ lines: number } | { brokenAt: number }> {
      let last = GENESIS
      let lines = 0
      for (;;) {
        const page = await store.transaction((tx) => tx.audit.after(last.seq, AUDIT_PAGE))
        const result = verifyChain(page, last)
        if ('brokenAt' in result) return result
        lines += page.length
        const end = page.at(-1)
        if (end === undefined) return { lines }
        last = end
      }
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  }
}

/** The lookups alone, for command lines. */
export async function openOfflineLookups(config: Config): Promise<Lookups> {
  const simulated = lazyIpLocation(SIMULATED)
  return openLookups(config, simulated.look)
}

/** Tells Discord what can be typed there. Out: what changed. */
export async function registerDiscordCommands(config: Config) {
  return registerDiscord(config, commands)
}

/** The key that beacons know this server's tickets by. */
export function beaconMainKey({ database, secretKey }: Config): string {
  return publicKeyText(ticketKey(secretKey ?? ownSecret(database)))
}

/** The same at every server that shares the secret. */
function ticketKey(secret: string) {
  return privateKeyFromSeed(
    Buffer.from(hkdfSync('sha256', secret, '', 'whereabouts beacon tickets', 32)),
  )
}

async function openStore({ database, secretKey, previousSecretKey }: Config) {
  const secret = secretKey ?? ownSecret(database)
  const previous = previousSecretKey === null ? [] : [previousSecretKey]
  const cipher = createCipher({ secret, previous })
  const store: OpenStore =
    'url' in database
      ? await openPostgres({ url: database.url, cipher })
      : await openSqlite({ path: database.path, cipher })
  return { secret, cipher, store }
}

async function startWith(
  config: Config,
  overrides: AppOverrides,
  secret: string,
  store: OpenStore,
  blindNetwork: (network: string) => string,
): Promise<App> {
  const clock = overrides.clock ?? { now: () => Date.now() }
  const { host } = config
  const port = config.port === 0 ? await freePort(host) : config.port
  const origin = listenOrigin(host, port)
  const settings = settingsOf(config, config.publicUrl ?? shownOrigin(host, port))
  const simulationSecret = randomBytes(32).toString('base64url')
  const simulatedLocation = lazyIpLocation(SIMULATED)
  const console_ = createConsole({ store, bus: store.bus, clock, random: cryptoRandom })
  const simulator = createSimulator({
    target: {
      origin,
      stateAddress: (address) => ({ [SIMULATED_HEADER]: `${simulationSecret} ${address}` }),
    },
    prepare: simulatedLocation.load,
    onError: (error) => app.log.error({ err: error }, 'simulated candidate failed'),
    times: overrides.simulationTimes,
  })
  const ports: Ports = {
    store,
    bus: store.bus,
    clock,
    random: cryptoRandom,
    lookups: await openLookups(config, simulatedLocation.look),
    settings,
    simulator,
    pictures: createPictures(),
    mailer: await openMailer(config, overrides.mail),
    calendarFile,
    seal: createSeal(Buffer.from(hkdfSync('sha256', secret, '', 'whereabouts picture links', 32))),
    verifyAudit: (lines) =>
      lines.every((line) => {
        const before = { seq: line.seq - 1, hash: line.previous }
        return 'whole' in verifyChain([line], before)
      }),
    wake(afterMs = 0) {
      if (afterMs <= 0) store.bus.publish('outbox', '')
      // Only a shortcut: the job looks every second anyway, so a timer that the process outlives may be lost.
      else setTimeout(() => store.bus.publish('outbox', ''), afterMs).unref()
    },
  }
  const platforms = await createPlatforms({
    ports,
    commands,
    config,
    log: (level, data, text) => app.log[level](data, text),
    overrides,
  })
  const udp = await startUdpPath(config.udpAddress, secret, ports, (error) =>
    app.log.error({ err: error }, 'the UDP path failed'),
  )
  let consoleKey: string | null = cryptoRandom.token()
  const printedKey = consoleKey
  const app = await createWeb({
    ports,
    seen: { simulationSecret, blindNetwork },
    isPublic: (address) => publicAddress(address) !== undefined,
    nonceKey: Buffer.from(hkdfSync('sha256', secret, '', 'whereabouts form nonces', 32)),
    proxies: { trusted: config.trustedProxies ?? [], edgeRttHeader: config.edgeRttHeader },
    ...(config.beacons === null
      ? {}
      : { beacons: { sites: config.beacons, ticketKey: ticketKey(secret) } }),
    sidePaths: {
      udp,
      families: [config.ipv4Host, config.ipv6Host].filter((host) => host !== null),
    },
    apiKey: config.apiKey,
    findCall: platforms.findCall,
    console: {
      channel: CHANNEL,
      commands,
      latest: () => console_.latest(CHANNEL),
      listen: console_.listen,
      run: (actor, zone, deed) => dispatch(ports, commands, consoleCaller(actor, zone), deed),
      takeKey(key) {
        if (consoleKey === null || !isSameSecret(key, consoleKey)) return false
        consoleKey = null
        return true
      },
    },
    receivers: platforms.receivers,
    connections: platforms.connections,
    assets: ASSETS,
    logLevel: config.logLevel,
    ...(overrides.requestsPerMin === undefined ? {} : { requestsPerMin: overrides.requestsPerMin }),
  })
  for (const fault of ports.lookups.ipNetwork.faults()) app.log.warn({ fault }, 'a list is missing')
  await app.listen({ port, host })
  // What the process before this one was delivering when it died need not wait. Where others share the database they
  // may be delivering it.
  if ('path' in config.database) await store.transaction((tx) => tx.outbox.release())
  const context = {
    ports,
    messengers: { console: console_, ...platforms.messengers },
    calls: platforms.calls,
    editedAt: new Map<string, number>(),
    leads: store.leads,
  }
  const jobs = startJobs(context, (job, error) => app.log.error({ err: error, job }, 'job failed'))
  platforms.start()
  return {
    origin,
    consoleUrl: `${settings.publicUrl}/console?key=${printedKey}`,
    async [Symbol.asyncDispose]() {
      await simulator.stop()
      // First no new requests, then no new work, then the database.
      await platforms.stop()
      await udp?.[Symbol.asyncDispose]()
      await app.close()
      await jobs[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
    },
  }
}

/** Listens where pages show the address of their UDP path. Out: null where no address is configured. */
async function startUdpPath(
  addresses: Config['udpAddress'],
  secret: string,
  ports: Ports,
  failed: (error: Error) => void,
) {
  if (addresses === null) return null
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'whereabouts udp path', 32))
  const credentials = createIceCredentials(key)
  const underWay = new Set<Promise<void>>()
  const responder = await startUdpResponder({
    listens: addresses.map(({ listen }) => listen),
    mayLook: createDatagramLimit(() => performance.now()),
    passwordOf: (ufrag) => credentials.passwordOf(ufrag, ports.clock.now()),
    arrived({ ufrag, listen, address }) {
      const [name, nonce, path] = ['udpAddress', nonceOfUfrag(ufrag), String(listen)] as const
      const done = recordSideAddress(ports, { name, nonce, path, address }).then(() => {}, failed)
      underWay.add(done)
      void done.then(() => underWay.delete(done))
    },
    failed,
  })
  return {
    addresses: addresses.map(({ shown: { address, port } }, i) => ({
      address,
      port: port === 0 ? (responder.ports[i] ?? 0) : port,
    })),
    credentialsOf: credentials.of,
    async [Symbol.asyncDispose]() {
      await responder[Symbol.asyncDispose]()
      // What was heard is kept before the database closes.
      await Promise.all(underWay)
    },
  }
}

/** The way to the mail server, loaded where one is set. */
async function openMailer(
  { smtp, mailFrom, mailLanguage: language }: Config,
  overrides: AppOverrides['mail'],
) {
  if (smtp === null || mailFrom === null) return null
  const { createMailer } = await import('./notify/mail.ts')
  return createMailer({ server: smtp, from: mailFrom, language, ...overrides })
}

/** Whoever holds the console's key may do everything there. */
function consoleCaller(actor: Actor, zone: string) {
  return {
    actor,
    channel: CHANNEL,
    channelOf: null,
    calls: null,
    zone,
    rights,
    workspace: 'console',
    emptyListsMean: 'everybody',
  }
}

function settingsOf(config: Config, publicUrl: string): Settings {
  return {
    publicUrl,
    companyName: config.companyName,
    recruiterName: config.recruiterName,
    contact: config.contact,
    linkLeadMs: config.linkLeadMin * 60_000,
    vantage: config.serverLocation,
    sidePaths: {
      udp: config.udpAddress !== null,
      families: config.ipv4Host !== null || config.ipv6Host !== null,
    },
    controlCheck: config.controlCheck,
    calls: { discord: callsOfDiscord(config) },
    retention: {
      rawDays: config.rawDays,
      caseDays: config.caseDays,
      recordDays: config.recordDays,
    },
    defaultZone: config.defaultZone,
  }
}

async function openLookups(config: Config, ipLocationSimulated: IpLocation): Promise<Lookups> {
  const [ipLocation, ipNetwork, phone, place, userAgent, when] = await Promise.all([
    lookups.ipLocation({ databases: config.ipLocation ?? UNCONFIGURED }),
    lookups.ipNetwork({ feeds: config.ipNetworkFeeds ?? [], refresh: freshLists(config) }),
    lookups.phone(),
    lookups.place(),
    lookups.userAgent(),
    lookups.when(),
  ])
  return { ipLocation, ipLocationSimulated, ipNetwork, phone, place, userAgent, when }
}

/** Where fresh lists of networks come from, and where they are kept: beside the database. */
function freshLists({ ipNetworkRefresh: from, database }: Config) {
  if (from === null) return null
  const isFile = 'path' in database && database.path !== ':memory:'
  const folder = join(isFile ? dirname(database.path) : 'var', 'networks')
  return { origin: from === 'publishers' ? null : from, folder }
}

/** A lookup that is opened when first needed: geoip-lite alone takes 150 MB. */
function lazyIpLocation(databases: readonly IpDatabase[]) {
  let opened: IpLocation | undefined
  let opening: Promise<void> | undefined
  const load = (): Promise<void> => {
    opening ??= lookups.ipLocation({ databases }).then((look) => {
      opened = look
    })
    return opening
  }
  const look: IpLocation = (address) => opened?.(address) ?? { why: 'not-configured' }
  return { load, look }
}

/** The key beside the database, made at the first start, readable by its owner alone. */
function ownSecret(database: DatabaseAddress): string {
  if ('url' in database) throw new Error('SECRET_KEY must be set where DATABASE_URL is PostgreSQL.')
  if (database.path === ':memory:') return cryptoRandom.token()
  const path = `${database.path}.key`
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const secret = cryptoRandom.token()
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  return secret
}
