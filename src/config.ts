/** Environment → Config. The only file that reads the environment; a wrong value stops the start, all faults named at once. */
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { beaconSiteVariables } from './config/beacon-sites.ts'
import { ConfigError } from './config/config-error.ts'
import { discordFaults, discordVariables } from './config/discord.ts'
import { hostSchema, isLoopback, listenFault } from './config/host.ts'
import { mailFaults, mailVariables } from './config/mail.ts'
import { networkVariables } from './config/networks.ts'
import { proxyFaults, proxyVariables } from './config/proxies.ts'
import { readVariables, type Environment } from './config/read-variables.ts'
import { sidePathVariables } from './config/side-paths.ts'
import { slackFaults, slackVariables } from './config/slack.ts'
import { secret, variable, wholeNumber, type ConfigField } from './config/variable.ts'
import type { Vantage } from './core/signals.ts'
import { isZone } from './core/zone.ts'

/** "50.11,8.68 Frankfurt" */
const locationSchema = z.string().transform((text, context): Vantage => {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s+(\S.*)$/.exec(text)
  const [, lat, lon, name] = match ?? []
  const vantage = { id: 'main', name: name ?? '', lat: Number(lat), lon: Number(lon) }
  if (match === null || Math.abs(vantage.lat) > 90 || Math.abs(vantage.lon) > 180) {
    context.addIssue('must be latitude,longitude and a name like “50.11,8.68 Frankfurt”')
    return z.NEVER
  }
  if (vantage.name.length > 100) context.addIssue('must have a name of at most 100 characters')
  return vantage
})

/** Where everything is kept: a file of ours, or a server that several processes may share. */
export type DatabaseAddress = { path: string } | { url: string }

const databaseSchema = z.string().transform((text, context): DatabaseAddress => {
  const path = /^sqlite:(.+)$/.exec(text)?.[1]
  if (path !== undefined) return { path }
  if (/^postgres(ql)?:/.test(text)) {
    const fault = URL.canParse(text) ? databaseUrlFault(new URL(text)) : 'is not an address'
    if (fault === null) return { url: text }
    context.addIssue(`${fault}; expected postgres://user:password@host:5432/database`)
    return z.NEVER
  }
  // The value may hold a password, so what it begins with is all that is repeated.
  const scheme = /^[a-z]+:/.exec(text)?.[0]
  const got = scheme === undefined ? '' : `, begins with ${scheme}`
  context.addIssue(`must be sqlite: and a path, or postgres:// and a database${got}`)
  return z.NEVER
})

function databaseUrlFault(url: URL): string | null {
  if (url.pathname.length < 2) return 'names no database'
  if (url.hostname === '' && !url.searchParams.has('host')) return 'names no host'
  return null
}

/** A database of places of addresses: shipped, or a file of the operator's. */
export type IpDatabaseName = 'dbip' | 'geoip-lite' | { path: string }

const ipLocationSchema = z.string().transform((text, context): IpDatabaseName[] => {
  const list = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  if (list.length === 0) context.addIssue('must name at least one database')
  // Said twice, one opinion would count as two that agree.
  const twice = list.find((entry, at) => list.indexOf(entry) !== at)
  if (twice !== undefined) context.addIssue(`must not name “${twice}” twice`)
  return list.map((entry) => {
    if (entry === 'dbip' || entry === 'geoip-lite') return entry
    if (!entry.endsWith('.mmdb')) {
      context.addIssue(`must be dbip, geoip-lite or a path to an .mmdb file, got “${entry}”`)
    }
    return { path: entry }
  })
})

const urlSchema = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with https://' })
  .refine(
    (text) => new URL(text).pathname === '/' && new URL(text).search === '',
    'must have no path',
  )
  .transform((text) => new URL(text).origin)

