/** The calls of Discord's REST API that we make, by discord.js, which is loaded here. */
import { z } from 'zod'
import type { Message } from './message.ts'

/** Loads discord.js, which takes 30 MB: only where Discord is on. */
export const loadDiscord = () => import('discord.js')

/** discord.js, loaded. */
export type DiscordJs = Awaited<ReturnType<typeof loadDiscord>>

/** A file that goes with a message. */
export interface File {
  name: string
  data: Uint8Array
  /** What it shows, for those who cannot see it. */
  alt: string
}

/** What goes with a message besides what it shows. */
export interface Sending {
  nonce?: string
  enforce_nonce?: true
  flags?: number
  message_reference?: { message_id: string; channel_id: string; fail_if_not_exists: false }
}

/** A message of ours as Discord gives it back, as far as it matters. */
const sentSchema = z.looseObject({
  id: z.string(),
  channel_id: z.string(),
  attachments: z.array(z.looseObject({ id: z.string() })).default([]),
})

/** A message of ours as Discord gives it back. */
export type Sent = z.infer<typeof sentSchema>

const seenSchema = z.looseObject({
  id: z.string(),
  embeds: z
    .array(z.looseObject({ footer: z.looseObject({ text: z.string() }).optional() }))
    .default([]),
})

const memberSchema = z.looseObject({
  nick: z.string().nullish(),
  roles: z.array(z.string()).default([]),
  pending: z.boolean().default(false),
})

const guildSchema = z.looseObject({
  owner_id: z.string(),
  roles: z.array(z.looseObject({ id: z.string(), permissions: z.string() })).default([]),
})

const channelSchema = z.looseObject({ type: z.number() })

const voiceStateSchema = z.looseObject({ channel_id: z.string().nullable() })

const applicationSchema = z.looseObject({ id: z.string(), bot_public: z.boolean().default(true) })

/** What an answer to an interaction is. Source: interaction callback types, discord/discord-api-docs, read 2026-11-25. */
export const CALLBACK = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const

/** An answer to an interaction. */
export interface Callback {
  type: (typeof CALLBACK)[keyof typeof CALLBACK]
  data?: object
}

/** Picture files: the ones sent now, or the ids of those that stay. */
export type Pictures = { files: readonly File[] } | { kept: readonly string[] }

/** The calls. Each fails with what Discord said. */
export interface Api {
  application(): Promise<z.infer<typeof applicationSchema>>
  member(guild: string, user: string): Promise<z.infer<typeof memberSchema>>
  guild(guild: string): Promise<z.infer<typeof guildSchema>>
  channel(channel: string): Promise<z.infer<typeof channelSchema>>
  /** Where somebody is in a call now. */
  voiceState(guild: string, user: string): Promise<z.infer<typeof voiceStateSchema>>
  openDirect(user: string): Promise<string>
  post(channel: string, message: Message, sending: Sending, files: readonly File[]): Promise<Sent>
  edit(
    channel: string,
    id: string,
    message: Message,
    flags: number,
    pictures: Pictures,
  ): Promise<Sent>
  remove(channel: string, id: string): Promise<void>
  /** Up to 100 messages after one, in any order. */
  after(channel: string, id: string): Promise<z.infer<typeof seenSchema>[]>
  answer(id: string, token: string, callback: Callback): Promise<void>
  editAnswer(
    application: string,
    token: string,
    message: Message,
    files: readonly File[],
  ): Promise<void>
  commands(application: string, guild: string | null): Promise<unknown[]>
  setCommands(application: string, guild: string | null, commands: readonly object[]): Promise<void>
}

/** Longest time that a private answer waits for Discord's limits, ms. Everything else is tried again by the outbox. */
const ANSWER_WAITS_MS = 3_000

/** Messages read at once. Source: Get Channel Messages, discord/discord-api-docs, read 2026-11-25. */
const PAGE = 100

