/** Every signal: its schema, where it may come from, and whether a round keeps one value or a series. */
import { z } from 'zod'
import { declaredSchema, placeSchema } from './claim.ts'
import { brandsSchema, pageSignals, word } from './page-signals.ts'
import { define, type Definition, type Source } from './signal-definition.ts'

/** Why there is no value. None of these ever weighs anything. */
export const absences = [
  'unsupported', // this browser or server cannot take it
  'blocked', // a setting or extension forbids it
  'timeout', // it did not come in time
  'error', // it failed
  'refused', // the person said no
  'skipped', // the person pressed Skip
  'out-of-range', // what came cannot be true
  'unknown', // a database has no answer
  'not-configured', // the operator has not set what it needs
] as const

/** Why there is no value. */
export type Absence = (typeof absences)[number]

/** A value, or why there is none. */
export type Reading<T> = { value: T } | { why: Absence }

const ms = z.number().min(0).max(60_000)

const vantageSchema = z.object({
  id: z.string().min(1).max(64),
  /** For people: "Frankfurt". */
  name: z.string().min(1).max(100),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
})

/** A server of ours that measures echoes, at a known place. */
export type Vantage = z.infer<typeof vantageSchema>

const addressLocationSchema = z.object({
  /** Which database says so. */
  database: z.string().min(1).max(40),
  /** Day the database was built, YYYY-MM-DD: part of every finding that rests on it. */
  builtOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  country: z.string().regex(/^[A-Z]{2}$/),
  city: z.string().max(200).optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  /** The database's own error radius, km. */
  radiusKm: z.number().min(0).max(20_100).optional(),
  /** IANA zone at that place: the database's own, or the one of its coordinates. */
  zone: z.string().min(1).max(64).optional(),
})

/** One database's opinion of where an address is. */
export type AddressLocation = z.infer<typeof addressLocationSchema>

/**
 * Kinds of network an address can belong to. `home` is a line of homes and offices: what no list names otherwise.
 * `relay` is a privacy service of a maker (iCloud Private Relay, Cloudflare WARP), `gateway` a company's (Zscaler).
 */
export const networkKinds = [
  'home',
  'mobile',
  'satellite',
  'education',
  'hosting',
  'vpn',
  'tor',
  'relay',
  'gateway',
] as const

/** Kind of network an address belongs to. */
export type NetworkKind = (typeof networkKinds)[number]

const addressNetworkSchema = z.object({
  kind: z.enum(networkKinds),
  /** Number and name of the autonomous system; null where no table has the address. */
  asn: z.number().int().min(1).max(4_294_967_295).nullable(),
  organisation: z.string().max(200).nullable(),
  /** Who runs the tunnel, relay or gateway, where a list names it: "iCloud Private Relay". */
  operator: z.string().max(100).nullable(),
  /** The list or table that says so. */
  list: z.string().min(1).max(100),
  /** Day the list was made, YYYY-MM-DD. */
  builtOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
})

/** Another address of the same browser, beside the one its pages come from. */
const sideAddressSchema = z.object({
  address: z.union([z.ipv4(), z.ipv6()]),
  /** Whether it is in the same network (/24 or /64) as the page's. */
  sameNetwork: z.boolean(),
  /** Opinions of the databases; empty where none has one. */
  locations: z.array(addressLocationSchema).max(4),
  /** Null where no table has it. */
  network: addressNetworkSchema.nullable(),
})

/** Another address of the same browser. */
export type SideAddress = z.infer<typeof sideAddressSchema>

/** What is known of the network of an address. */
export type AddressNetwork = z.infer<typeof addressNetworkSchema>

