/** A Discord of our own: the REST calls that we make, the gateway with resuming, and everything that can go wrong with them. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { checkCommands, checkMessage, checkModal } from '../../../src/chat/discord/limits.ts'
import { startFakeGateway } from './_fake-gateway.ts'

/** JSON as it comes. */
export type Json = Record<string, unknown>

/** A message that a channel shows. */
export interface Message {
  id: string
  channel: string
  content: string
  embeds: Json[]
  components: Json[]
  flags: number
  attachments: { id: string; filename: string; description: string; size: number }[]
  /** Whom it called when it was posted. */
  called: string[]
  /** The message that it answers. */
  under: string | null
  /** Only this person sees it. */
  only: string | null
  edits: number
}

/** A modal that a person has open, and what it belongs to. */
export interface Modal {
  modal: Json
  /** The message whose button opened it. */
  message: Message | null
  where: Where
}

/** Where somebody acts. */
export interface Where {
  guild: string | null
  channel: string
}

/** A channel, and what the bot may do in it. */
export interface Channel {
  guild: string | null
  type: number
  parent: string | null
  /** For a direct message. */
  recipient: string | null
  bot: { view: boolean; send: boolean; attach: boolean; read: boolean }
}

/** A server. */
export interface Guild {
  owner: string
  roles: Map<string, bigint>
  members: Map<string, { name: string; roles: string[]; pending: boolean }>
  /** Who is in which channel. */
  voices: Map<string, string>
}

/** What a call meets instead of its answer, once. */
export type Fault =
  | { code: number; status?: number }
  | { status: number }
  | { retryAfter: number; global?: boolean }
  /** No answer at all, until the caller gives up. */
  | { hang: true }
  /** The call is carried out, and the answer lost. */
  | { lost: true }
  /** Answered after this. */
  | { after: Promise<unknown> }

interface Pending {
  user: string
  where: Where
  kind: number
  message: Message | null
  at: number
  isAnswered: boolean
  /** What the answer is, to be edited later. */
  answer: Message | null
  choices: Json[] | null
  told: (callback: Json) => void
}

/** The first answer within this time, later ones within that. */
const FIRST_MS = 3_000
const TOKEN_MS = 15 * 60_000

/** How long a nonce counts. */
const NONCE_MS = 180_000

const EPOCH_MS = 1_420_070_400_000n
const EPHEMERAL = 64

/** The bot's token. */
export const TOKEN = 'MTA5ODc2NTQzMjEwOTg3NjU0Mw.GfAkE0.a-token-of-the-tests-only-000'
/** The app's id. */
export const APPLICATION = '1098765432109876543'

class Refusal extends Error {
  readonly code: number
  readonly status: number

  constructor(code: number, status = 400, message = `refused with ${code}`) {
    super(message)
    this.code = code
    this.status = status
  }
}

const missingAccess = () => new Refusal(50001, 403, 'Missing Access')
const missingPermissions = () => new Refusal(50013, 403, 'Missing Permissions')

