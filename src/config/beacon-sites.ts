/** What the main server's operator says of the beacons: which there are, where they stand, and their keys. */
import { z } from 'zod'
import { variable } from './variable.ts'

/** A beacon as the main server knows it. */
export interface BeaconSite {
  id: string
  /** For people: "Ashburn". */
  name: string
  lat: number
  lon: number
  /** Origin of its socket: wss://… */
  url: string
  /** Ed25519, 43 characters of base64url. */
  publicKey: string
}

/** More would only load the candidate's page. */
const MOST = 16

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]']

const siteSchema = z.strictObject(
  {
    id: z
      .string({ error: 'must have an id' })
      .regex(/^[a-z0-9-]{1,32}$/, 'must have an id of small letters, digits and dashes')
      .refine((id) => id !== 'main', 'must not have the id “main”, which is this server’s own'),
    name: z
      .string({ error: 'must have a name' })
      .min(1, 'must have a name')
      .max(100, 'must have a name of at most 100 characters'),
    lat: z
      .number({ error: 'must have a latitude' })
      .min(-90, 'must have a latitude of −90 to 90')
      .max(90, 'must have a latitude of −90 to 90'),
    lon: z
      .number({ error: 'must have a longitude' })
      .min(-180, 'must have a longitude of −180 to 180')
      .max(180, 'must have a longitude of −180 to 180'),
    url: z
      .string({ error: 'must have an address' })
      .refine(isSocketOrigin, 'must have an address that starts with wss:// and has no path')
      .transform((text) => new URL(text).origin),
    publicKey: z
      .string({ error: 'must have a public key' })
      .refine(isKeyText, 'must have a public key of 43 characters, as the beacon prints it'),
  },
  {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? 'must have nothing but id, name, place, address and public key'
        : 'must be a beacon',
  },
)

/** Without TLS only on this machine. */
function isSocketOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, search, username } = new URL(text)
  const isSafe = protocol === 'wss:' || (protocol === 'ws:' && LOCAL_HOSTS.includes(hostname))
  return isSafe && pathname === '/' && search === '' && username === ''
}

function isKeyText(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === 32 && bytes.toString('base64url') === text
}

/** "fra | Frankfurt | 50.11,8.68 | wss://fra.example.com | KEY", several with semicolons between; or the same as JSON. */
function readRaw(text: string): unknown[] | undefined {
  if (text.trimStart().startsWith('[')) {
    try {
      return z.array(z.unknown()).parse(JSON.parse(text))
    } catch {
      return undefined
    }
  }
  return text
    .split(/[;\n]/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [id, name, place = '', url, publicKey, ...rest] = part.split('|').map((f) => f.trim())
      const [lat, lon] = place.split(',').map((n) => (n.trim() === '' ? undefined : Number(n)))
      return { id, name, lat, lon, url, publicKey, ...(rest.length > 0 && { more: rest }) }
    })
}

const FORM =
  'must be a JSON list, or “id | name | latitude,longitude | wss://address | public key”, several with semicolons between'

const sitesSchema = z.string().transform((text, context): BeaconSite[] => {
  const raw = readRaw(text)
  if (raw === undefined) {
    context.addIssue(FORM)
    return z.NEVER
  }
  if (raw.length > MOST) context.addIssue(`must be at most ${MOST} beacons, got ${raw.length}`)
  const sites: BeaconSite[] = []
  raw.forEach((entry, at) => {
    const parsed = siteSchema.safeParse(entry)
    if (parsed.success) sites.push(parsed.data)
    else {
      for (const { message } of parsed.error.issues) {
        context.addIssue(`beacon ${String(at + 1)} ${message}`)
      }
    }
  })
  for (const what of ['id', 'url', 'publicKey'] as const) {
    const values = sites.map((site) => site[what])
    const twice = values.find((value, at) => values.indexOf(value) !== at)
    if (twice !== undefined) context.addIssue(`must not name ${what} “${twice}” twice`)
  }
  return sites
})

/** The variable, which may be left out. */
export const beaconSiteVariables = {
  beacons: variable({
    name: 'BEACONS',
    help: 'Your beacons, at most 16: id | name | latitude,longitude | wss://address | public key, several with semicolons between; or a JSON list of {id, name, lat, lon, url, publicKey} (docs/operating.md)',
    secret: false,
    example:
      'iad | Ashburn | 39.04,-77.49 | wss://iad.example.com | public key that the beacon prints',
    parse: sitesSchema,
  }),
}