const variables = {
  port: variable({
    name: 'PORT',
    help: 'Port to listen on',
    secret: false,
    default: '3000',
    parse: wholeNumber(0, 65_535),
  }),
  host: variable({
    name: 'HOST',
    help: 'Address to listen on. Left out: 127.0.0.1, or 0.0.0.0 with PUBLIC_URL (https) and SECRET_KEY, which any address that others reach needs. With :: all of IPv4 and IPv6',
    secret: false,
    example: '::',
    parse: hostSchema,
  }),
  publicUrl: variable({
    name: 'PUBLIC_URL',
    help: 'Address under which candidates reach this server; https. With it and SECRET_KEY the server listens for others, else on loopback only',
    secret: false,
    example: 'https://verify.example.com',
    parse: urlSchema,
  }),
  database: variable({
    name: 'DATABASE_URL',
    help: 'Where everything is kept: sqlite: and a path, or postgres://user:password@host:5432/database for several processes; that needs SECRET_KEY',
    secret: true,
    default: 'sqlite:var/whereabouts.db',
    parse: databaseSchema,
  }),
  secretKey: variable({
    name: 'SECRET_KEY',
    help: 'Encrypts personal data at rest; at least 32 characters. Left out, one is made beside the database',
    secret: true,
    example: 'openssl rand -base64 32',
    parse: secret(32),
  }),
  previousSecretKey: variable({
    name: 'SECRET_KEY_PREVIOUS',
    help: 'The key before the current one, while data written with it is still read',
    secret: true,
    parse: secret(32),
  }),
  apiKey: variable({
    name: 'API_KEY',
    help: 'Bearer key of the HTTP API; without it the API is off. Needs IP_LOCATION',
    secret: true,
    parse: secret(16),
  }),
  ...proxyVariables,
  serverLocation: variable({
    name: 'SERVER_LOCATION',
    help: 'Where this server stands: latitude,longitude and a name. Without it no round-trip time proves anything',
    secret: false,
    example: '50.11,8.68 Frankfurt',
    parse: locationSchema,
  }),
  ...beaconSiteVariables,
  ...sidePathVariables,
  ipLocation: variable({
    name: 'IP_LOCATION',
    help: 'Databases of places of addresses: dbip, or dbip,geoip-lite, or a path to your own .mmdb. GeoLite must not be used for purposes under the FCRA (docs/privacy-and-law.md)',
    secret: false,
    example: 'dbip',
    parse: ipLocationSchema,
  }),
  companyName: variable({
    name: 'COMPANY_NAME',
    help: 'Which company asks, as candidates read it',
    secret: false,
    default: 'The hiring company',
    parse: z.string().min(1, 'must not be empty').max(100, 'must be at most 100 characters'),
  }),
  recruiterName: variable({
    name: 'RECRUITER_NAME',
    help: 'Who asks, for cases opened in the console or by the API, as candidates read it',
    secret: false,
    default: 'Hiring manager',
    parse: z.string().min(1, 'must not be empty').max(100, 'must be at most 100 characters'),
  }),
  contact: variable({
    name: 'CONTACT',
    help: 'How candidates make sure that the request is genuine',
    secret: false,
    default: 'Ask the recruiter you already know, by the address or number you already have.',
    parse: z.string().min(1, 'must not be empty').max(300, 'must be at most 300 characters'),
  }),
  controlCheck: variable({
    name: 'CONTROL_CHECK',
    help: 'Whether a tapping exercise may be asked for that shows whether a computer is driven from far away: on or off. Others hold patents near it (docs/privacy-and-law.md)',
    secret: false,
    default: 'on',
    parse: z.enum(['on', 'off'], 'must be on or off').transform((word) => word === 'on'),
  }),
  linkLeadMin: variable({
    name: 'LINK_LEAD_MIN',
    help: 'Minutes before the interview from which a link works',
    secret: false,
    default: '30',
    parse: wholeNumber(0, 10_080),
  }),
  rawDays: variable({
    name: 'RAW_RETENTION_DAYS',
    help: 'Days after its window at which readings are removed (docs/stored-data.md)',
    secret: false,
    default: '30',
    parse: wholeNumber(1, 365),
  }),
  caseDays: variable({
    name: 'CASE_RETENTION_DAYS',
    help: 'Days after it was opened at which a case is erased',
    secret: false,
    default: '365',
    parse: wholeNumber(1, 3650),
  }),
  recordDays: variable({
    name: 'RECORD_RETENTION_DAYS',
    help: 'Days after it was opened at which what is left of an erased case is removed: states, times, who decided. Four years are what California asks for',
    secret: false,
    default: '1461',
    parse: wholeNumber(1, 7300),
  }),
  defaultZone: variable({
    name: 'DEFAULT_ZONE',
    help: 'Time zone of managers whose own is unknown',
    secret: false,
    default: 'UTC',
    parse: z.string().refine(isZone, 'must be a time zone like Europe/Berlin'),
  }),
  logLevel: variable({
    name: 'LOG_LEVEL',
    help: 'What is logged: debug, info, warn, error or silent',
    secret: false,
    default: 'info',
    parse: z.enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'must be debug, info, warn, error or silent',
    ),
  }),
  ...mailVariables,
  ...networkVariables,
  ...slackVariables,
  ...discordVariables,
}

