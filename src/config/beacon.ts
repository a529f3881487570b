/** What the operator of a beacon says: the environment of `npm run beacon`. */
import { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { hostSchema, isLoopback } from './host.ts'
import { readVariables, type Environment } from './read-variables.ts'
import { variable, wholeNumber, type ConfigField } from './variable.ts'

const keysSchema = z.string().transform((text, context): string[] => {
  const list = text.split(',').map((part) => part.trim())
  for (const key of list) {
    const bytes = Buffer.from(key, 'base64url')
    if (bytes.length !== 32 || bytes.toString('base64url') !== key) {
      context.addIssue('must be keys of 43 characters, as npm run beacon-key prints them')
    }
  }
  return list
})

const originSchema = z
  .string()
  .refine((text) => {
    if (!URL.canParse(text)) return false
    const { protocol, hostname, pathname, search } = new URL(text)
    const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isLocal)
    return isSafe && pathname === '/' && search === ''
  }, 'must be an address that starts with https:// and has no path')
  .transform((text) => new URL(text).origin)

const variables = {
  id: variable({
    name: 'BEACON_ID',
    help: 'Its id in BEACONS of the main server',
    secret: false,
    example: 'iad',
    parse: z.string().regex(/^[a-z0-9-]{1,32}$/, 'must be small letters, digits and dashes'),
  }),
  port: variable({
    name: 'BEACON_PORT',
    help: 'Port to listen on',
    secret: false,
    default: '8443',
    parse: wholeNumber(0, 65_535),
  }),
  host: variable({
    name: 'BEACON_HOST',
    help: 'Address to listen on. Left out: with a certificate ::, which is all of IPv4 and IPv6; without one 127.0.0.1',
    secret: false,
    example: '0.0.0.0',
    parse: hostSchema,
  }),
  certPath: variable({
    name: 'BEACON_CERT_FILE',
    help: 'Certificate with its chain, PEM; read anew on SIGHUP and when it changes. Without it the beacon listens on loopback only, without TLS',
    secret: false,
    example: '/etc/letsencrypt/live/iad.example.com/fullchain.pem',
    parse: z.string(),
  }),
  keyPath: variable({
    name: 'BEACON_KEY_FILE',
    help: 'Private key of the certificate, PEM',
    secret: false,
    example: '/etc/letsencrypt/live/iad.example.com/privkey.pem',
    parse: z.string(),
  }),
  identityPath: variable({
    name: 'BEACON_IDENTITY_FILE',
    help: 'The beacon’s own key, with which it signs; made at the first start',
    secret: false,
    default: 'var/beacon.key',
    parse: z.string(),
  }),
  mainUrl: variable({
    name: 'BEACON_MAIN_URL',
    help: 'PUBLIC_URL of the main server, which gets the statements',
    secret: false,
    example: 'https://verify.example.com',
    parse: originSchema,
  }),
  mainKeys: variable({
    name: 'BEACON_MAIN_KEY',
    help: 'Public key of the main server, as npm run beacon-key prints it there; two with a comma between while SECRET_KEY changes',
    secret: false,
    parse: keysSchema,
  }),
  maxSockets: variable({
    name: 'BEACON_MAX_SOCKETS',
    help: 'Connections at once; each takes a file descriptor (ulimit -n) and about 30 KB',
    secret: false,
    default: '12000',
    parse: wholeNumber(1, 1_000_000),
  }),
  burst: variable({
    name: 'BEACON_BURST',
    help: 'Echoes one after another at first',
    secret: false,
    default: '10',
    parse: wholeNumber(1, 100),
  }),
  pauseSec: variable({
    name: 'BEACON_PAUSE_SEC',
    help: 'Seconds between two echoes afterwards',
    secret: false,
    default: '10',
    parse: wholeNumber(1, 300),
  }),
  reportSec: variable({
    name: 'BEACON_REPORT_SEC',
    help: 'Seconds between two statements on one page',
    secret: false,
    default: '60',
    parse: wholeNumber(1, 600),
  }),
}

type Variables = typeof variables
type Value<K extends keyof Variables> = z.output<Variables[K]['parse']>

/** What a beacon must be told. */
const REQUIRED = ['id', 'mainUrl', 'mainKeys'] as const

/** Everything the operator of a beacon decided. */
export type BeaconConfig = {
  [K in Exclude<keyof Variables, 'certPath' | 'keyPath' | 'host'>]: Value<K>
} & {
  tls: { certPath: string; keyPath: string } | null
  /** Where to listen: beyond loopback only with TLS. */
  host: string
}

/** All variables of a beacon, for `.env.example`. */
export const beaconFields: readonly ConfigField[] = Object.values(variables)

/** Reads the configuration of a beacon. Fails: `ConfigError` naming every fault. */
export function readBeaconConfig(env: Environment): BeaconConfig {
  const { values, faults } = readVariables(variables, env)
  for (const key of REQUIRED) {
    if (values[key] === null) faults.push(`${variables[key].name} must be set`)
  }
  // Every key of `variables` that is not among the faults was set.
  const { certPath, keyPath, ...rest } = values as {
    [K in Exclude<keyof Variables, 'certPath' | 'keyPath' | 'host'>]: Value<K>
  } & Record<'certPath' | 'keyPath' | 'host', string | null>
  if ((certPath === null) !== (keyPath === null)) {
    faults.push('BEACON_CERT_FILE and BEACON_KEY_FILE must be set together')
  }
  const tls = certPath === null || keyPath === null ? null : { certPath, keyPath }
  const host = rest.host ?? (tls === null ? '127.0.0.1' : '::')
  if (tls === null && !isLoopback(host)) {
    faults.push(
      `BEACON_HOST must be an address that this machine alone reaches, such as 127.0.0.1 or ::1, unless BEACON_CERT_FILE and BEACON_KEY_FILE are set (got “${host}”)`,
    )
  }
  if (faults.length > 0) throw new ConfigError(faults)
  return { ...rest, tls, host }
}
