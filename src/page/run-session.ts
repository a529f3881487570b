/** The session page at work: takes the readings, keeps the connection, shows the state. */
import { openBeacons } from './beacons.ts'
import { openLiveSocket, ownSocket } from './live-socket.ts'
import { createOutbox } from './outbox.ts'
import { probes } from './probes/index.ts'
import { readProbes, watchProbes } from './run-probes.ts'
import { comeBySidePaths } from './side-paths.ts'
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
  /** The latest reading of each probe. */
  let known: SentSignal[] = []
  let isUp = false
  let browserRead = false
  let firstLost = false
  let saying: ReturnType<typeof setTimeout> | undefined

  function listOf(name: string): string[] {
    return main.dataset[name]?.split(' ').filter(Boolean) ?? []
  }

  function say(state: Companion, afterMs: number): void {
    clearTimeout(saying)
    saying = setTimeout(() => screen.companion(state), afterMs)
  }

  const socket = openLiveSocket(ownSocket(main.dataset['socket'] ?? '/s/live'), {
    up() {
      isUp = true
      say('connected', 0)
      if (firstLost) outbox.put(known)
      else outbox.flush()
      firstLost = false
    },
    message: take,
    down() {
      if (!isUp) return
      isUp = false
      say('reconnecting', SAY_RECONNECTING_MS)
      // What went into a dying socket may be lost: all readings go again unless the server has said it has them.
      firstLost = known.length > 0 && !browserRead
    },
  })
  const outbox = createOutbox({
    path: main.dataset['signals'] ?? '/s/signals',
    send: (text) => socket.send(text),
    posted: take,
  })
  const firstReadings = readProbes(probes).then((signals) => {
    known = signals
    outbox.put(signals)
    // Afterwards, so that it delays nothing.
    void comeBySidePaths(listOf('paths')).then((absent) => absent.forEach(change))
  })
  const stops = [
    () => socket.stop(),
    openBeacons(listOf('beacons')),
    () => outbox.stop(),
    () => clearTimeout(saying),
    // A change never overtakes the reading before it.
    ...watchProbes(probes, (signal) => void firstReadings.then(() => change(signal))),
  ]
  screen.companion('connecting')
  say('limited', SAY_LIMITED_MS)
  setTimeout(() => screen.slow(), SLOW_MS)

  function change(signal: SentSignal): void {
    known = [...known.filter((earlier) => earlier.name !== signal.name), signal]
    outbox.put([signal])
  }

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