/** Starts it on a port of its own. In: the time by which interactions die and ids are made. */
export async function startFakeDiscord(clock: { now(): number }) {
  const guilds = new Map<string, Guild>()
  const channels = new Map<string, Channel>()
  const messages: Message[] = []
  const modals = new Map<string, Modal>()
  const nonces = new Map<string, { at: number; message: Message }>()
  const pending = new Map<string, Pending>()
  const commands = new Map<string, Json[]>()
  const plans = new Map<string, Fault[]>()
  const calls: { method: string; route: string; body: Json; token: string | null }[] = []
  /** People who take no direct messages. */
  const closed = new Set<string>()
  const app = { isPublic: false, token: TOKEN }
  const keys = generateKeyPairSync('ed25519')
  const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  let isDown = false
  let serial = 0n

  const makeId = () => String(((BigInt(clock.now()) - EPOCH_MS) << 22n) | ++serial)

  function findChannel(id: string): Channel {
    const channel = channels.get(id)
    if (channel === undefined) throw new Refusal(10003, 404, 'Unknown Channel')
    if (!channel.bot.view) throw missingAccess()
    if (channel.guild !== null && !guilds.has(channel.guild)) throw missingAccess()
    return channel
  }

  function findMessage(channel: string, id: string): Message {
    const found = messages.find((m) => m.id === id && m.channel === channel && m.only === null)
    if (found === undefined) throw new Refusal(10008, 404, 'Unknown Message')
    return found
  }

  /** Files by their place, and the message that they came with. */
  async function readBody(request: IncomingMessage): Promise<{ body: Json; sizes: number[] }> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks)
    const type = request.headers['content-type'] ?? ''
    if (raw.length === 0) return { body: {}, sizes: [] }
    if (!type.startsWith('multipart/form-data')) {
      return { body: JSON.parse(raw.toString()) as Json, sizes: [] }
    }
    const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
    const sizes: number[] = []
    for (const [name, value] of form.entries()) {
      const at = /^files\[(\d+)\]$/.exec(name)?.[1]
      if (at !== undefined && typeof value !== 'string') sizes[Number(at)] = value.size
    }
    const json = form.get('payload_json')
    return { body: JSON.parse(typeof json === 'string' ? json : '{}') as Json, sizes }
  }

  /** What a message shows; the pictures that its embeds name must be among its files. */
  function takeMessage(body: Json, sizes: readonly number[], before: Message['attachments'] = []) {
    const faults = checkMessage(body)
    if (faults.length > 0) {
      console.error('invalid message', faults)
      throw new Refusal(50035, 400, 'Invalid Form Body')
    }
    const given = (body['attachments'] ?? []) as {
      id: string
      filename?: string
      description?: string
    }[]
    const attachments = given.map(({ id, filename = '', description = '' }) => {
      const kept = before.find((one) => one.id === id)
      if (kept) return kept
      const size = sizes[Number(id)]
      if (size === undefined) throw new Refusal(50035, 400, 'Unknown attachment')
      return { id: makeId(), filename, description, size }
    })
    const embeds = (body['embeds'] ?? []) as Json[]
    for (const { image } of embeds) {
      const name = /^attachment:\/\/(.*)$/.exec(
        (image as { url: string } | undefined)?.url ?? '',
      )?.[1]
      if (name !== undefined && !attachments.some(({ filename }) => filename === name)) {
        throw new Refusal(50035, 400, `no file ${name}`)
      }
    }
    const flags = Number(body['flags'] ?? 0)
    return {
      content: String(body['content'] ?? ''),
      // Discord drops the embeds of a message whose embeds are to be suppressed.
      embeds: (flags & 4) === 0 ? embeds : [],
      components: (body['components'] ?? []) as Json[],
      flags,
      attachments,
    }
  }

  function calledBy({ allowed_mentions: allowed }: Json): string[] {
    return (allowed as { users?: string[] } | undefined)?.users ?? []
  }

  function toJson(message: Message): Json {
    const { channel, under, only: _only, called: _called, edits: _edits, ...rest } = message
    return { ...rest, channel_id: channel, message_reference: under && { message_id: under } }
  }

  function post(channelId: string, body: Json, sizes: readonly number[]): Json {
    const channel = findChannel(channelId)
    if (!channel.bot.send) throw missingPermissions()
    if (sizes.length > 0 && !channel.bot.attach) throw missingPermissions()
    if (channel.recipient !== null && closed.has(channel.recipient)) {
      throw new Refusal(50007, 403, 'Cannot send messages to this user')
    }
    const nonce = body['enforce_nonce'] === true ? `${channelId} ${String(body['nonce'])}` : null
    const earlier = nonce === null ? undefined : nonces.get(nonce)
    if (earlier && clock.now() - earlier.at < NONCE_MS) return toJson(earlier.message)
    const reference = body['message_reference'] as
      { message_id: string; fail_if_not_exists?: boolean } | undefined
    const parent = messages.find(({ id }) => id === reference?.message_id)
    if (reference && !parent && reference.fail_if_not_exists !== false) {
      throw new Refusal(50035, 400, 'Unknown message')
    }
    const message: Message = {
      id: makeId(),
      channel: channelId,
      ...takeMessage(body, sizes),
      called: calledBy(body),
      under: parent?.id ?? null,
      only: null,
      edits: 0,
    }
    messages.push(message)
    if (nonce !== null) nonces.set(nonce, { at: clock.now(), message })
    return toJson(message)
  }

  /** An answer of the product's to an interaction. */
  function answer(id: string, callback: Json): void {
    const found = pending.get(id)
    if (!found || clock.now() - found.at > FIRST_MS) {
      throw new Refusal(10062, 404, 'Unknown interaction')
    }
    if (found.isAnswered) throw new Refusal(40060, 400, 'already acknowledged')
    const type = Number(callback['type'])
    const data = (callback['data'] ?? {}) as Json
    const isOnMessage = found.message !== null
    if ((type === 6 || type === 7) && !isOnMessage)
      throw new Refusal(50035, 400, 'not on a message')
    if (type === 9) {
      const faults = checkModal(data)
      if (faults.length > 0) console.error('invalid modal', faults)
      if (found.kind === 5 || faults.length > 0) throw new Refusal(50035, 400, 'no modal there')
      modals.set(found.user, { modal: data, message: found.message, where: found.where })
    } else if (type === 8) {
      found.choices = data['choices'] as Json[]
      if (found.choices.length > 25) throw new Refusal(50035, 400, 'too many choices')
    } else if (type === 7 && found.message) {
      Object.assign(found.message, takeMessage(data, []), { edits: found.message.edits + 1 })
      found.answer = found.message
    } else if (type === 6) {
      found.answer = found.message
    } else {
      const isPrivate = (Number(data['flags'] ?? 0) & EPHEMERAL) !== 0
      const shown =
        type === 5
          ? { content: '', embeds: [], components: [], flags: 0, attachments: [] }
          : takeMessage(data, [])
      found.answer = {
        id: makeId(),
        channel: found.where.channel,
        ...shown,
        called: [],
        under: null,
        only: isPrivate ? found.user : null,
        edits: 0,
      }
      messages.push(found.answer)
    }
    found.isAnswered = true
    found.told(callback)
  }

  function editAnswer(token: string, body: Json, sizes: readonly number[]): Json {
    const found = [...pending.entries()].find(([id]) => token === `token-${id}`)?.[1]
    if (!found || clock.now() - found.at > TOKEN_MS) {
      throw new Refusal(50027, 401, 'Invalid Webhook Token')
    }
    if (!found.isAnswered || !found.answer) throw new Refusal(10008, 404, 'Unknown Message')
    Object.assign(found.answer, takeMessage(body, sizes), { edits: found.answer.edits + 1 })
    return toJson(found.answer)
  }

  function openDirect(user: string): Json {
    const isKnown = [...guilds.values()].some(({ members }) => members.has(user))
    if (!isKnown) throw new Refusal(50278, 403, 'no mutual guilds')
    const id = directOf(user)
    const bot = { view: true, send: true, attach: true, read: true }
    if (!channels.has(id))
      channels.set(id, { guild: null, type: 1, parent: null, recipient: user, bot })
    return { id }
  }

  type Answer = (
    match: string[],
    body: Json,
    sizes: readonly number[],
    query: URLSearchParams,
  ) => unknown
  const routes: readonly (readonly [string, RegExp, Answer])[] = [
    ['GET', /^\/gateway\/bot$/, () => gateway.information()],
    ['GET', /^\/applications\/@me$/, () => ({ id: APPLICATION, bot_public: app.isPublic })],
    ['GET', /^\/applications\/(\d+)\/commands$/, () => commands.get('') ?? []],
    [
      'GET',
      /^\/applications\/(\d+)\/guilds\/(\d+)\/commands$/,
      ([, , g = '']) => commands.get(g) ?? [],
    ],
    ['PUT', /^\/applications\/(\d+)\/commands$/, (_m, body) => setCommands('', body)],
    [
      'PUT',
      /^\/applications\/(\d+)\/guilds\/(\d+)\/commands$/,
      ([, , g = ''], body) => {
        if (!guilds.has(g)) throw missingAccess()
        return setCommands(g, body)
      },
    ],
    [
      'GET',
      /^\/guilds\/(\d+)$/,
      ([, g = '']) => {
        const guild = guilds.get(g)
        if (!guild) throw new Refusal(10004, 404, 'Unknown Guild')
        const roles = [...guild.roles].map(([id, permissions]) => ({
          id,
          permissions: String(permissions),
        }))
        return { id: g, owner_id: guild.owner, roles }
      },
    ],
    [
      'GET',
      /^\/guilds\/(\d+)\/members\/(\d+)$/,
      ([, g = '', u = '']) => {
        const guild = guilds.get(g)
        if (!guild) throw missingAccess()
        const member = guild.members.get(u)
        if (!member) throw new Refusal(10007, 404, 'Unknown Member')
        return { nick: member.name, roles: member.roles, pending: member.pending }
      },
    ],
    [
      'GET',
      /^\/guilds\/(\d+)\/voice-states\/(\d+)$/,
      ([, g = '', u = '']) => {
        const channel = guilds.get(g)?.voices.get(u)
        if (channel === undefined) throw new Refusal(10065, 404, 'Unknown Voice State')
        return voiceState(g, u, channel)
      },
    ],
    [
      'GET',
      /^\/channels\/(\d+)$/,
      ([, c = '']) => {
        const { type, guild } = findChannel(c)
        return { id: c, type, guild_id: guild }
      },
    ],
    ['POST', /^\/users\/@me\/channels$/, (_m, body) => openDirect(String(body['recipient_id']))],
    ['POST', /^\/channels\/(\d+)\/messages$/, ([, c = ''], body, sizes) => post(c, body, sizes)],
    [
      'GET',
      /^\/channels\/(\d+)\/messages$/,
      ([, c = ''], _body, _sizes, query) => {
        if (!findChannel(c).bot.read) throw missingAccess()
        const after = BigInt(query.get('after') ?? '0')
        return messages
          .filter((m) => m.channel === c && m.only === null && BigInt(m.id) > after)
          .slice(0, Number(query.get('limit') ?? 50))
          .map(toJson)
          .reverse()
      },
    ],
    [
      'PATCH',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([, c = '', m = ''], body, sizes) => {
        if (sizes.length > 0 && !findChannel(c).bot.attach) throw missingPermissions()
        findChannel(c)
        const found = findMessage(c, m)
        Object.assign(found, takeMessage(body, sizes, found.attachments), {
          edits: found.edits + 1,
        })
        return toJson(found)
      },
    ],
    [
      'DELETE',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([, c = '', m = '']) => {
        messages.splice(messages.indexOf(findMessage(c, m)), 1)
        return undefined
      },
    ],
    [
      'POST',
      /^\/interactions\/(\d+)\/([\w-]+)\/callback$/,
      ([, id = '', token = ''], body) => {
        if (token !== `token-${id}`) throw new Refusal(50027, 401, 'Invalid Webhook Token')
        answer(id, body)
        return undefined
      },
    ],
    [
      'PATCH',
      /^\/webhooks\/\d+\/([\w-]+)\/messages\/@original$/,
      ([, token = ''], body, sizes) => editAnswer(token, body, sizes),
    ],
  ]

  function setCommands(guild: string, body: Json): Json[] {
    const list = body as unknown as Json[]
    const faults = checkCommands(list)
    if (faults.length > 0) {
      console.error('invalid commands', faults)
      throw new Refusal(50035, 400, 'Invalid Form Body')
    }
    // As Discord gives them back: with ids and what it adds by itself.
    const kept = list.map((command) => ({
      ...command,
      id: makeId(),
      application_id: APPLICATION,
      version: makeId(),
      dm_permission: false,
      nsfw: false,
      ...(command['description'] === undefined ? { description: '' } : {}),
    }))
    commands.set(guild, kept)
    return kept
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { body, sizes } = await readBody(request)
    const url = new URL(request.url ?? '', 'http://localhost')
    const path = url.pathname.replace(/^\/api\/v10/, '')
    const method = request.method ?? ''
    const token = request.headers.authorization?.replace('Bot ', '') ?? null
    const route = `${method} ${path.replace(/\d{5,}/g, ':id').replace(/token-:id/, ':token')}`
    calls.push({ method, route, body, token })
    if (isDown) return void request.socket.destroy()
    const fault = plans.get(route)?.shift()
    const send = (status: number, json: unknown, headers: Record<string, string> = {}) => {
      if (json === undefined) response.writeHead(204, headers).end()
      else
        response
          .writeHead(status, { 'content-type': 'application/json', ...headers })
          .end(JSON.stringify(json))
    }
    if (fault && 'hang' in fault) return
    if (fault && 'after' in fault) await fault.after
    if (fault && 'retryAfter' in fault) {
      const headers = {
        'retry-after': String(fault.retryAfter),
        ...(fault.global ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' } : {}),
      }
      return send(
        429,
        {
          message: 'You are being rate limited.',
          retry_after: fault.retryAfter,
          global: fault.global === true,
        },
        headers,
      )
    }
    try {
      if (fault && 'code' in fault) throw new Refusal(fault.code, fault.status)
      if (fault && 'status' in fault) return send(fault.status, { message: 'oops' })
      const isOpen = path.startsWith('/interactions/') || path.startsWith('/webhooks/')
      if (!isOpen && token !== app.token) throw new Refusal(0, 401, '401: Unauthorized')
      for (const [verb, pattern, done] of routes) {
        const match = verb === method ? pattern.exec(path) : null
        if (match === null) continue
        const json = done([...match], body, sizes, url.searchParams)
        if (fault && 'lost' in fault) return void request.socket.destroy()
        return send(200, json)
      }
      throw new Refusal(0, 404, `404: Not Found ${method} ${path}`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      send(error.status, { message: error.message, code: error.code })
    }
  }

  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const gateway = startFakeGateway(server, port, () => ({
    token: app.token,
    application: APPLICATION,
    guilds: [...guilds.keys()],
    voices: (id) =>
      [...(guilds.get(id)?.voices ?? [])].map(([user_id, channel_id]) => ({ user_id, channel_id })),
  }))

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    publicKey: publicKey.toString('hex'),
    guilds,
    channels,
    messages,
    modals,
    commands,
    closed,
    calls,
    app,
    gateway,
    makeId,
    toJson,
    openDirect,
    /** What the next calls of a route meet, one after another. */
    plan(route: string, ...faults: Fault[]) {
      plans.set(route, [...(plans.get(route) ?? []), ...faults])
    },
    /** Answers nobody any more, and cuts every line. */
    setDown(down: boolean) {
      isDown = down
      gateway.setDown(down)
    },
    /** Something that somebody does. Out: its payload, and what becomes of it. */
    begin(user: string, where: Where, kind: number, data: Json, message: Message | null) {
      const id = makeId()
      let told: (callback: Json) => void = () => {}
      const answered = new Promise<Json>((resolve) => {
        told = resolve
      })
      const entry: Pending = {
        user,
        where,
        kind,
        message,
        at: clock.now(),
        isAnswered: false,
        answer: null,
        choices: null,
        told,
      }
      pending.set(id, entry)
      const payload = toPayload(id, user, where, kind, data, message)
      return { id, payload, answered, entry }
    },
    /** What the product answered in the answer to a request of ours. */
    answerInline: answer,
    /** Somebody joins a channel, moves or leaves, and everybody who asked for it hears it. */
    talk(guild: string, user: string, channel: string | null, more: Json = {}) {
      const voices = guilds.get(guild)?.voices
      if (channel === null) voices?.delete(user)
      else voices?.set(user, channel)
      gateway.send('VOICE_STATE_UPDATE', { ...voiceState(guild, user, channel), ...more })
    },
    /** Signs a body as Discord does. */
    sign(timestamp: string, rawBody: string): string {
      return sign(null, Buffer.from(timestamp + rawBody), keys.privateKey).toString('hex')
    },
    async close() {
      gateway.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  function toPayload(
    id: string,
    user: string,
    where: Where,
    kind: number,
    data: Json,
    message: Message | null,
  ): Json {
    const guild = where.guild === null ? undefined : guilds.get(where.guild)
    const member = guild?.members.get(user)
    const channel = channels.get(where.channel)
    const roles = member?.roles ?? []
    const own = [...(guild?.roles ?? [])].filter(
      ([role]) => role === where.guild || roles.includes(role),
    )
    const permissions = own.reduce(
      (sum, [, granted]) => sum | granted,
      guild?.owner === user ? 8n : 0n,
    )
    const person = { id: user, username: `user${user}`, global_name: `Person ${user}` }
    return {
      id,
      application_id: APPLICATION,
      type: kind,
      token: `token-${id}`,
      version: 1,
      data,
      channel_id: where.channel,
      channel: { id: where.channel, type: channel?.type ?? 0, parent_id: channel?.parent ?? null },
      ...(where.guild === null
        ? { user: person }
        : {
            guild_id: where.guild,
            member: {
              user: person,
              nick: member?.name ?? null,
              roles,
              pending: member?.pending ?? false,
              permissions: String(permissions),
            },
          }),
      ...(message === null ? {} : { message: toJson(message) }),
    }
  }
}

/** As Discord tells where somebody is. */
function voiceState(guild: string, user: string, channel: string | null): Json {
  return {
    guild_id: guild,
    channel_id: channel,
    user_id: user,
    session_id: `voice-${user}`,
    deaf: false,
    mute: false,
    self_deaf: false,
    self_mute: false,
    self_video: false,
    suppress: false,
    request_to_speak_timestamp: null,
  }
}

/** The direct message with a person. */
export function directOf(user: string): string {
  return `9${user.slice(1)}`
}

/** A running fake. */
export type FakeDiscord = Awaited<ReturnType<typeof startFakeDiscord>>
