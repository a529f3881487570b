/** The product on a Discord of our own: real discord.js, real use cases, a real database, and the clock of the test. */
import rateLimit from '@fastify/rate-limit'
import fastify from 'fastify'
import { expect } from 'vitest'
import { commands } from '../../../commands/index.ts'
import {
  createDiscord,
  type DiscordConfig,
  type DiscordOverrides,
} from '../../../src/chat/discord.ts'
import { deliverOutbox } from '../../../src/usecases/deliver.ts'
import { addReceivers } from '../../../src/web/receivers.ts'
import { openProduct } from '../../usecases/_product.ts'
import { APPLICATION, startFakeDiscord, TOKEN, type Json } from './_fake-discord.ts'
import { createPerson, until, type Wire } from './_person.ts'

/** What differs between tests. */
export interface Setting {
  transport?: 'gateway' | 'http'
  config?: Partial<DiscordConfig>
  overrides?: DiscordOverrides
  /** The database's file; in memory unless told. */
  path?: string
  /** Discord does not answer when the product starts. */
  startDown?: boolean
}

/** Ids of the tests. */
export const IDS = {
  guild: '1000000000000000001',
  otherGuild: '1000000000000000002',
  channel: '1000000000000000011',
  /** People talk there. */
  voice: '1000000000000000012',
  otherVoice: '1000000000000000013',
  stage: '1000000000000000014',
  /** May manage the server. */
  manager: '1000000000000000101',
  /** May review, by a role. */
  reviewer: '1000000000000000102',
  /** May nothing. */
  member: '1000000000000000103',
  /** Says who they are elsewhere; may nothing here. */
  candidate: '1000000000000000104',
  owner: '1000000000000000100',
  managers: '1000000000000000201',
  reviewers: '1000000000000000202',
} as const

const MANAGE_GUILD = 32n
const SEND_MESSAGES = 2048n

/** What the bot may do where it was added as it should be. */
export const FULL = { view: true, send: true, attach: true, read: true }

/** Starts everything: a server with a channel, its owner, a manager, a reviewer and a member. */
export async function openDiscordProduct(setting: Setting = {}) {
  const product = await openProduct(setting.path)
  const { clock, ports } = product
  // discord.js counts the time of limits by the machine's clock.
  const realNow = Date.now
  Date.now = () => clock.at
  const fake = await startFakeDiscord(clock)
  const person = (name: string, ...roles: string[]) => ({ name, roles, pending: false })
  fake.guilds.set(IDS.guild, {
    owner: IDS.owner,
    roles: new Map([
      [IDS.guild, SEND_MESSAGES],
      [IDS.managers, MANAGE_GUILD],
      [IDS.reviewers, 0n],
    ]),
    members: new Map([
      [IDS.owner, person('Olga Owner')],
      [IDS.manager, person('Mara Manager', IDS.managers)],
      [IDS.reviewer, person('Rita Reviewer', IDS.reviewers)],
      [IDS.member, person('Max Member')],
      [IDS.candidate, person('Jane Doe')],
    ]),
    voices: new Map(),
  })
  const channel = { guild: IDS.guild, type: 0, parent: null, recipient: null, bot: { ...FULL } }
  fake.channels.set(IDS.channel, channel)
  const talks = [
    [IDS.voice, 2],
    [IDS.otherVoice, 2],
    [IDS.stage, 13],
  ] as const
  for (const [id, type] of talks) {
    fake.channels.set(id, { ...channel, type, bot: { ...FULL, send: false } })
  }
  fake.setDown(setting.startDown === true)

  const lines: { level: string; text: string; data: object }[] = []
  const transport = setting.transport ?? 'gateway'
  const make = () =>
    createDiscord({
      ports,
      commands,
      config: {
        discordToken: TOKEN,
        discordApplicationId: APPLICATION,
        discordPublicKey: fake.publicKey,
        discordGuilds: [IDS.guild],
        discordTransport: transport,
        discordCallTimes: true,
        ...setting.config,
      },
      log: (level, data, text) => lines.push({ level, data, text }),
      discordApiUrl: fake.apiUrl,
      timeoutMs: 3_000,
      retryMs: { first: 10, most: 40 },
      answerWithinMs: 2_000,
      ...setting.overrides,
    })
  const discord = await make()
  const server = fastify({ forceCloseConnections: true })
  await server.register(rateLimit, { max: 20, timeWindow: 60_000 })
  await addReceivers(server, discord.receivers)
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  discord.start()

  /** A request as Discord signs it. */
  const post = (rawBody: string, headers: Record<string, string> = {}) => {
    const timestamp = String(Math.floor(clock.now() / 1000))
    return fetch(`${origin}/discord/interactions`, {
      method: 'POST',
      body: rawBody,
      headers: {
        'content-type': 'application/json',
        'x-signature-timestamp': timestamp,
        'x-signature-ed25519': fake.sign(timestamp, rawBody),
        ...headers,
      },
    })
  }
  const overHttp: Wire = {
    async send({ id, payload }) {
      const response = await post(JSON.stringify(payload))
      if (!response.ok) throw new Error(`answered ${response.status}`)
      const callback = (await response.json()) as Json
      fake.answerInline(id, callback)
      return callback
    },
  }
  const overGateway: Wire = {
    async send({ payload, answered }) {
      fake.gateway.send('INTERACTION_CREATE', payload)
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('nobody answered')), 4_000)
      })
      try {
        return await Promise.race([answered, late])
      } finally {
        clearTimeout(timer)
      }
    },
  }
  const wire = transport === 'http' ? overHttp : overGateway
  const editedAt = new Map<string, number>()
  return {
    ...product,
    fake,
    discord,
    lines,
    origin,
    post,
    wire,
    /** Waits until the line stands. */
    connected: () => until(() => expect(discord.state()).toBe('connected')),
    /** Another process on the same database. */
    async another() {
      const other = await make()
      other.start()
      await until(() => expect(other.state()).toBe('connected'))
      return other
    },
    person: (user: string, channelId: string = IDS.channel, guild: string | null = IDS.guild) =>
      createPerson(fake, wire, user, { guild, channel: channelId }),
    /** Delivers what is due, and what becomes due within the time given; the clock moves on as far as it must. */
    async deliver(withinMs = 10_000) {
      const end = clock.at + withinMs
      for (;;) {
        while ((await deliverOutbox(ports, { discord: discord.messenger }, editedAt)) > 0);
        const { outbox } = await ports.store.transaction((tx) => tx.counts())
        if (outbox === 0 || clock.at >= end) return outbox
        clock.at = Math.min(end, clock.at + 250)
      }
    },
    /** What stands in a channel, for everybody. */
    inChannel: (id: string = IDS.channel) =>
      fake.messages.filter(({ channel: where, only }) => where === id && only === null),
    async close() {
      await discord.stop()
      await server.close()
      await fake.close()
      await product.close()
      Date.now = realNow
      // Nothing of a person, and nothing that opens anything, is ever logged.
      const logged = JSON.stringify(lines, (_key, value: unknown) =>
        value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value,
      )
      expect(logged).not.toMatch(/Jane|jane@|\/i\/|token-\d/)
      expect(logged).not.toContain(TOKEN)
    },
  }
}

/** A running product. */
export type DiscordProduct = Awaited<ReturnType<typeof openDiscordProduct>>
