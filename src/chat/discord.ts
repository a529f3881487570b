/** Discord: a hiring channel in the platform where many teams talk anyway. */
import type { FindCall } from '../usecases/named-call.ts'
import type { Messenger, Ports, Settings } from '../usecases/ports.ts'
import type { CallWatch } from '../usecases/watch-calls.ts'
import type { Command } from './command.ts'
import { keepConnected, type Line } from './connection.ts'
import { createApi, loadDiscord, type Api, type ApiOptions } from './discord/api.ts'
import { createCallSearch } from './discord/calls.ts'
import { createDeeds } from './discord/deeds.ts'
import { createDelivery } from './discord/delivery.ts'
import { createEndpoint, type DiscordReceiver } from './discord/endpoint.ts'
import { createGateway } from './discord/gateway.ts'
import { createGuilds } from './discord/guilds.ts'
import { createLate } from './discord/late.ts'
import { createHandler } from './discord/listeners.ts'
import { registerCommands, type Registered } from './discord/register.ts'
import { createRights } from './discord/rights.ts'
import { toApplicationCommands } from './discord/slash.ts'
import { readTrouble, troubleText } from './discord/trouble.ts'
import { createTurns } from './discord/turns.ts'
import { createVoice } from './discord/voice.ts'
import type { Log } from './log.ts'
import { createOnce } from './once.ts'

/** What the operator said of Discord. */
export interface DiscordConfig {
  discordToken: string | null
  discordApplicationId: string | null
  discordPublicKey: string | null
  discordGuilds: readonly string[] | null
  discordTransport: 'gateway' | 'http'
  /** Whether it may ask who is in calls. */
  discordCallTimes: boolean
}

/** What tests replace. */
export interface DiscordOverrides {
  /** Where the API is, without its version. */
  discordApiUrl?: string
  /** Longest wait for an answer. */
  timeoutMs?: number
  retryMs?: { first: number; most: number }
  answerWithinMs?: number
}

/** What Discord needs. */
export interface DiscordOptions extends DiscordOverrides {
  ports: Ports
  commands: readonly Command[]
  config: DiscordConfig
  log: Log
}

/** Discord, running. */
export interface Discord {
  messenger: Messenger
  /** What the web server serves for it. */
  receivers: readonly DiscordReceiver[]
  /** What it tells of calls; empty where it does not. */
  calls: readonly CallWatch[]
  /** Finds out whose times in which call a program means; null where calls are not told of. */
  findCall: FindCall | null
  /** How the connection stands, in words. */
  state(): string
  start(): void
  stop(): Promise<void>
}

/** Longest wait for an answer of Discord's. */
const TIMEOUT_MS = 10_000

/** Of Discord's three seconds, what is left for the way there and back. */
const ANSWER_WITHIN_MS = 1_800

/** Whether the operator turned Discord on. */
export function isDiscordOn({ discordToken }: DiscordConfig): boolean {
  return discordToken !== null
}

function apiOptions(config: DiscordConfig, overrides: DiscordOverrides): ApiOptions {
  return {
    token: config.discordToken ?? '',
    apiUrl: overrides.discordApiUrl,
    timeoutMs: overrides.timeoutMs ?? TIMEOUT_MS,
  }
}

/** Whether joining and leaving a call is noted: only the gateway tells of it. */
export function callsOfDiscord(
  config: Pick<DiscordConfig, 'discordToken' | 'discordTransport' | 'discordCallTimes'>,
): Settings['calls']['discord'] {
  if (config.discordToken === null || !config.discordCallTimes) return 'off'
  return config.discordTransport === 'http' ? 'unheard' : 'noted'
}

/** Makes it, with discord.js, which is loaded here. Fails: never for a Discord that does not answer. */
export async function createDiscord(options: DiscordOptions): Promise<Discord> {
  const { ports, commands, config, log } = options
  const discord = await loadDiscord()
  const ours = apiOptions(config, options)
  const api = createApi(discord, ours)
  const delivery = createDelivery(ports, api, log)
  const guilds = createGuilds(api, config.discordGuilds)
  const rights = createRights(ports, api)
  const tellLate = createLate(api, log)
  const turns = createTurns({
    ports,
    deeds: createDeeds({ ports, api, commands, rights, log }),
    once: createOnce(ports, 'discord'),
    tellLate,
    answerWithinMs: options.answerWithinMs ?? ANSWER_WITHIN_MS,
  })
  const handle = createHandler({ ports, api, guilds, rights, turns, tellLate, log })

  const isHttp = config.discordTransport === 'http'
  const voice = callsOfDiscord(config) === 'noted' ? createVoice(ports, api, log) : null
  const heard = {
    voice,
    interaction(payload: unknown) {
      const { id, token } = readIds(payload)
      void handle(payload, (callback) => api.answer(id, token, callback))
    },
    joined(guild: unknown) {
      delivery.reset()
      voice?.guild(guild)
    },
    left: (guild: string) => log('warn', { guild }, 'the app was removed from a server of Discord'),
  }
  const line = isHttp ? noLine(api) : createGateway(discord, api, ours, heard, log)
  const connection = keepConnected(line, log, options.retryMs)
  return {
    messenger: delivery,
    receivers: isHttp
      ? [createEndpoint(config.discordPublicKey ?? '', handle, ports.clock, log)]
      : [],
    calls: voice === null ? [] : [voice.watch],
    findCall: voice === null ? null : createCallSearch(api, guilds),
    state: connection.state,
    start: connection.start,
    async stop() {
      await connection.stop()
      await voice?.settled()
    },
  }
}

/** Over HTTP there is nothing to keep: Discord is asked once whether it takes the token. */
function noLine(api: Api): Line {
  return {
    platform: 'Discord',
    reasonOf: (error) => troubleText(readTrouble(error)),
    async open() {
      await api.application()
      return null
    },
    close: async () => {},
  }
}

/** What an answer is addressed to; empty for a payload that has none, which is then not answered either. */
function readIds(payload: unknown): { id: string; token: string } {
  const text = (name: string): string => {
    const value: unknown =
      typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  return { id: text('id'), token: text('token') }
}

/** Tells Discord what our commands are. Out: what changed. */
export async function registerDiscord(
  config: DiscordConfig,
  commands: readonly Command[],
  overrides: DiscordOverrides = {},
): Promise<Registered[]> {
  const api = createApi(await loadDiscord(), apiOptions(config, overrides))
  const wanted = toApplicationCommands(commands)
  return registerCommands(api, config.discordApplicationId ?? '', config.discordGuilds, wanted)
}
