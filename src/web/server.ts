/** The web server: security first, then the pages, the sockets, the console and the API. */
import { createHmac, randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import statics from '@fastify/static'
import swagger from '@fastify/swagger'
import websocket from '@fastify/websocket'
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { ZodError } from 'zod'
import { openTcpInfo } from '../echo/tcp-info.ts'
import { renderMessage } from '../page/server.tsx'
import { catalogue } from '../texts/catalogue.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { FindCall } from '../usecases/named-call.ts'
import type { Ports } from '../usecases/ports.ts'
import { clientOf, type SeenOptions } from './address.ts'
import { addApi } from './api.ts'
import { createBeaconHealth } from './beacon-health.ts'
import { addBeacons, type BeaconsOptions } from './beacons.ts'
import { addCalendar } from './calendar.ts'
import { addConsole, type ConsoleOptions } from './console.ts'
import { addControlCheck } from './control-check.ts'
import { sendFailureJson, toFailure } from './errors.ts'
import { HIDDEN_ADDRESS_WARNING, watchHiddenAddresses } from './hidden-address.ts'
import { sendHtml } from './html.ts'
import { failureWords, languageOf } from './language.ts'
import { addInvitationPages } from './invitation-pages.ts'
import { addLiveSocket } from './live.ts'
import { addMovePages } from './move-pages.ts'
import { addOperations } from './operations.ts'
import { createProxies, type ProxyOptions } from './proxies.ts'
import { addReceivers, type Receiver } from './receivers.ts'
import { addPictures } from './pictures.ts'
import { addReportPage } from './report-page.ts'
import { addSessionPages } from './session-pages.ts'
import { addSidePaths, type SidePathOptions } from './side-paths.ts'
import { createVisitors } from './visitors.ts'

/** What the server needs. */
export interface WebOptions {
  ports: Ports
  seen: Omit<SeenOptions, 'isHidden'>
  /** Whether an address is one of the public Internet. */
  isPublic(address: string): boolean
  /** Signs the nonces of forms. */
  nonceKey: Buffer
  proxies: ProxyOptions
  /** None where left out. */
  beacons?: Pick<BeaconsOptions, 'sites' | 'ticketKey'>
  /** Other paths of a page to us. */
  sidePaths: SidePathOptions
  apiKey: string | null
  /** Finds out whose times in which call the API means; none where calls are not told of. */
  findCall?: FindCall | null
  console: Omit<ConsoleOptions, 'secure'>
  /** Where chat platforms reach us. */
  receivers?: readonly Receiver[]
  /** How the connections to other services stand, in words; shown by `/readyz`. */
  connections?: () => Readonly<Record<string, string>>
  /** Folder of the built scripts and styles. */
  assets: string
  logLevel: string
  /** Requests a minute and address, where a route does not say otherwise. */
  requestsPerMin?: number
}

/** A form or a few readings: the largest is a page's signals with 50 entries. */
const BODY_LIMIT = 64 * 1024
const SOCKET_MESSAGE_LIMIT = 32 * 1024
const REQUESTS_PER_MIN = 300

/** Routes whose pages candidates meet; those of others speak to managers. */
const CANDIDATES = /^\/[ism](\/|$)/

/** Makes the server; it listens when told to. */
export async function createWeb(options: WebOptions): Promise<FastifyInstance> {
  const { ports, proxies, isPublic } = options
  const sites = options.beacons?.sites ?? []
  const secure = ports.settings.publicUrl.startsWith('https://')
  const app = fastify({
    logger: {
      level: options.logLevel,
      // Tokens stand in paths, secrets in headers: neither is ever logged.
      serializers: {
        req: ({ method, routeOptions }) => ({ method, route: routeOptions.url ?? '?' }),
      },
    },
    logController: new LogController({ disableRequestLogging: options.logLevel !== 'debug' }),
    trustProxy: proxies.trusted.length === 0 ? false : [...proxies.trusted],
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    connectionTimeout: 60_000,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    // An address that is no address reaches no route, and none of its handlers.
    frameworkErrors: (error, request, reply) => void answerFailure(error, request, reply),
    genReqId: () => ports.random.id('req'),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        // Older Safari does not count a socket of our own origin as 'self'.
        connectSrc: [
          "'self'",
          ports.settings.publicUrl.replace(/^http/, 'ws'),
          ...sites.map(({ url }) => url),
          ...options.sidePaths.families,
        ],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        // Join is a form whose answer leads to the meeting, and browsers hold redirects of forms to this list.
        formAction: ["'self'", 'https:'],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  const now = () => ports.clock.now()
  const warn = () => app.log.warn(HIDDEN_ADDRESS_WARNING)
  const seen = { ...options.seen, isHidden: watchHiddenAddresses({ isPublic, warn, now }) }
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: BODY_LIMIT })
  // Counters stay in memory until others push them out, so they are not counted by the address itself.
  const limitKey = randomBytes(32)
  await app.register(rateLimit, {
    max: options.requestsPerMin ?? REQUESTS_PER_MIN,
    timeWindow: 60_000,
    keyGenerator: (request) =>
      createHmac('sha256', limitKey).update(clientOf(request, seen)).digest('base64url'),
  })
  await app.register(websocket, { options: { maxPayload: SOCKET_MESSAGE_LIMIT } })
  await app.register(statics, { root: options.assets, prefix: '/assets/', maxAge: 3_600_000 })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Whereabouts',
        version: '1',
        description: 'Interview verification: cases and verdicts.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
    // Only the API is described; pages and the console are not for programs.
    transform: (input) =>
      input.url.startsWith('/api/')
        ? jsonSchemaTransform(input)
        : { schema: { hide: true }, url: input.url },
  })
  app.get('/favicon.ico', (_request, reply) => reply.status(204).send())
  addErrorPages(app)
  const visitors = createVisitors({ secure, nonceKey: options.nonceKey })
  const web = {
    app,
    ports,
    visitors,
    seen,
    hops: createProxies(proxies),
    readTcpInfo: await openTcpInfo(),
    beaconIds: sites.map(({ id }) => id),
  }
  const health = createBeaconHealth(web.beaconIds, now)
  addOperations(web, options.apiKey, {
    connections: () => ({ ...options.connections?.(), ...health.words() }),
    register: (registry) => health.register(registry),
  })
  if (options.beacons !== undefined) addBeacons(web, { ...options.beacons, health, isPublic })
  addSidePaths(web, options.sidePaths)
  addInvitationPages(web)
  addSessionPages(web)
  addControlCheck(web)
  addMovePages(web)
  addLiveSocket(web)
  addReportPage(web)
  addPictures(web)
  addCalendar(web)
  addConsole(web, { ...options.console, secure })
  addApi(web, options.apiKey, options.findCall ?? null)
  await addReceivers(app, options.receivers ?? [])
  return app
}

