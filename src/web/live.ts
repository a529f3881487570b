/** `/s/live`: the socket of a bound browser: our echoes, its readings, and what changed for it. */
import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import type { Signal } from '../core/signals.ts'
import { startEchoMeter } from '../echo/echo-meter.ts'
import { summariseEchoes } from '../echo/echo-summary.ts'
import { browserWords } from '../texts/reading-words.ts'
import { moveAskedBy } from '../usecases/move-session.ts'
import { recordAddress, recordSignals } from '../usecases/record-signals.ts'
import { readSessionState, type SessionState } from '../usecases/session-state.ts'
import { seenOf } from './address.ts'
import { watchLayers } from './layer-watch.ts'
import { isOwnOrigin } from './origin.ts'
import { languageOf } from './language.ts'
import { receiveSignals, stateMessage } from './page-signals.ts'
import { sentSignalsSchema } from './session-pages.ts'
import type { Web } from './web.ts'

/** The part of a `ws` socket that is used here. */
interface Socket {
  readyState: number
  send(text: string): void
  close(code: number, reason: string): void
  terminate(): void
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): void
  on(event: 'close' | 'error', listener: () => void): void
}

const OPEN = 1
/** Messages besides echoes that a page may send in a minute; a probe set is one, each change is one. */
const MESSAGES_PER_MIN = 120
/** Close codes. Source: RFC 6455 §7.4.1 and the private range 4000–4999. */
const CLOSE = { policy: 1008, tooMuch: 1013, noSession: 4401 } as const

const echoSchema = z.object({ t: z.literal('echo'), n: z.string().max(64) })
const messageSchema = z.discriminatedUnion('t', [
  echoSchema,
  sentSignalsSchema.extend({ t: z.literal('signals') }),
])

/** Adds the route. */
export function addLiveSocket(web: Web): void {
  const { app, ports, visitors } = web
  const meters = new Set<{ stop(): void }>()
  const underWay = new Set<Promise<void>>()
  // The last readings are kept before the database closes.
  app.addHook('onClose', async () => {
    for (const meter of meters) meter.stop()
    await Promise.all(underWay)
  })
  app.get('/s/live', { websocket: true }, (socket: Socket, request) => {
    // Listeners come first: a frame that arrives while the session is looked up must not be lost.
    const early: Buffer[] = []
    let take: (data: Buffer) => void = (data) => early.push(data)
    socket.on('message', (data, isBinary) => {
      if (isBinary) socket.close(CLOSE.policy, 'text only')
      else if (early.length < 10) take(data)
    })
    const closed = new AbortController()
    socket.on('close', () => closed.abort())
    socket.on('error', () => closed.abort())
    const cookie = visitors.session(request)
    if (cookie === undefined || !isOwnOrigin(request, ports.settings.publicUrl)) {
      return socket.close(CLOSE.noSession, 'no session')
    }
    start(socket, request, cookie, closed.signal).then(
      (taker) => {
        take = taker
        for (const data of early.splice(0)) taker(data)
      },
      (error: unknown) => {
        if (!(error instanceof AppError)) request.log.error({ err: error }, 'live socket failed')
        socket.close(CLOSE.noSession, 'no session')
      },
    )
  })

  /** Starts measuring. Out: takes the messages. */
  async function start(
    socket: Socket,
    request: FastifyRequest,
    cookie: string,
    closed: AbortSignal,
  ) {
    const first = await readSessionState(ports, cookie)
    await recordAddress(ports, cookie, seenOf(request, web.seen))
    const inBackground = (work: Promise<unknown>) => {
      const done = work.then(
        () => {},
        (error: unknown) => {
          if (!(error instanceof AppError)) request.log.error({ err: error }, 'live socket failed')
        },
      )
      underWay.add(done)
      void done.then(() => underWay.delete(done))
    }
    const tell = async () => {
      const state = await readSessionState(ports, cookie)
      const code = visitors.moveCode(request)
      const by = code === undefined ? null : await moveAskedBy(ports, code)
      const asked = by === null ? null : browserWords(by, languageOf(request))
      if (socket.readyState === OPEN) socket.send(JSON.stringify(stateMessage(state, asked)))
      if (state.over || state.moved) meter.stop()
      return state
    }
    const layers = watchLayers(request, web.hops(request), web.readTcpInfo)
    const meter = startEchoMeter({
      send: (n) => socket.send(JSON.stringify({ t: 'echo', n })),
      now: () => performance.now(),
      nonce: () => randomBytes(12).toString('base64url'),
      after: (ms, then) =>
        setTimeout(() => {
          if (socket.readyState === OPEN) then()
        }, ms),
      report(samplesMs, spanMs) {
        const summary = summariseEchoes(samplesMs)
        if (summary === undefined) return
        const vantage = first.round.simulatedVantage ?? ports.settings.vantage
        const head = { at: ports.clock.now(), source: 'server' } as const
        const signals: Signal[] = [
          { ...head, name: 'echoes', value: { vantage, ...summary, spanMs } },
        ]
        // A simulated candidate's connection begins and ends in this process.
        const below = first.kase.simulated ? undefined : layers.read(vantage, samplesMs)
        if (below !== undefined) signals.push({ ...head, name: 'layers', ...below })
        inBackground(recordSignals(ports, cookie, signals).then(tell))
      },
      dead: () => socket.terminate(),
    })
    const stopListening = ports.bus.subscribe((topic, id) => {
      if (topic === 'gap' || (topic === 'session' && id === first.session.id)) inBackground(tell())
    })
    const ending = endTimer(first, ports.clock.now(), () => inBackground(tell()))
    meters.add(meter)
    const end = () => {
      meters.delete(meter)
      meter.stop()
      stopListening()
      clearTimeout(ending)
    }
    if (closed.aborted) end()
    else closed.addEventListener('abort', end)
    inBackground(tell())
    const answer = (nonce: string) => {
      if (meter.answer(nonce)) layers.look()
    }
    return messageTaker(socket, answer, (sent) =>
      inBackground(receiveSignals(ports, cookie, sent).then(tell)),
    )
  }
}

/** Looks again shortly after the window is over, when the round has been closed. */
function endTimer(state: SessionState, now: number, then: () => void) {
  return setTimeout(then, Math.min(2 ** 31 - 1, Math.max(0, state.round.endAt - now) + 5_000))
}

/** Sorts messages: echoes to the meter first, because their time counts. */
function messageTaker(
  socket: Socket,
  answer: (nonce: string) => void,
  receive: (sent: z.infer<typeof sentSignalsSchema>) => void,
) {
  let count = 0
  let minute = performance.now()
  return (data: Buffer) => {
    const parsed = messageSchema.safeParse(parseJson(data))
    if (!parsed.success) return socket.close(CLOSE.policy, 'not a message of ours')
    if (parsed.data.t === 'echo') return answer(parsed.data.n)
    if (performance.now() - minute > 60_000) {
      count = 0
      minute = performance.now()
    }
    count += 1
    if (count > MESSAGES_PER_MIN) return socket.close(CLOSE.tooMuch, 'too many messages')
    receive(parsed.data)
  }
}

function parseJson(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8'))
  } catch {
    return undefined
  }
}
