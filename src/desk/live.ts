/** The live socket: keeps itself connected and hands on what comes down. */
import { isKnown } from './calls.ts'
import type { Connection } from './console-model.ts'
import type { LiveView } from './views.ts'

/** First and longest wait between tries, ms. A restarted server is found again within a second or two. */
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

/** Close code with which the server says that the console's key is no longer good. */
const CLOSE_OVER = 4401

/** The ends of a live connection. */
export interface Live {
  /** Tries at once; also after `over`, when the person has opened the printed address again. */
  retry(): void
  close(): void
}

/** Connects, and connects again with growing pauses whenever the connection is lost. */
export function connectLive(
  onView: (view: LiveView) => void,
  onConnection: (connection: Connection) => void,
): Live {
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0
  let ended = false

  const connect = () => {
    clearTimeout(timer)
    if (ended || socket !== null) return
    const own = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/console/live`)
    socket = own
    own.onopen = () => {
      tries = 0
      onConnection('live')
    }
    own.onmessage = (event) => onView(JSON.parse(String(event.data)) as LiveView)
    own.onclose = (event) => {
      if (socket === own) socket = null
      if (!ended) void lost(event.code)
    }
  }

  const lost = async (code: number) => {
    onConnection('offline')
    // A refused handshake does not tell why, so the server is asked in another way.
    if (code === CLOSE_OVER || !(await isKnown())) {
      onConnection('over')
      return
    }
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
    tries += 1
    // Spread, so that not every console knocks at the same moment after a restart.
    timer = setTimeout(connect, wait * (0.75 + Math.random() / 2))
  }

  const reconnect = () => {
    tries = 0
    connect()
  }
  /** A network that went away leaves the socket looking open for minutes. */
  const cut = () => socket?.close()
  addEventListener('online', reconnect)
  addEventListener('offline', cut)
  connect()
  return {
    retry() {
      // One that is still open belongs to a session that may be over.
      if (socket !== null) {
        socket.onclose = null
        socket.close()
        socket = null
      }
      reconnect()
    },
    close() {
      ended = true
      clearTimeout(timer)
      removeEventListener('online', reconnect)
      removeEventListener('offline', cut)
      socket?.close()
    },
  }
}
