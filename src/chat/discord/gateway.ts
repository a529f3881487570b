/** The line to Discord's gateway, which needs no way in to this server. */
import type { Line } from '../connection.ts'
import type { Log } from '../log.ts'
import { restOptions, type Api, type ApiOptions, type DiscordJs } from './api.ts'
import { inLog, readTrouble, troubleText } from './trouble.ts'
import type { Voice } from './voice.ts'

/** What comes over it. */
export interface Heard {
  /** Something that somebody did, as Discord sent it. */
  interaction(payload: unknown): void
  /** The app is in a server, again or anew. In: the server, as Discord sent it. */
  joined(guild: unknown): void
  /** The app was removed from a server. */
  left(guild: string): void
  /** What is heard of calls; null where that is not asked for. */
  voice: Pick<Voice, 'state' | 'line' | 'unavailable'> | null
}

/** In words, why Discord closed a line for good. Source: gateway close event codes, discord/discord-api-docs, read 2026-11-25. */
const CLOSED: Readonly<Record<number, string>> = {
  4004: 'Discord does not take the token',
  4010: 'wrong shard',
  4011: 'the app is in too many servers for one line',
  4012: 'wrong version of the gateway',
  4013: 'wrong intents',
  4014: 'the app may not use these intents',
}

/** Makes the line. Each opening is a new client: one that Discord closed for good does not open again (discord.js 14.28.1, read 2026-11-25). */
export function createGateway(
  discord: DiscordJs,
  api: Api,
  options: ApiOptions,
  heard: Heard,
  log: Log,
): Line {
  let close = async () => {}
  return {
    platform: 'Discord',
    reasonOf: (error) => troubleText(readTrouble(error)),
    async open(say) {
      await api.application()
      const line = openClient(discord, options, heard, log, say)
      close = line.close
      await line.ready
      return { ended: line.ended }
    },
    close: () => close(),
  }
}

/** A client, from its start to its end. */
function openClient(
  discord: DiscordJs,
  options: ApiOptions,
  heard: Heard,
  log: Log,
  say: (state: string) => void,
) {
  const { Client, Events, GatewayDispatchEvents, GatewayIntentBits, SimpleShardingStrategy } =
    discord
  const { voice } = heard
  let isClosed = false
  let end: (error?: Error) => void = () => {}
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error === undefined ? resolve() : reject(error))
  })
  // Nobody may be waiting for it yet.
  ended.catch(() => {})
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      ...(voice === null ? [] : [GatewayIntentBits.GuildVoiceStates]),
    ],
    rest: restOptions(options),
    ws: {
      buildStrategy(manager) {
        // Between two tries it cannot be stopped: it would try for ever, and keep the process alive. It asks for its
        // session before each try, so a closed line gets no answer.
        const { retrieveSessionInfo } = manager.options
        manager.options.retrieveSessionInfo = (shard) =>
          isClosed ? new Promise(() => {}) : retrieveSessionInfo(shard)
        return new SimpleShardingStrategy(manager)
      },
    },
  })
  // Into objects of its own it would read every payload, and one that it cannot read ends the process (discord.js 14.28.1,
  // tried 2026-11-25). We read them ourselves.
  Reflect.set(client.ws, 'handlePacket', () => true)
  client.on(Events.Error, (error) => log('warn', inLog(error), 'discord.js reports an error'))
  client.on(Events.ShardError, (error) => log('debug', inLog(error), 'an error on the gateway'))
  client.on(Events.ShardReconnecting, () => {
    voice?.line('cut')
    say('not connected: the line was cut; trying again')
  })
  client.on(Events.ShardDisconnect, ({ code }) => {
    voice?.line('cut')
    end(new Error(CLOSED[code] ?? `Discord closed the line (${code})`))
  })
  client.ws.on(GatewayDispatchEvents.Ready, () => {
    voice?.line('new')
    say('connected')
  })
  client.ws.on(GatewayDispatchEvents.Resumed, () => {
    voice?.line('resumed')
    say('connected')
  })
  client.ws.on(GatewayDispatchEvents.VoiceStateUpdate, (payload: unknown) => voice?.state(payload))
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (payload: unknown) => {
    heard.interaction(payload)
  })
  client.ws.on(GatewayDispatchEvents.GuildCreate, (guild: unknown) => heard.joined(guild))
  client.ws.on(
    GatewayDispatchEvents.GuildDelete,
    (guild: { id: string; unavailable?: boolean }) => {
      voice?.unavailable(guild.id)
      if (guild.unavailable !== true) heard.left(guild.id)
    },
  )
  const login = client.login(options.token)
  login.catch(() => {})
  return {
    // It ends before it was ready: closed by us, or refused by Discord.
    ready: Promise.race([login, ended]),
    ended,
    async close() {
      isClosed = true
      voice?.line('cut')
      end()
      await client.destroy()
    },
  }
}
