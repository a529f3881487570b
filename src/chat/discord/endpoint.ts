/** Where Discord reaches us over HTTP, for those who do not want the gateway. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../../usecases/ports.ts'
import type { Log } from '../log.ts'
import { CALLBACK, type Callback } from './api.ts'
import { discordFault, toPublicKey } from './guard.ts'
import { INTERACTION } from './interaction.ts'
import type { Handle } from './listeners.ts'

/** Where Discord reaches us. */
const INTERACTIONS_PATH = '/discord/interactions'

/** An address that Discord calls; the body is read before. */
export interface DiscordReceiver {
  method: 'POST'
  path: string
  isProved(request: IncomingMessage, rawBody: Buffer): boolean
  listener(request: IncomingMessage, response: ServerResponse, rawBody: Buffer): void
}

/** Makes it. In: the public key of the app, hex. */
export function createEndpoint(
  publicKey: string,
  handle: Handle,
  clock: Clock,
  log: Log,
): DiscordReceiver {
  const key = toPublicKey(publicKey)
  const faultOf = (request: IncomingMessage, rawBody: Buffer) => {
    const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = request.headers
    return discordFault(key, { signature, timestamp, rawBody }, clock.now())
  }
  return {
    method: 'POST',
    path: INTERACTIONS_PATH,
    isProved: (request, rawBody) => faultOf(request, rawBody) === null,
    listener(request, response, rawBody) {
      const fault = faultOf(request, rawBody)
      if (fault !== null) {
        // Discord sends wrong signatures on purpose, to see them refused.
        log('warn', { fault }, 'a request to Discord’s address was refused')
        response.writeHead(401).end()
        return
      }
      const interaction = parseJson(rawBody)
      if (interaction === undefined) {
        response.writeHead(400).end()
        return
      }
      if (typeOf(interaction) === INTERACTION.ping) {
        send(response, { type: CALLBACK.pong })
        return
      }
      const first = async (callback: Callback) => send(response, callback)
      void handle(interaction, first).then(() => {
        // What nobody answered is none of ours; Discord tells the person that it failed.
        if (!response.writableEnded) response.writeHead(400).end()
      })
    },
  }
}

function send(response: ServerResponse, callback: Callback): void {
  if (response.writableEnded) return
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(callback))
}

function parseJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString()) as unknown
  } catch {
    return undefined
  }
}

function typeOf(interaction: unknown): unknown {
  return typeof interaction === 'object' && interaction !== null && 'type' in interaction
    ? interaction.type
    : undefined
}
