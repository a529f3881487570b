/** `/console`: the hiring channel in the browser, for whoever holds the printed key. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import { isZone } from '../core/zone.ts'
import { renderConsole, renderPlain } from '../desk/server.tsx'
import { desk } from '../texts/managers-desk.ts'
import type { Actor, ConsoleMessage } from '../usecases/records.ts'
import { cookieOptions, cookies } from './cookies.ts'
import { sendHtml } from './html.ts'
import { isOwnOrigin } from './origin.ts'
import type { Web } from './web.ts'

/** Close codes. Source: RFC 6455 §7.4.1 and the private range 4000–4999. After 1011 the page connects again. */
const CLOSE_NO_SESSION = 4401
const CLOSE_FAILED = 1011

const zone = z.string().max(64)
const args = z.record(z.string().max(64), z.string().max(500))
const typed = z.object({ text: z.string().max(2000), zone })
const pressed = z.object({ command: z.string().max(40), args, zone })
const submitted = pressed.extend({
  answers: z.record(z.string().max(64), z.union([z.string().max(10_000), z.boolean()])),
  submissionId: z.string().min(1).max(100),
})

/** What a person did in the console. */
export type ConsoleDeed =
  | ({ kind: 'type' } & z.infer<typeof typed>)
  | ({ kind: 'press' } & z.infer<typeof pressed>)
  | ({ kind: 'submit' } & z.infer<typeof submitted>)

/** What the console needs besides the rest of the web. */
export interface ConsoleOptions {
  channel: string
  commands: readonly { name: string; usage: string; summary: string }[]
  /** The newest messages, oldest of them first. */
  latest(): Promise<ConsoleMessage[]>
  /** Told of every message that is new, edited or removed; null when some may have been missed. Out: stops. */
  listen(listener: (message: ConsoleMessage | null) => void): () => void
  /** Does what a person typed, pressed or submitted. Out: the reply, as the desk's script reads it. */
  run(person: Actor, zone: string, deed: ConsoleDeed): Promise<unknown>
  /** Whether this key was printed at the start and not used yet; using it ends it. */
  takeKey(key: string): boolean
  secure: boolean
}

/** Adds the routes. */
export function addConsole(web: Web, options: ConsoleOptions): void {
  const { app, ports } = web

  /** The person behind a request's cookie. Fails: `unauthorised`. */
  async function personOf(request: FastifyRequest): Promise<Actor> {
    const cookie = request.cookies[cookies.console.name]
    const grant =
      cookie === undefined
        ? undefined
        : await ports.store.transaction((tx) => tx.grants.get(ports.random.hash(cookie)))
    if (grant?.kind !== 'console' || grant.expiresAt < ports.clock.now()) {
      throw new AppError(
        'unauthorised',
        'This console session is over. Open the printed address again.',
      )
    }
    return { platform: 'console', id: grant.subject, name: ports.settings.recruiterName }
  }

  async function open(reply: FastifyReply): Promise<void> {
    const cookie = ports.random.token()
    await ports.store.transaction((tx) =>
      tx.grants.insert({
        hash: ports.random.hash(cookie),
        kind: 'console',
        subject: ports.random.id('person'),
        state: 'open',
        expiresAt: ports.clock.now() + cookies.console.maxAgeS * 1000,
      }),
    )
    const rule = cookies.console
    void reply.setCookie(rule.name, cookie, cookieOptions(rule, options.secure))
  }

  app.get('/', (_request, reply) => reply.redirect('/console', 303))

  app.get('/console', { config: { rateLimit: { max: 60 } } }, async (request, reply) => {
    const { key } = z.object({ key: z.string().max(200).optional() }).parse(request.query)
    if (key !== undefined) {
      if (options.takeKey(key)) await open(reply)
      // Without the key in the address bar, whether it was right or not.
      return reply.redirect('/console', 303)
    }
    const person = await personOf(request).catch(() => undefined)
    if (person === undefined) {
      const { needsKey } = desk.plain
      return sendHtml(
        reply,
        401,
        renderPlain({
          title: needsKey.title,
          lines: [needsKey.open, needsKey.again],
        }),
      )
    }
    return sendHtml(
      reply,
      200,
      renderConsole({
        channel: options.channel,
        company: ports.settings.companyName,
        person: person.name,
        messages: (await options.latest()).map(toView),
        commands: options.commands.map(({ name, usage, summary }) => ({ name, usage, summary })),
      }),
    )
  })

  /** Runs what a person did; their zone comes from their browser. */
  async function run(request: FastifyRequest, deed: ConsoleDeed): Promise<unknown> {
    if (!isOwnOrigin(request, ports.settings.publicUrl)) {
      throw new AppError('forbidden', 'Only the console itself may do that.')
    }
    const person = await personOf(request)
    return options.run(person, isZone(deed.zone) ? deed.zone : ports.settings.defaultZone, deed)
  }

  app.post('/console/type', (request) =>
    run(request, { kind: 'type', ...typed.parse(request.body) }),
  )
  app.post('/console/press', (request) =>
    run(request, { kind: 'press', ...pressed.parse(request.body) }),
  )
  app.post('/console/submit', (request) =>
    run(request, { kind: 'submit', ...submitted.parse(request.body) }),
  )

  app.get('/console/places', { config: { rateLimit: { max: 600 } } }, async (request) => {
    await personOf(request)
    const { q } = z.object({ q: z.string().max(200).default('') }).parse(request.query)
    const options = ports.lookups.place.search(q).map(({ label }) => ({ value: label, label }))
    return { options }
  })

  app.get('/console/live', { websocket: true }, (socket, request) => {
    const send = (message: unknown) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
    }
    if (!isOwnOrigin(request, ports.settings.publicUrl)) return socket.close(CLOSE_NO_SESSION)
    const sendAll = async () => {
      const messages = await options.latest()
      send({ t: 'all', messages: messages.map(toView) })
    }
    const fail = (error: unknown) => {
      if (error instanceof AppError) return socket.close(CLOSE_NO_SESSION, 'console session over')
      request.log.error({ err: error }, 'console socket failed')
      socket.close(CLOSE_FAILED, 'failed')
    }
    personOf(request)
      .then(async () => {
        const stop = options.listen((message) => {
          if (message === null) sendAll().catch(fail)
          else if (message.channel === options.channel) {
            send({ t: 'message', message: toView(message) })
          }
        })
        socket.on('close', stop)
        await sendAll()
      })
      .catch(fail)
  })
}

function toView({ id, card, at, editedAt, removed }: ConsoleMessage) {
  return { id, card, at, edited: editedAt !== null, removed }
}
