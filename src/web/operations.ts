/** `/healthz`, `/readyz`, `/metrics`: for operators and their machines. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../core/app-error.ts'
import { plainAddress } from '../echo/plain-address.ts'
import { isSameSecret } from './address.ts'
import type { Web } from './web.ts'

/** Whether a request comes from this machine, or carries the API key: counts are nobody else's business. */
function mayMeasure(request: FastifyRequest, apiKey: string | null): boolean {
  const address = plainAddress(request.ip)
  if (address === '::1' || address.startsWith('127.')) return true
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  return apiKey !== null && given !== undefined && isSameSecret(given, apiKey)
}

/** What other parts add. */
export interface OperationsParts {
  /** How connections to others stand, in words; shown by `/readyz`. */
  connections(): Readonly<Record<string, string>>
  /** Adds figures to `/metrics`. */
  register(registry: Registry): void
}

/** Adds the routes. `/metrics` answers this machine, and whoever has the API key. */
export function addOperations(
  { app, ports }: Web,
  apiKey: string | null,
  { connections, register }: OperationsParts,
): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] })
  const cases = gauge('whereabouts_cases', 'Cases kept')
  const liveRounds = gauge('whereabouts_live_rounds', 'Rounds waiting, opened or judged')
  const outbox = gauge('whereabouts_outbox', 'Messages waiting to be delivered')
  const signals = gauge('whereabouts_signals', 'Readings kept')
  const lookupFaults = gauge(
    'whereabouts_lookup_faults',
    'Tables of networks that are missing or damaged',
  )
  const faults = () => ports.lookups.ipNetwork.faults()
  register(registry)

  const quiet = { config: { rateLimit: false }, logLevel: 'warn' } as const
  app.get('/healthz', quiet, async () => ({ ok: true }))
  app.get('/readyz', quiet, async (request, reply) => {
    try {
      await ports.store.ping()
      // A chat platform that is down is no reason to take candidates' pages away, nor is a table of networks that is
      // missing: its reading is then absent, which weighs nothing.
      const networks = faults().length > 0 ? { networks: 'incomplete' } : {}
      return { ok: true, ...connections(), ...networks }
    } catch (error) {
      request.log.error({ err: error }, 'the database does not answer')
      return reply.status(503).send({ ok: false, error: 'the database does not answer' })
    }
  })
  app.get('/metrics', quiet, async (request, reply) => {
    if (!mayMeasure(request, apiKey)) {
      throw new AppError('unauthorised', 'Expected “Authorization: Bearer” with the API key.')
    }
    const counts = await ports.store.transaction((tx) => tx.counts())
    cases.set(counts.cases)
    liveRounds.set(counts.liveRounds)
    outbox.set(counts.outbox)
    signals.set(counts.signals)
    lookupFaults.set(faults().length)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
