/** How Slack reaches us: Socket Mode, or HTTP; and how workspaces install the app. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { App, AuthorizeResult, InstallationQuery } from '@slack/bolt'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import type { Line } from '../connection.ts'
import type { Authorizer, Installations } from './installations.ts'
import { BOT_SCOPES, OPTIONAL_SCOPES, PATHS } from './scopes.ts'
import { readTrouble, troubleText } from './trouble.ts'
import type { Workspaces } from './workspaces.ts'

const texts = managers.chat.slack

/** Loads Bolt, which takes 30 MB: only where Slack is on. */
export const loadBolt = () => import('@slack/bolt')

/** Bolt, loaded. */
export type Bolt = Awaited<ReturnType<typeof loadBolt>>

/** Options of every client. */
type ClientOptions = NonNullable<ConstructorParameters<Bolt['webApi']['WebClient']>[1]>

/** Longest wait for Slack's hello on a new socket. */
const HELLO_MS = 30_000

/** Bolt with its receiver. */
export interface Transport {
  app: App
  line: Line
  /** Takes a request whose body was read and whose signature was checked; null for Socket Mode. */
  listener: ((request: IncomingMessage, response: ServerResponse, rawBody: Buffer) => void) | null
}

/** Makes Bolt. In: whether there is one workspace, which is asked who we are before anything else. */
export function createTransport(
  bolt: Bolt,
  config: { slackAppToken: string | null; slackSigningSecret: string | null },
  workspaces: Workspaces,
  clientOptions: ClientOptions,
  isOne: boolean,
): Transport {
  const { slackAppToken: appToken, slackSigningSecret: signingSecret } = config
  const logger = clientOptions.logger
  const http =
    appToken === null
      ? new bolt.HTTPReceiver({
          signingSecret: signingSecret ?? '',
          endpoints: [PATHS.events],
          ...(logger === undefined ? {} : { logger }),
        })
      : null
  const socket =
    appToken === null
      ? null
      : new bolt.SocketModeReceiver({
          appToken,
          // Ours follows at once; Bolt's waits five seconds, and ends the process when Slack refuses it (5.1.0, tried 2026-11-22).
          autoReconnectEnabled: false,
          installerOptions: { clientOptions },
          ...(logger === undefined ? {} : { logger }),
        })
  const app = new bolt.App({
    receiver: http ?? socket ?? neither(),
    socketMode: socket !== null,
    clientOptions,
    convoStore: false,
    ...(logger === undefined ? {} : { logger }),
    // With a token instead, Bolt would ask Slack in its constructor, and a Slack that is down would end the process.
    authorize: async (source): Promise<AuthorizeResult> => {
      const { teamId, enterpriseId, isEnterpriseInstall } = source
      const team = isEnterpriseInstall ? null : (teamId ?? null)
      const found = await workspaces.find({ enterprise: enterpriseId ?? null, team })
      if (found === undefined) throw new Error('the app is not installed there')
      const { token: botToken, botId, botUserId } = found
      const ids = { botId, botUserId, teamId, enterpriseId }
      return Object.fromEntries(
        Object.entries({ botToken, ...ids }).filter(([, value]) => value !== undefined),
      )
    },
  })
  const ask = async () => {
    if (isOne) await workspaces.find({ enterprise: null, team: null })
  }
  return {
    app,
    listener:
      http === null
        ? null
        : (request, response, rawBody) => {
            if (isReadable(request.headers['content-type'], rawBody)) {
              http.requestListener(Object.assign(request, { rawBody }), response)
            } else response.writeHead(400).end()
          },
    line: {
      platform: 'Slack',
      reasonOf: (error) => troubleText(readTrouble(error)),
      async open() {
        await ask()
        if (socket === null) return null
        const { client } = socket
        const ended = new Promise((resolve) => client.once('disconnected', resolve))
        const hello = setTimeout(() => void client.disconnect(), HELLO_MS)
        try {
          await client.start()
        } catch (error) {
          throw error instanceof Error ? error : new Error('Slack closed the socket')
        } finally {
          clearTimeout(hello)
        }
        return { ended }
      },
      async close() {
        await socket?.stop()
      },
    },
  }
}

/** Whether a body is an object: Bolt reads on without looking, which ends the process (5.1.0, tried 2026-11-22). */
function isReadable(contentType: string | undefined, rawBody: Buffer): boolean {
  const text = rawBody.toString()
  const isForm = contentType === 'application/x-www-form-urlencoded'
  const json = isForm ? (new URLSearchParams(text).get('payload') ?? '{}') : text
  try {
    const parsed: unknown = JSON.parse(json)
    return typeof parsed === 'object' && parsed !== null
  } catch {
    return false
  }
}

function neither(): never {
  throw new Error('Slack needs a signing secret or an app token')
}

/** What installs the app in further workspaces. */
export interface Installer extends Authorizer {
  receivers: readonly {
    method: 'GET'
    path: string
    isProved(): boolean
    listener(request: IncomingMessage, response: ServerResponse): void
  }[]
}

/** Makes the installer: its two pages, and the tokens they bring. */
export function createInstaller(
  bolt: Bolt,
  config: {
    slackClientId: string | null
    slackClientSecret: string | null
    slackStateSecret: string | null
  },
  installations: Installations,
  publicUrl: string,
  clientOptions: ClientOptions,
): Installer {
  const redirectUri = `${publicUrl}${PATHS.redirect}`
  const say = (response: ServerResponse, status: number, text: string) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
  }
  const receiver = new bolt.HTTPReceiver({
    // Only its installer is used; what Slack signs goes to the other one.
    signingSecret: '',
    signatureVerification: false,
    endpoints: [],
    clientId: config.slackClientId ?? '',
    clientSecret: config.slackClientSecret ?? '',
    stateSecret: config.slackStateSecret ?? '',
    redirectUri,
    installationStore: installations,
    scopes: [...BOT_SCOPES, ...OPTIONAL_SCOPES],
    installerOptions: {
      directInstall: true,
      installPath: PATHS.install,
      redirectUriPath: PATHS.redirect,
      clientOptions,
      callbackOptions: {
        success: (_installation, _options, _request, response) =>
          say(response, 200, texts.installed),
        failure: (error, _options, _request, response) =>
          say(response, 400, fill(texts.notInstalled, { code: error.code, path: PATHS.install })),
      },
    },
    ...(clientOptions.logger === undefined ? {} : { logger: clientOptions.logger }),
  })
  const { installer } = receiver
  if (installer === undefined)
    throw new Error('OAuth needs client id, client secret and state secret')
  const listener = (request: IncomingMessage, response: ServerResponse) =>
    receiver.requestListener(request, response)
  return {
    authorize: async (query: InstallationQuery<boolean>) => installer.authorize(query),
    receivers: [PATHS.install, PATHS.redirect].map((path) => ({
      method: 'GET',
      path,
      isProved: () => false,
      listener,
    })),
  }
}
