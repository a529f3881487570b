/** The chat platforms that the operator turned on, as one. */
import type { FindCall } from '../usecases/named-call.ts'
import type { Messenger, Ports } from '../usecases/ports.ts'
import type { CallWatch } from '../usecases/watch-calls.ts'
import type { Command } from './command.ts'
import {
  createDiscord,
  isDiscordOn,
  type Discord,
  type DiscordConfig,
  type DiscordOverrides,
} from './discord.ts'
import type { Log } from './log.ts'
import {
  createSlack,
  isSlackOn,
  type Slack,
  type SlackConfig,
  type SlackOverrides,
} from './slack.ts'

/** What tests replace. */
export interface PlatformOverrides {
  slack?: SlackOverrides
  discord?: DiscordOverrides
}

/** What they need. */
export interface PlatformOptions {
  ports: Ports
  commands: readonly Command[]
  config: SlackConfig & DiscordConfig
  log: Log
  overrides: PlatformOverrides
}

/** All of them. */
export interface Platforms {
  messengers: Partial<Record<'slack' | 'discord', Messenger>>
  /** What the web server serves for them. */
  receivers: (Slack['receivers'] | Discord['receivers'])[number][]
  /** What they tell of calls. */
  calls: readonly CallWatch[]
  /** Finds out whose times in which call of Discord a program means; null where calls are not told of. */
  findCall: FindCall | null
  /** How each connection stands, in words. */
  connections(): Record<string, string>
  start(): void
  stop(): Promise<void>
}

/** Makes them; what they need is loaded only where they are on. Fails: never for one that does not answer. */
export async function createPlatforms(options: PlatformOptions): Promise<Platforms> {
  const { config, overrides } = options
  const on = {
    ...(isSlackOn(config) ? { slack: await createSlack({ ...options, ...overrides.slack }) } : {}),
    ...(isDiscordOn(config)
      ? { discord: await createDiscord({ ...options, ...overrides.discord }) }
      : {}),
  }
  const all = Object.entries(on)
  return {
    messengers: Object.fromEntries(all.map(([name, { messenger }]) => [name, messenger])),
    receivers: all.flatMap(([, { receivers }]) => [...receivers]),
    findCall: on.discord?.findCall ?? null,
    calls: all.flatMap(([, platform]) => ('calls' in platform ? [...platform.calls] : [])),
    connections: () => Object.fromEntries(all.map(([name, { state }]) => [name, state()])),
    start() {
      for (const [, platform] of all) platform.start()
    },
    async stop() {
      await Promise.all(all.map(([, platform]) => platform.stop()))
    },
  }
}
