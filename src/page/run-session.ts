/** The session page at work: takes the readings, keeps the connection, shows the state. */
import { openLiveSocket } from './live-socket.ts'
import { createOutbox } from './outbox.ts'
import { takeReading } from './probe.ts'
import { probes } from './probes/index.ts'
import { findSessionScreen, type Companion } from './session-screen.ts'
import type { SentSignal, StateMessage } from './views.ts'

/** Short gaps are not worth reading out. */
const SAY_RECONNECTING_MS = 2_000
/** A connection that never opened for this long is called limited. */
const SAY_LIMITED_MS = 8_000
/** Readings that take longer are explained. */
const SLOW_MS = 20_000

/** Starts the page; it stops by itself when the interview is over or another device took over. */
export function runSession(main: HTMLElement): void {
  const screen = findSessionScreen(main)
  let first: SentSignal[] = []
  let isUp = false
  let browserRead = false
  let firstLost = false
  let saying: ReturnType<typeof setTimeout> | undefined

  function say(state: Companion, afterMs: number): void {
    clearTimeout(saying)
    saying = setTimeout(() => screen.companion(state), afterMs)
  }

  const socket = openLiveSocket(main.dataset['socket'] ?? '/s/live', {
    up() {
      isUp = true
      say('connected', 0)
      if (firstLost) outbox.put(first)
      else outbox.flush()
      firstLost = false
    },
    message: take,
    down() {
      if (!isUp) return
      isUp = false
      say('reconnecting', SAY_RECONNECTING_MS)
      // What went into a dying socket may be lost: the first readings go again unless the server has said it has them.
      firstLost = first.length > 0 && !browserRead
    },
  })
  const outbox = createOutbox({
    path: main.dataset['signals'] ?? '/s/signals',
    send: (text) => socket.send(text),
    posted: take,
  })
  const stops = [
    () => socket.stop(),
    () => outbox.stop(),
    () => clearTimeout(saying),
    ...watchProbes((signal) => outbox.put([signal])),
  ]
  screen.companion('connecting')
  say('limited', SAY_LIMITED_MS)
  setTimeout(() => screen.slow(), SLOW_MS)
  void readProbes().then((signals) => {
    first = signals
    outbox.put(signals)
  })

  function take(text: string): void {
    const message = parseState(text)
    if (message === undefined) return
    browserRead = message.measured.browser === 'done'
    screen.state(message)
    if (message.over || message.moved) for (const stop of stops) stop()
  }
}

/** A state message, or undefined for anything else: an older page may hear a newer server. */
function parseState(text: string): StateMessage | undefined {
  try {
    const message = JSON.parse(text) as StateMessage | null
    return message?.t === 'state' ? message : undefined
  } catch {
    return undefined
  }
}

/** One reading of every probe. */
function readProbes(): Promise<SentSignal[]> {
  return Promise.all(
    probes.map(async (probe) => ({ name: probe.name, ...(await takeReading(probe)) })),
  )
}

/** Every later change. Out: how to stop each. */
function watchProbes(tell: (signal: SentSignal) => void): (() => void)[] {
  return probes.flatMap(({ name, watch }) =>
    watch === undefined ? [] : [watch((reading) => tell({ name, ...reading }))],
  )
}
