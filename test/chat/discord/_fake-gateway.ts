/** The gateway of the fake Discord: hello, identify, heartbeats, events in order, and taking them up again after a cut. */
import type { Server } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'

type Json = Record<string, unknown>

interface Session {
  id: string
  /** Bits of what it asked to hear. */
  intents: number
  events: { s: number; t: string; d: unknown }[]
  socket: WebSocket | null
}

/** What the gateway asks of the rest. */
interface Known {
  token: string
  application: string
  guilds: string[]
  /** Who is in which channel of a server. */
  voices: (guild: string) => { user_id: string; channel_id: string }[]
}

/** Who joins and leaves calls. */
const VOICE_STATES = 1 << 7

/** Starts it on a server. In: what is known, asked anew for each line. */
export function startFakeGateway(server: Server, port: number, known: () => Known) {
  const sockets = new Set<WebSocket>()
  const sessions: Session[] = []
  const opened: string[] = []
  let isDown = false
  let takesUp = true
  let refuses = 0

  const listening = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    if (isDown) return void socket.destroy()
    if (refuses > 0) {
      refuses -= 1
      return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    }
    listening.handleUpgrade(request, socket, head, (line) => listening.emit('connection', line))
  })

  function dispatch(session: Session, t: string, d: unknown): void {
    if (t === 'VOICE_STATE_UPDATE' && (session.intents & VOICE_STATES) === 0) return
    const event = { s: session.events.length + 1, t, d }
    session.events.push(event)
    session.socket?.send(JSON.stringify({ op: 0, ...event }))
  }

  function identify(socket: WebSocket, { intents }: Json): void {
    const id = `session-${sessions.length + 1}`
    const session: Session = { id, intents: Number(intents), events: [], socket }
    sessions.push(session)
    opened.push('identify')
    const { application, guilds, voices } = known()
    dispatch(session, 'READY', {
      v: 10,
      user: { id: application, username: 'Whereabouts', discriminator: '0', bot: true },
      guilds: guilds.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `ws://127.0.0.1:${port}`,
      shard: [0, 1],
      application: { id: application, flags: 0 },
    })
    for (const guild of guilds) {
      const heard = (session.intents & VOICE_STATES) === 0 ? [] : voices(guild)
      dispatch(session, 'GUILD_CREATE', { ...guildOf(guild), voice_states: heard })
    }
  }

  function resume(socket: WebSocket, { session_id: id, seq }: Json): void {
    const session = sessions.find((one) => one.id === id)
    opened.push('resume')
    if (!session || !takesUp) {
      socket.send(JSON.stringify({ op: 9, d: false }))
      return
    }
    session.socket = socket
    for (const event of session.events.filter(({ s }) => s > Number(seq))) {
      socket.send(JSON.stringify({ op: 0, ...event }))
    }
    dispatch(session, 'RESUMED', {})
  }

  listening.on('connection', (socket: WebSocket) => {
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      for (const session of sessions) if (session.socket === socket) session.socket = null
    })
    socket.on('message', (raw: Buffer) => {
      const { op, d } = JSON.parse(raw.toString()) as { op: number; d: Json }
      if (op === 1) socket.send(JSON.stringify({ op: 11 }))
      if (op !== 2 && op !== 6) return
      if (d['token'] !== known().token) return void socket.close(4004, 'Authentication failed.')
      if (op === 2) identify(socket, d)
      else resume(socket, d)
    })
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }))
  })

  return {
    /** How lines were begun: "identify" or "resume". */
    opened,
    information: () => ({
      url: `ws://127.0.0.1:${port}`,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
    }),
    /** What each session asked to hear. */
    intents: () => sessions.map(({ intents }) => intents),
    isOpen: () => sessions.some(({ socket }) => socket !== null),
    /** Sends an event to every session, or keeps it for when the session is taken up again. */
    send(t: string, d: unknown) {
      if (sessions.length === 0) throw new Error('nobody is connected')
      for (const session of sessions) dispatch(session, t, d)
    },
    /** Sends the latest event once more, as may happen around a cut. */
    sendAgain() {
      const session = sessions.at(-1)
      const event = session?.events.at(-1)
      session?.socket?.send(JSON.stringify({ op: 0, ...event }))
    },
    /** Cuts every line without a word. */
    cut() {
      for (const socket of sockets) socket.terminate()
    },
    /** Cuts the line of the session that began last. */
    cutLast() {
      sessions.at(-1)?.socket?.terminate()
    },
    /** Closes every line with a number. */
    closeWith(code: number) {
      for (const socket of sockets) socket.close(code)
    },
    /** Whether a session can be taken up again. */
    setTakesUp(takes: boolean) {
      takesUp = takes
    },
    /** Answers so many openings with an error of its own. */
    refuse(times: number) {
      refuses = times
    },
    setDown(down: boolean) {
      isDown = down
      if (down) for (const socket of sockets) socket.terminate()
    },
    close() {
      for (const socket of sockets) socket.terminate()
      listening.close()
    },
  }
}

function guildOf(id: string): Json {
  const lists = [
    'channels',
    'emojis',
    'features',
    'guild_scheduled_events',
    'members',
    'presences',
    'roles',
    'soundboard_sounds',
    'stage_instances',
    'stickers',
    'threads',
    'voice_states',
  ]
  return {
    id,
    name: 'Acme',
    owner_id: '1',
    member_count: 1,
    preferred_locale: 'en-US',
    ...Object.fromEntries(lists.map((name) => [name, []])),
  }
}