/** Failures as a page for people, as JSON for scripts. */
function answerFailure(thrown: unknown, request: FastifyRequest, reply: FastifyReply) {
  const error =
    thrown instanceof ZodError
      ? Object.assign(new Error('That request does not fit.'), { statusCode: 400 })
      : thrown
  const wantsPage = request.headers.accept?.includes('text/html') === true
  if (!wantsPage) return sendFailureJson(request, reply, error)
  const failure = toFailure(error)
  if (failure.status === 500) request.log.error({ err: error }, 'unexpected failure')
  const route = request.routeOptions.url
  const isCandidates = route === undefined || CANDIDATES.test(route)
  const language = isCandidates ? languageOf(request) : 'en'
  const { title, text } = isCandidates
    ? failureWords(failure, language)
    : { title: managers.desk.failure.title, text: failure.message }
  const number = fill(catalogue[language].errors.number, { id: request.id })
  const lines = failure.status === 500 ? [text, number] : [text]
  return sendHtml(reply, failure.status, renderMessage({ title, lines }, language))
}

function addErrorPages(app: FastifyInstance): void {
  app.setErrorHandler(answerFailure)
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    if (request.headers.accept?.includes('text/html') !== true) {
      return reply
        .status(404)
        .send({ error: 'There is nothing here.', code: 'not-found', requestId: request.id })
    }
    const language = languageOf(request)
    const { title, text } = catalogue[language].errors.pages.nothing
    return sendHtml(reply, 404, renderMessage({ title, lines: [text] }, language))
  })
}