type Variables = typeof variables
type Value<K extends keyof Variables> = z.output<Variables[K]['parse']>
type Optional =
  | 'publicUrl'
  | 'secretKey'
  | 'previousSecretKey'
  | 'apiKey'
  | 'serverLocation'
  | 'ipLocation'
  | `ipNetwork${string}`
  | 'trustedProxies'
  | 'edgeRttHeader'
  | 'beacons'
  | keyof typeof sidePathVariables
  | 'smtp'
  | 'mailFrom'
  | `slack${string}`
  | Exclude<keyof typeof discordVariables, 'discordTransport' | 'discordCallTimes'>

/** Everything the operator decided. Null where a variable may be left out and was. */
export type Config = {
  [K in Exclude<keyof Variables, 'host'>]: K extends Optional ? Value<K> | null : Value<K>
} & {
  /** Where to listen: beyond loopback only for an operator who set a key and an https address. */
  host: string
}

/** All variables, for `.env.example`. */
export const configFields: readonly ConfigField[] = Object.values(variables)

export { ConfigError, listenFault }

/** The environment, with a file `.env` in the working directory for what it does not set. */
export function readEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/** Reads the configuration. Fails: `ConfigError` naming every fault; secrets are never repeated. */
export function readConfig(env: Environment): Config {
  const { values, faults } = readVariables(variables, env)
  // Every key of `variables` was set above, to its parsed value or null.
  const config = values as unknown as Omit<Config, 'host'> & { host: string | null }
  const isPublic = config.publicUrl?.startsWith('https://') === true && config.secretKey !== null
  const host = config.host ?? (isPublic ? '0.0.0.0' : '127.0.0.1')
  faults.push(...crossFaults({ ...config, host }, env))
  if (!isPublic && !isLoopback(host)) {
    faults.push(
      `HOST must be an address that this machine alone reaches, such as 127.0.0.1 or ::1, unless PUBLIC_URL is https and SECRET_KEY is set (got “${host}”)`,
    )
  }
  if (faults.length > 0) throw new ConfigError(faults)
  return { ...config, host }
}

/** Faults that no variable has alone. */
function crossFaults(config: Config, env: Environment): string[] {
  const faults: string[] = []
  const url = config.publicUrl ? new URL(config.publicUrl) : null
  const isLocal = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url !== null && !isLocal && url.protocol !== 'https:') {
    faults.push(`PUBLIC_URL must start with https:// (got “${config.publicUrl}”)`)
  }
  if (url !== null && !isLocal && !env['SECRET_KEY']) {
    faults.push(
      'SECRET_KEY must be set where PUBLIC_URL is: personal data is kept encrypted with it',
    )
  }
  // A faulty one is named already.
  const database = config.database as DatabaseAddress | undefined
  if (database !== undefined && 'url' in database && !env['SECRET_KEY']) {
    faults.push(
      'SECRET_KEY must be set where DATABASE_URL is PostgreSQL: every process needs the same one',
    )
  }
  if (env['API_KEY'] && !env['IP_LOCATION']) {
    faults.push(
      'IP_LOCATION must be set where API_KEY is: say which database’s terms you accept, for example dbip',
    )
  }
  if (env['SECRET_KEY'] && env['SECRET_KEY'] === env['API_KEY']) {
    faults.push('API_KEY must not be the same as SECRET_KEY')
  }
  return [
    ...faults,
    ...proxyFaults(env),
    ...mailFaults(env),
    ...slackFaults(env),
    ...discordFaults(env),
  ]
}
