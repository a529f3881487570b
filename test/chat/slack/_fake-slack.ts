/** A Slack of our own: the Web API methods that we call, Socket Mode, and everything that can go wrong with them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { checkMessage, checkView } from '../../../src/chat/slack/limits.ts'

/** JSON as it comes. */
export type Json = Record<string, unknown>

/** A message that a channel shows. */
export interface Message {
  channel: string
  ts: string
  thread: string | null
  text: string
  blocks: Json[]
  metadata: Json | null
  /** Only this person sees it. */
  only: string | null
  edits: number
}

/** A modal that a person has open. */
export interface View {
  id: string
  hash: string
  user: string
  view: Json
}

/** What a call meets instead of its answer, once. */
export type Fault =
  | { error: string }
  | { status: number }
  | { retryAfter: number }
  /** No answer at all, until the caller gives up. */
  | { hang: true }
  /** The call is carried out, and the answer lost. */
  | { lost: true }
  /** Answered after this. */
  | { after: Promise<unknown> }

/** A trigger opens one modal within this time. */
const TRIGGER_MS = 3_000

const TOKEN = 'xoxb-fake-0000000000'
const APP_TOKEN = 'xapp-fake-0000000000'

class Refusal extends Error {}

/** Starts it on a port of its own. In: the time by which triggers die and messages are stamped. */
export async function startFakeSlack(clock: { now(): number }) {
  const users = new Map<string, Json>()
  const groups = new Map<string, string[]>()
  const channels = new Map<
    string,
    { members: Set<string>; hasBot: boolean; isArchived: boolean; isPublic: boolean }
  >()
  const messages: Message[] = []
  const views = new Map<string, View>()
  const homes = new Map<string, Json>()
  const triggers = new Map<string, { at: number; user: string; isUsed: boolean }>()
  const tokens = new Map([[TOKEN, { team_id: 'T1', enterprise_id: null as string | null }]])
  const scopes = new Set(['channels:history', 'im:history', 'chat:write.public'])
  const plans = new Map<string, Fault[]>()
  const calls: { method: string; body: Json; token: string }[] = []
  const sockets = new Set<WebSocket>()
  const waiting = new Map<string, (payload: unknown) => void>()
  let isDown = false
  let serial = 0

  const next = (prefix: string) => `${prefix}${(++serial).toString().padStart(6, '0')}`
  const stamp = () => `${Math.floor(clock.now() / 1000)}.${(++serial).toString().padStart(6, '0')}`

  function findChannel(id: string) {
    const channel = channels.get(id)
    if (!channel) throw new Refusal('channel_not_found')
    return channel
  }

  function toWrite(id: string) {
    const channel = findChannel(id)
    if (channel.isArchived) throw new Refusal('is_archived')
    const isOpen = channel.isPublic && scopes.has('chat:write.public')
    if (!channel.hasBot && !isOpen)
      throw new Refusal(channel.isPublic ? 'not_in_channel' : 'channel_not_found')
    return channel
  }

  function takeBlocks(body: Json) {
    const { blocks = [] } = body
    const text = body['text'] ?? ''
    const faults =
      Array.isArray(blocks) && blocks.length === 0 ? [] : checkMessage({ blocks, text })
    if (faults.length > 0) throw new Refusal('invalid_blocks')
    return { text: String(text), blocks: blocks as Json[] }
  }

  function takeView(value: unknown): Json {
    const faults = checkView(value)
    if (faults.length > 0) {
      console.error('invalid view', faults)
      throw new Refusal('invalid_blocks')
    }
    return value as Json
  }

  function findMessage(channel: unknown, ts: unknown) {
    const found = messages.find((m) => m.channel === channel && m.ts === ts && m.only === null)
    if (!found) throw new Refusal('message_not_found')
    return found
  }

  function readHistory(body: Json, thread: string | null) {
    const id = String(body['channel'])
    const kind = id.startsWith('D') ? 'im:history' : 'channels:history'
    if (!scopes.has(kind)) throw new Refusal('missing_scope')
    if (!findChannel(id).hasBot) throw new Refusal('not_in_channel')
    const oldest = Number(body['oldest'] ?? 0)
    const found = messages.filter(
      (m) => m.channel === id && m.only === null && m.thread === thread && Number(m.ts) >= oldest,
    )
    const withMetadata = body['include_all_metadata'] === 'true'
    return {
      messages: found
        .map(({ ts, text, metadata }) => ({
          ts,
          text,
          ...(withMetadata && metadata ? { metadata } : {}),
        }))
        .reverse(),
    }
  }

  function openDirect(user: string): string {
    if (!users.has(user)) throw new Refusal('user_not_found')
    const id = `D${user}`
    if (!channels.has(id)) {
      channels.set(id, {
        members: new Set([user]),
        hasBot: true,
        isArchived: false,
        isPublic: false,
      })
    }
    return id
  }

  const methods: Record<string, (body: Json, token: string) => Json> = {
    'auth.test': (_body, token) => ({
      ...tokens.get(token),
      user_id: 'UBOT',
      bot_id: 'B1',
      url: 'https://acme.slack.test/',
      is_enterprise_install: false,
    }),
    'apps.connections.open': () => ({ url: `${origin.replace('http', 'ws')}/socket` }),
    'users.info': ({ user }) => {
      const found = users.get(String(user))
      if (!found) throw new Refusal('user_not_found')
      return { user: found }
    },
    'usergroups.users.list': ({ usergroup }) => {
      const found = groups.get(String(usergroup))
      if (!found) throw new Refusal('no_such_subteam')
      return { users: found }
    },
    'conversations.open': (body) => ({ channel: { id: openDirect(String(body['users'])) } }),
    'conversations.history': (body) => readHistory(body, null),
    'conversations.replies': (body) => readHistory(body, String(body['ts'])),
    'chat.postMessage': (body) => {
      const channel = String(body['channel'])
      toWrite(channel)
      const thread = typeof body['thread_ts'] === 'string' ? body['thread_ts'] : null
      if (thread !== null && !messages.some((m) => m.ts === thread))
        throw new Refusal('thread_not_found')
      if (body['unfurl_links'] !== 'false' || body['unfurl_media'] !== 'false')
        throw new Refusal('would_unfurl')
      const ts = stamp()
      const metadata = (body['metadata'] as Json | undefined) ?? null
      messages.push({ channel, ts, thread, ...takeBlocks(body), metadata, only: null, edits: 0 })
      return { channel, ts }
    },
    'chat.update': (body) => {
      const channel = String(body['channel'])
      if (findChannel(channel).isArchived) throw new Refusal('is_inactive')
      toWrite(channel)
      const found = findMessage(channel, body['ts'])
      Object.assign(found, takeBlocks(body), { edits: found.edits + 1 })
      return { channel, ts: found.ts }
    },
    'chat.delete': (body) => {
      messages.splice(messages.indexOf(findMessage(body['channel'], body['ts'])), 1)
      return {}
    },
    'chat.postEphemeral': (body) => {
      const channel = String(body['channel'])
      if (!toWrite(channel).hasBot) throw new Refusal('not_in_channel')
      const user = String(body['user'])
      if (!findChannel(channel).members.has(user)) throw new Refusal('user_not_in_channel')
      const ts = stamp()
      messages.push({
        channel,
        ts,
        thread: null,
        ...takeBlocks(body),
        metadata: null,
        only: user,
        edits: 0,
      })
      return { message_ts: ts }
    },
    'views.open': (body) => {
      const trigger = triggers.get(String(body['trigger_id']))
      if (!trigger) throw new Refusal('invalid_trigger_id')
      if (trigger.isUsed) throw new Refusal('exchanged_trigger_id')
      if (clock.now() - trigger.at > TRIGGER_MS) throw new Refusal('expired_trigger_id')
      const view = takeView(body['view'])
      trigger.isUsed = true
      return { view: showView(trigger.user, view) }
    },
    'views.update': (body) => {
      const id = String(body['view_id'])
      const open = views.get(id)
      if (!open) throw new Refusal('not_found')
      return { view: changeView(open, takeView(body['view'])) }
    },
    'views.publish': (body) => {
      homes.set(String(body['user_id']), takeView(body['view']))
      return {}
    },
    'oauth.v2.access': (body) => {
      if (body['code'] !== 'good') throw new Refusal('invalid_code')
      const token = `xoxb-installed-${next('')}`
      tokens.set(token, { team_id: 'T2', enterprise_id: null })
      return {
        app_id: 'A1',
        access_token: token,
        token_type: 'bot',
        scope: 'commands',
        bot_user_id: 'UBOT',
        team: { id: 'T2', name: 'Second' },
        enterprise: null,
        is_enterprise_install: false,
        authed_user: { id: 'UADMIN2' },
      }
    },
  }

  function showView(user: string, view: Json) {
    const open = { id: next('V'), hash: next('h'), user, view }
    views.set(open.id, open)
    return { ...view, id: open.id, hash: open.hash }
  }

  function changeView(open: View, view: Json) {
    open.view = view
    open.hash = next('h')
    return { ...view, id: open.id, hash: open.hash }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const method = (request.url ?? '').replace('/api/', '')
    const token = (request.headers.authorization ?? '').replace('Bearer ', '')
    const body = readForm(Buffer.concat(chunks).toString())
    calls.push({ method, body, token })
    if (isDown) return void request.socket.destroy()
    const fault = plans.get(method)?.shift()
    const send = (json: Json) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(json))
    }
    if (fault && 'hang' in fault) return
    if (fault && 'after' in fault) await fault.after
    if (fault && 'error' in fault) return send({ ok: false, error: fault.error })
    if (fault && 'status' in fault) return void response.writeHead(fault.status).end('oops')
    if (fault && 'retryAfter' in fault) {
      return void response.writeHead(429, { 'retry-after': String(fault.retryAfter) }).end()
    }
    try {
      const isKnown = method.startsWith('oauth.') || token === APP_TOKEN || tokens.has(token)
      if (!isKnown) throw new Refusal('invalid_auth')
      const done = methods[method]
      if (!done) throw new Refusal('unknown_method')
      const json = done(body, token)
      if (fault && 'lost' in fault) return void request.socket.destroy()
      send({ ok: true, ...json })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      send({ ok: false, error: error.message })
    }
  }

  const server = createServer((request, response) => void answer(request, response))
  const socketServer = new WebSocketServer({ server, path: '/socket' })
  socketServer.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (data: Buffer) => {
      const { envelope_id, payload } = JSON.parse(data.toString()) as {
        envelope_id: string
        payload: unknown
      }
      waiting.get(envelope_id)?.(payload)
    })
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.size }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    token: TOKEN,
    appToken: APP_TOKEN,
    apiUrl: `${origin}/api/`,
    users,
    groups,
    channels,
    messages,
    views,
    homes,
    tokens,
    scopes,
    calls,
    sockets,
    /** What the next calls of a method meet, one after another. */
    plan(method: string, ...faults: Fault[]) {
      plans.set(method, [...(plans.get(method) ?? []), ...faults])
    },
    /** Answers nobody any more, and cuts every socket. */
    setDown(down: boolean) {
      isDown = down
      if (down) for (const socket of sockets) socket.terminate()
    },
    /** Ends the sockets as Slack does when it moves them elsewhere. */
    disconnect() {
      for (const socket of sockets)
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    },
    makeTrigger(user: string) {
      const id = next('trigger.')
      triggers.set(id, { at: clock.now(), user, isUsed: false })
      return id
    },
    stamp,
    changeView,
    /** Sends an envelope over one socket. Out: what was acknowledged. */
    send(type: 'slash_commands' | 'interactive' | 'events_api', payload: Json): Promise<unknown> {
      const [socket] = sockets
      if (!socket) throw new Error('nobody is connected')
      const envelope_id = next('envelope')
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('nobody acknowledged')), 3_000)
        waiting.set(envelope_id, (given) => {
          clearTimeout(timer)
          resolve(given)
        })
        socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true }))
      })
    },
    async close() {
      for (const socket of sockets) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A running fake. */
export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>

/** Slack takes forms whose nested values are JSON. */
function readForm(text: string): Json {
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [
      name,
      /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value,
    ]),
  )
}