/** All signals by name. The names are part of the bundle format. */
export const signals = {
  claimedPlace: define(['record', 'human'], false, placeSchema),
  declared: define(['human', 'record'], false, declaredSchema),
  phone: define(
    ['record'],
    false,
    z.object({
      /** Whether the plan of its country has such a number. */
      valid: z.boolean(),
      /** ISO 3166-1 alpha-2; null where the number belongs to no one country. */
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable(),
      kind: z.enum([
        'fixed',
        'mobile',
        'fixed-or-mobile',
        'voip',
        'toll-free',
        'premium',
        'other',
        'unknown',
      ]),
      /** Where the area code was given out: "Austin, TX". People keep numbers when they move. */
      area: z.string().max(200).nullable(),
    }),
  ),
  address: define(['server'], true, z.union([z.ipv4(), z.ipv6()])),
  addressLocations: define(['server'], true, z.array(addressLocationSchema).min(1).max(4)),
  addressNetworks: define(['server'], true, addressNetworkSchema),
  echoes: define(
    ['server'],
    true,
    z.object({
      vantage: vantageSchema.nullable(),
      minMs: ms,
      medianMs: ms,
      p90Ms: ms,
      jitterMs: ms,
      count: z.number().int().min(1).max(10_000),
      /** How long the page was there, ms: from the first sample, or the last of the reading before, to the last. */
      spanMs: z.number().min(0).max(86_400_000).optional(),
    }),
  ),
  layers: define(
    ['server'],
    true,
    z.object({
      vantage: vantageSchema.nullable(),
      /** Least round trip of the page's answers on this connection. */
      echoMinMs: ms,
      /** Least round trip of the kernels at both ends of the connection: where a proxy ends it, of the proxy. */
      kernelMinMs: ms,
      /** From the accepted connection to its ClientHello; null where we do not end TLS. */
      helloGapMs: ms.nullable(),
      /** What the TLS handshake took beyond `kernelMinMs`; null where we do not end TLS. */
      flightExtraMs: ms.nullable(),
      /** Largest segment that the other side takes, bytes; null where a proxy of ours stands between. */
      sendMss: z.number().int().min(0).max(65_535).nullable(),
      /** Connections that gap and handshake are the least of. */
      connections: z.number().int().min(1).max(100),
    }),
  ),
  udpAddress: define(['server'], true, sideAddressSchema),
  familyAddress: define(['server'], true, sideAddressSchema),
  userAgent: define(
    ['server'],
    false,
    z.object({
      browser: z.string().max(100).nullable(),
      os: z.string().max(100).nullable(),
      device: z.enum(['desktop', 'phone', 'tablet', 'other']),
      headless: z.boolean(),
    }),
  ),
  hintHeaders: define(
    ['server'],
    false,
    z.object({ brands: brandsSchema, platform: word.nullable(), mobile: z.boolean().nullable() }),
  ),
  secondBrowser: define(
    ['server'],
    true,
    z.object({
      /** Country of its address, when known. */
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable(),
      /** Whether it came from the same network (/24 or /64) as the bound one. */
      sameNetwork: z.boolean(),
    }),
  ),
  ...pageSignals,
  controlCheck: define(
    ['server'],
    false,
    z.object({
      /** Lateness that both tempi agree on, ms. */
      asynchronyMs: z.number().min(-1000).max(2000),
      tempi: z
        .array(
          z.object({
            tempoMs: z.number().min(300).max(2000),
            asynchronyMs: z.number().min(-1000).max(2000),
            spreadMs: z.number().min(0).max(1000),
            taps: z.number().int().min(1).max(300),
          }),
        )
        .min(2)
        .max(8),
      reaction: z
        .object({
          count: z.number().int().min(1).max(60),
          medianMs: z.number().min(0).max(10_000),
          p20Ms: z.number().min(0).max(10_000),
          falseStarts: z.number().int().min(0).max(60),
        })
        .nullable(),
      /** How late the first tap was: a reaction to the first beat, ms. */
      startUpMs: z.number().min(-2000).max(5000).nullable(),
      evennessMs: z.number().min(0).max(1000),
      input: z.enum(['key', 'mouse', 'touch']),
      /** From frame to frame, ms. */
      frameMs: z.number().min(0).max(1000),
    }),
  ),
  controlExtra: define(
    ['server'],
    false,
    z.object({
      /** Lateness at the beats that were shown, its spread, and the taps they rest on, ms. */
      asynchronyMs: z.number().min(-1000).max(2000),
      spreadMs: z.number().min(0).max(1000),
      taps: z.number().int().min(1).max(300),
      /** How long before a beat its vanishing must be seen for half of the taps to be held back, with its error, ms. */
      ssd50Ms: z.number().min(0).max(1000),
      errorMs: z.number().min(0).max(1000),
      trials: z.number().int().min(1).max(60),
      held: z.number().int().min(0).max(60),
      /** Share of a small jump of the beat that was made good one and two taps later; null where there were none. */
      jumps: z
        .object({
          lag1: z.number().min(-20).max(20),
          lag2: z.number().min(-20).max(20),
          error1: z.number().min(0).max(20),
          count: z.number().int().min(1).max(60),
        })
        .nullable(),
      input: z.enum(['key', 'mouse', 'touch']),
      /** From frame to frame, ms. */
      frameMs: z.number().min(0).max(1000),
    }),
  ),
  joined: define(['server'], true, z.literal(true)),
  callPresence: define(
    ['platform'],
    true,
    z.object({
      platform: z.enum(['discord']),
      /** `lost`: the last moment at which we could hear the service, when it was cut off while somebody was there. */
      event: z.enum(['joined', 'left', 'lost']),
      /** Whether it was heard as it happened; else it was found at this moment, and happened by then. */
      exact: z.boolean(),
    }),
  ),
} as const satisfies Record<string, Definition>

/** Name of a signal. */
export type SignalName = keyof typeof signals

/** Value of a signal. */
export type SignalValue<N extends SignalName> = z.infer<(typeof signals)[N]['schema']>

/** One reading of one signal, with its provenance. `at` is epoch ms by our clock. */
export type Signal<N extends SignalName = SignalName> = {
  [K in N]: { name: K; at: number; source: Source } & Reading<SignalValue<K>>
}[N]

/** All signal names. */
export const signalNames = Object.keys(signals) as SignalName[]

/** Whether a text names a signal. */
function isSignalName(name: string): name is SignalName {
  return Object.hasOwn(signals, name)
}

/**
 * Parses one signal from outside.
 *
 * Out: the signal; a value outside its schema's range becomes `why: 'out-of-range'`, which weighs nothing.
 * Fails: returns undefined for an unknown name or a source the signal is not believed from.
 */
export function parseSignal(raw: {
  name: string
  at: number
  source: Source
  value?: unknown
  why?: Absence | undefined
}): Signal | undefined {
  if (!isSignalName(raw.name)) return undefined
  const definition: Definition = signals[raw.name]
  if (!definition.from.includes(raw.source)) return undefined
  const head = { name: raw.name, at: raw.at, source: raw.source }
  // The schema was looked up by this very name, which the compiler cannot follow through the union.
  if (raw.why !== undefined) return { ...head, why: raw.why } as Signal
  const parsed = definition.schema.safeParse(raw.value)
  if (!parsed.success) return { ...head, why: 'out-of-range' } as Signal
  return { ...head, value: parsed.data } as Signal
}