/** Where the API is, and how long an answer may take. */
export interface ApiOptions {
  token: string
  apiUrl?: string | undefined
  timeoutMs: number
}

/** Options for discord.js's REST client; no retries, because the outbox and the connection try again at their own pace. */
export function restOptions({ apiUrl, timeoutMs }: Omit<ApiOptions, 'token'>) {
  return {
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    rejectOnRateLimit: ({ route, retryAfter }: { route: string; retryAfter: number }) =>
      retryAfter > ANSWER_WAITS_MS || !/^\/(?:webhooks|interactions)\//.test(route),
  }
}

/** Makes the calls. */
export function createApi(discord: DiscordJs, options: ApiOptions): Api {
  const rest = new discord.REST(restOptions(options))

  type Path = `/${string}`
  type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
  const call = (
    method: Method,
    path: Path,
    body?: unknown,
    more: object = {},
  ): Promise<unknown> => {
    // It forgets the token once Discord refused it (@discordjs/rest 2.6.3), and would not ask again.
    rest.setToken(options.token)
    return rest[method](path, { ...(body === undefined ? {} : { body }), ...more })
  }
  const list = z.array(z.unknown())
  const withFiles = (message: object, files: readonly File[]) =>
    [
      {
        ...message,
        attachments: files.map(({ name, alt }, at) => ({
          id: String(at),
          filename: name,
          description: alt,
        })),
      },
      { files: files.map(({ name, data }) => ({ name, data: Buffer.from(data) })) },
    ] as const
  const commandsPath = (application: string, guild: string | null): Path =>
    guild === null
      ? `/applications/${application}/commands`
      : `/applications/${application}/guilds/${guild}/commands`

  return {
    application: async () => applicationSchema.parse(await call('get', '/applications/@me')),
    member: async (guild, user) =>
      memberSchema.parse(await call('get', `/guilds/${guild}/members/${user}`)),
    guild: async (guild) => guildSchema.parse(await call('get', `/guilds/${guild}`)),
    channel: async (channel) => channelSchema.parse(await call('get', `/channels/${channel}`)),
    voiceState: async (guild, user) =>
      voiceStateSchema.parse(await call('get', `/guilds/${guild}/voice-states/${user}`)),
    async openDirect(user) {
      const opened = await call('post', '/users/@me/channels', { recipient_id: user })
      return z.looseObject({ id: z.string() }).parse(opened).id
    },
    async post(channel, message, sending, files) {
      const [body, more] = withFiles({ ...message, ...sending }, files)
      return sentSchema.parse(await call('post', `/channels/${channel}/messages`, body, more))
    },
    async edit(channel, id, message, flags, pictures) {
      const path = `/channels/${channel}/messages/${id}` as const
      if ('kept' in pictures) {
        const attachments = pictures.kept.map((kept) => ({ id: kept }))
        return sentSchema.parse(await call('patch', path, { ...message, flags, attachments }))
      }
      const [body, more] = withFiles({ ...message, flags }, pictures.files)
      return sentSchema.parse(await call('patch', path, body, more))
    },
    async remove(channel, id) {
      await call('delete', `/channels/${channel}/messages/${id}`)
    },
    async after(channel, id) {
      const query = new URLSearchParams({ after: id, limit: String(PAGE) })
      const answer = await call('get', `/channels/${channel}/messages`, undefined, { query })
      return z.array(seenSchema).parse(answer)
    },
    async answer(id, token, callback) {
      // Without our token: an answer is proved by its own.
      await call('post', `/interactions/${id}/${token}/callback`, callback, { auth: false })
    },
    async editAnswer(application, token, message, files) {
      const [body, more] = withFiles(message, files)
      const path = `/webhooks/${application}/${token}/messages/@original` as const
      await call('patch', path, body, { ...more, auth: false })
    },
    commands: async (application, guild) =>
      list.parse(await call('get', commandsPath(application, guild))),
    async setCommands(application, guild, commands) {
      await call('put', commandsPath(application, guild), commands)
    },
  }
}
