/** Beacons: letting a page in at one, and taking what they say of it. */
import type { KeyObject } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import { publicKeyFromText } from '../echo/ed25519.ts'
import { readSigned } from '../echo/signed-text.ts'
import { STATEMENT_AGE_MS, STATEMENTS_AT_ONCE, type EchoStatement } from '../echo/statement.ts'
import { CLOCK_TOLERANCE_MS, signTicket, TICKET_MS } from '../echo/ticket.ts'
import { admitToBeacon } from '../usecases/admit-to-beacon.ts'
import { noteSilentBeacon } from '../usecases/note-silent-beacon.ts'
import { recordBeacon } from '../usecases/record-beacon.ts'
import type { BeaconHealth, Refusal } from './beacon-health.ts'
import { statementSchema } from './beacon-statement.ts'
import { isOwnOrigin } from './origin.ts'
import type { Web } from './web.ts'

/** A beacon as the operator names it. */
export interface BeaconSite {
  id: string
  name: string
  lat: number
  lon: number
  /** Origin of its socket. */
  url: string
  /** Ed25519, 43 characters of base64url. */
  publicKey: string
}

/** What the routes need. */
export interface BeaconsOptions {
  sites: readonly BeaconSite[]
  /** Signs tickets; the same at every server that shares the secret. */
  ticketKey: KeyObject
  health: BeaconHealth
  /** Whether an address is one of the public Internet. */
  isPublic(address: string): boolean
}

/** A page that was let in has this long until its readings are called absent, ms: the burst takes 11 s at worst. */
const SILENCE_MS = 30_000

/** A batch: a statement has about 900 characters, a ticket's nonce included. */
const BODY_LIMIT = 256 * 1024
const batchSchema = z.strictObject({
  beacon: z.string().max(32),
  statements: z.array(z.string().max(4_000)).max(STATEMENTS_AT_ONCE),
})

/** Refusals that are nobody's fault: a page left at the end, an answer of ours was lost. */
const usual = new Set<Refusal>(['round-over', 'repeated'])

/** Refusals after which a page need not be measured any more. */
const ended = new Set<Refusal>(['round-over', 'unknown-nonce', 'expired-ticket', 'full'])

const limits = { ticketMs: TICKET_MS, clockMs: CLOCK_TOLERANCE_MS }

/** Adds the routes. */
export function addBeacons(web: Web, { sites, ticketKey, health, isPublic }: BeaconsOptions): void {
  const { app, ports, visitors } = web
  const keys = new Map(sites.map(({ id, publicKey }) => [id, publicKeyFromText(publicKey)]))
  const timers = new Set<NodeJS.Timeout>()
  app.addHook('onClose', async () => {
    for (const timer of timers) clearTimeout(timer)
  })

  const params = z.object({ beacon: z.string().max(32) })
  app.post('/s/beacons/:beacon', async (request) => {
    const { beacon } = params.parse(request.params)
    const site = sites.find(({ id }) => id === beacon)
    const cookie = visitors.session(request)
    if (site === undefined) throw new AppError('not-found', 'There is no such beacon.')
    if (cookie === undefined || !isOwnOrigin(request, ports.settings.publicUrl)) {
      throw new AppError('session-missing', 'This browser holds no interview session.')
    }
    const { nonce, at } = await admitToBeacon(ports, cookie, site.id)
    const ticket = signTicket({ beacon: site.id, nonce, expiresAt: at + TICKET_MS }, ticketKey)
    expectWord(request, cookie, site.id)
    return { url: `${site.url}/echo?ticket=${ticket}` }
  })

  /** Looks whether the beacon heard from the page. */
  function expectWord(request: FastifyRequest, cookie: string, beaconId: string): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      noteSilentBeacon(ports, cookie, beaconId).catch((error: unknown) => {
        if (!(error instanceof AppError)) request.log.error({ err: error }, 'beacon not noted')
      })
    }, SILENCE_MS)
    timers.add(timer)
  }

  const route = { bodyLimit: BODY_LIMIT, config: { rateLimit: { max: 1_200 } } }
  app.post('/beacon/v1/statements', route, async (request) => {
    const batch = batchSchema.parse(request.body)
    const site = sites.find(({ id }) => id === batch.beacon)
    const key = keys.get(batch.beacon)
    if (site === undefined || key === undefined) {
      throw new AppError('unauthorised', 'This beacon is not in BEACONS.')
    }
    const refused: Partial<Record<Refusal, number>> = {}
    const over: number[] = []
    let accepted = 0
    for (const [at, text] of batch.statements.entries()) {
      const refusal = await take(site, key, text)
      if (refusal === null) accepted += 1
      else {
        health.refused(site.id, refusal)
        if (!usual.has(refusal)) refused[refusal] = (refused[refusal] ?? 0) + 1
        if (ended.has(refusal)) over.push(at)
      }
    }
    if (Object.keys(refused).length > 0) {
      request.log.warn({ beacon: site.id, refused }, 'statements of a beacon refused')
    }
    return { accepted, refused, over }
  })

  /** Takes one statement. Out: null when it counts, else why not. */
  async function take(site: BeaconSite, key: KeyObject, text: string): Promise<Refusal | null> {
    const signed = readSigned(text, key)
    if (signed === undefined) return 'bad-signature'
    const parsed = statementSchema.safeParse(signed)
    if (!parsed.success) return 'malformed'
    const statement = parsed.data
    if (statement.beacon !== site.id) return 'other-beacon'
    const aheadMs = statement.sentAt - ports.clock.now()
    const sockets = statement.kind === 'alive' ? statement.sockets : undefined
    health.heard(site.id, aheadMs, sockets)
    if (Math.abs(aheadMs) > CLOCK_TOLERANCE_MS) return 'clock'
    if (statement.kind === 'alive') return null
    const agoMs = statement.sentAt - statement.at
    if (agoMs > STATEMENT_AGE_MS + CLOCK_TOLERANCE_MS) return 'too-old'
    const refusal = await recordBeacon(ports, vantageOf(site), toOurs(statement, aheadMs), limits)
    if (refusal === null) health.kept(site.id)
    return refusal
  }

  /** The same by our clock, and without an address that is not the candidate's. */
  function toOurs(statement: EchoStatement, aheadMs: number) {
    const { nonce, sequence, openedAt, at, address, echoes, layers } = statement
    return {
      nonce,
      sequence,
      openedAt: openedAt - aheadMs,
      at: at - aheadMs,
      // A private one is that of something in front of the beacon.
      address: isPublic(address) ? address : null,
      echoes,
      layers,
    }
  }
}

function vantageOf({ id, name, lat, lon }: BeaconSite) {
  return { id, name, lat, lon }
}
