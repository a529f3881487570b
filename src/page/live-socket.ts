/** A socket that comes back: after errors with a growing pause, after sleep and network changes at once. */

/** First and longest pause before another try. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000
/** A network that swallows the handshake would else hold the try for minutes. */
const HANDSHAKE_MS = 10_000
/** A socket that closes sooner counts as a failed try, so that a refusing server is not asked twice a second. */
const SETTLED_MS = 5_000
/** How often we look whether time went missing. */
const TICK_MS = 20_000
/** Browsers wake a hidden tab's timers only once a minute; a longer gap means that the device slept. */
const SLEEP_GAP_MS = 90_000

/** What becomes of the connection. */
export interface SocketEvents {
  up(): void
  /** Anything but an echo. */
  message(text: string): void
  /** Also while it is tried again. */
  down(): void
}

/** A live connection to our server. */
export interface LiveSocket {
  /** Out: false when there is no connection now. */
  send(text: string): boolean
  /** Closes it for good. */
  stop(): void
}

/** Opens a socket to a path of our own server and keeps it open. */
export function openLiveSocket(path: string, events: SocketEvents): LiveSocket {
  const url = new URL(path, location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  const stopping = new AbortController()
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_PAUSE_MS

  function open(): void {
    clearTimeout(timer)
    if (socket !== undefined) {
      detach(socket)
      events.down()
    }
    const mine = new WebSocket(url)
    let settled: ReturnType<typeof setTimeout> | undefined
    socket = mine
    mine.onmessage = ({ data }: MessageEvent<string>) => {
      // Timing is measured by this answer: nothing may come before it.
      if (data.startsWith('{"t":"echo"')) mine.send(data)
      else events.message(data)
    }
    mine.onopen = () => {
      clearTimeout(timer)
      settled = setTimeout(() => (pause = FIRST_PAUSE_MS), SETTLED_MS)
      events.up()
    }
    mine.onclose = () => {
      clearTimeout(timer)
      clearTimeout(settled)
      events.down()
      // Between half of the pause and all of it, so that not all pages come back in the same moment.
      timer = setTimeout(open, pause * (0.5 + Math.random() / 2))
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
    timer = setTimeout(open, HANDSHAKE_MS)
  }

  /** Comes back now. `afresh` also replaces a socket that looks open but may be dead. */
  function wake(afresh: boolean): void {
    if (!afresh && socket?.readyState === WebSocket.OPEN) return
    pause = FIRST_PAUSE_MS
    open()
  }

  let lastTick = Date.now()
  const ticking = setInterval(() => {
    const gap = Date.now() - lastTick
    lastTick += gap
    if (gap > SLEEP_GAP_MS) wake(true)
  }, TICK_MS)
  const { signal } = stopping
  addEventListener('online', () => wake(true), { signal })
  addEventListener('pageshow', ({ persisted }) => persisted && wake(true), { signal })
  document.addEventListener('resume', () => wake(true), { signal })
  document.addEventListener('visibilitychange', () => document.hidden || wake(false), { signal })

  open()
  return {
    send(text) {
      if (socket?.readyState !== WebSocket.OPEN) return false
      socket.send(text)
      return true
    },
    stop() {
      stopping.abort()
      clearInterval(ticking)
      clearTimeout(timer)
      if (socket !== undefined) detach(socket)
    },
  }
}

/** Closes a socket whose events no longer matter. */
function detach(socket: WebSocket): void {
  socket.onopen = socket.onclose = socket.onmessage = null
  socket.close()
}
