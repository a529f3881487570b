/** Slack: a hiring channel in the platform where managers are anyway. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Messenger, Ports } from '../usecases/ports.ts'
import type { Command } from './command.ts'
import { keepConnected } from './connection.ts'
import type { Log } from './log.ts'
import { createOnce } from './once.ts'
import { createDeeds, LOADING_AFTER_MS } from './slack/deeds.ts'
import { createDelivery } from './slack/delivery.ts'
import { slackFault } from './slack/guard.ts'
import { createInstallations, manyWorkspaces } from './slack/installations.ts'
import { addListeners } from './slack/listeners.ts'
import { toBoltLogger } from './slack/log.ts'
import { createRights } from './slack/rights.ts'
import { PATHS } from './slack/scopes.ts'
import { ANSWER_WITHIN_MS, createSubmissions } from './slack/submissions.ts'
import { createInstaller, createTransport, loadBolt } from './slack/transport.ts'
import { oneWorkspace, type Client } from './slack/workspaces.ts'

/** What the operator said of Slack. */
export interface SlackConfig {
  slackBotToken: string | null
  slackAppToken: string | null
  slackSigningSecret: string | null
  slackClientId: string | null
  slackClientSecret: string | null
  slackStateSecret: string | null
  slackAdmins: readonly string[] | null
}

/** What tests replace. */
export interface SlackOverrides {
  /** Where the Web API is, with a slash at the end. */
  slackApiUrl?: string
  /** Longest wait for an answer. */
  timeoutMs?: number
  retryMs?: { first: number; most: number }
  loadingAfterMs?: number
  answerWithinMs?: number
}

/** What Slack needs. */
export interface SlackOptions extends SlackOverrides {
  ports: Ports
  commands: readonly Command[]
  config: SlackConfig
  log: Log
}

/** An address that Slack calls; the body is read before. */
export interface SlackReceiver {
  method: 'GET' | 'POST'
  path: string
  isProved(request: IncomingMessage, rawBody: Buffer): boolean
  listener(request: IncomingMessage, response: ServerResponse, rawBody: Buffer): void
}

/** Slack, running. */
export interface Slack {
  messenger: Messenger
  /** What the web server serves for it. */
  receivers: readonly SlackReceiver[]
  /** How the connection stands, in words. */
  state(): string
  start(): void
  stop(): Promise<void>
}

/** Longest wait for an answer of Slack's. */
const TIMEOUT_MS = 10_000

/** Clients kept at once, one per token. */
const CLIENTS_KEPT = 200

/** Whether the operator turned Slack on. */
export function isSlackOn({ slackBotToken, slackClientId }: SlackConfig): boolean {
  return slackBotToken !== null || slackClientId !== null
}

/** Makes it, with Bolt, which is loaded here. Fails: never for a Slack that does not answer. */
export async function createSlack(options: SlackOptions): Promise<Slack> {
  const { ports, commands, config, log } = options
  const bolt = await loadBolt()
  const logger = toBoltLogger(log, bolt.LogLevel.INFO)
  const clientOptions = {
    logger,
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    // The outbox and the connection try again by themselves, at their own pace.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(options.slackApiUrl === undefined ? {} : { slackApiUrl: options.slackApiUrl }),
  }
  const kept = new Map<string, Client>()
  const clients = (token: string): Client => {
    const client = kept.get(token) ?? new bolt.webApi.WebClient(token, clientOptions)
    if (kept.size >= CLIENTS_KEPT) kept.clear()
    kept.set(token, client)
    return client
  }

  const token = config.slackBotToken
  const installations =
    token === null ? createInstallations(ports.store, () => delivery.reset()) : null
  const installer =
    installations === null
      ? null
      : createInstaller(bolt, config, installations, ports.settings.publicUrl, clientOptions)
  const workspaces =
    token !== null || installations === null || installer === null
      ? oneWorkspace(token ?? '', clients)
      : manyWorkspaces(installations, installer, clients)
  const delivery = createDelivery(ports, workspaces, log)
  const transport = createTransport(bolt, config, workspaces, clientOptions, token !== null)

  const once = createOnce(ports, 'slack')
  const rights = createRights(ports, config.slackAdmins ?? [])
  const deeds = createDeeds({
    ports,
    commands,
    rights,
    log,
    loadingAfterMs: options.loadingAfterMs ?? LOADING_AFTER_MS,
  })
  const answerWithinMs = options.answerWithinMs ?? ANSWER_WITHIN_MS
  const submit = createSubmissions({ deeds, once, log, answerWithinMs })
  addListeners(transport.app, {
    ports,
    workspaces,
    installations,
    rights,
    deeds,
    submit,
    once,
    log,
  })

  const connection = keepConnected(transport.line, log, options.retryMs)
  const secret = config.slackSigningSecret ?? ''
  const faultOf = (request: IncomingMessage, rawBody: Buffer) => {
    const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } =
      request.headers
    return slackFault(secret, { signature, timestamp, rawBody }, ports.clock.now())
  }
  const { listener } = transport
  const events: SlackReceiver[] =
    listener === null
      ? []
      : [
          {
            method: 'POST',
            path: PATHS.events,
            isProved: (request, rawBody) => faultOf(request, rawBody) === null,
            listener(request, response, rawBody) {
              const fault = faultOf(request, rawBody)
              if (fault === null) return listener(request, response, rawBody)
              log('warn', { fault }, 'a request to Slack’s address was refused')
              response.writeHead(401).end()
            },
          },
        ]
  return {
    messenger: delivery,
    receivers: [...events, ...(installer?.receivers ?? [])],
    state: connection.state,
    start: connection.start,
    stop: connection.stop,
  }
}
