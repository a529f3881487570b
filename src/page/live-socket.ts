/** A socket that comes back: after errors with a growing pause, after sleep and network changes at once. */

/** First and longest pause before another try, ms. */
const PAUSES = { first: 500, longest: 10_000 }
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

/** The socket of a path of our own server. */
export function ownSocket(path: string): URL {
  const url = new URL(path, location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  return url
}

/** Opens a socket and keeps it open. In: its address, or how to ask for one before each try. */
export function openLiveSocket(
  address: URL | (() => Promise<URL>),
  events: SocketEvents,
  pauses = PAUSES,
): LiveSocket {
  const stopping = new AbortController()
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = pauses.first
  let tries = 0

  function open(): void {
    clearTimeout(timer)
    drop()
    timer = setTimeout(() => {
      drop()
      again()
    }, HANDSHAKE_MS)
    if (address instanceof URL) return connect(address)
    // An answer that comes after the next try began is too late.
    const mine = ++tries
    const isLate = () => mine !== tries || stopping.signal.aborted
    address().then(
      (url) => isLate() || connect(url),
      () => isLate() || again(),
    )
  }

  function drop(): void {
    if (socket === undefined) return
    detach(socket)
    socket = undefined
    events.down()
  }

  /** Tries again after a pause: between half of it and all of it, so that not all pages come back in the same moment. */
  function again(): void {
    clearTimeout(timer)
    timer = setTimeout(open, pause * (0.5 + Math.random() / 2))
    pause = Math.min(pause * 2, pauses.longest)
  }

  function connect(url: URL): void {
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
      settled = setTimeout(() => (pause = pauses.first), SETTLED_MS)
      events.up()
    }
    mine.onclose = () => {
      clearTimeout(settled)
      events.down()
      again()
    }
  }

  /** Comes back now. `afresh` also replaces a socket that looks open but may be dead. */
  function wake(afresh: boolean): void {
    if (!afresh && socket?.readyState === WebSocket.OPEN) return
    pause = pauses.first
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
