/** The session's page in a simulated browser: readings at first and at changes, echoes late by the way they take. */
import WebSocket from 'ws'
import { headersOf, type SimulatedTarget } from './browser.ts'
import type { SimulatedBrowser } from './person.ts'
import type { SentReading } from './readings.ts'

/** A page that is open. */
export interface SessionPage {
  /** Sends readings as soon as the socket is open. */
  tell(signals: readonly SentReading[]): void
  close(): void
  /** Settles once the page is closed, by us or because the server said that the session is over or moved. */
  closed: Promise<void>
}

/** Opens the page, or the connection of the same page on another network. In: what it tells first. */
export function openSessionPage(
  target: SimulatedTarget,
  browser: SimulatedBrowser,
  cookie: string,
  first: readonly SentReading[],
): SessionPage {
  const socket = new WebSocket(`${target.origin.replace('http', 'ws')}/s/live`, {
    headers: { ...headersOf(target, browser), cookie },
    origin: target.origin,
  })
  const opened = new Promise<void>((resolve) => socket.on('open', resolve))
  const tell = (signals: readonly SentReading[]) =>
    void opened.then(() => {
      if (socket.readyState === WebSocket.OPEN) {
        socket.send(JSON.stringify({ t: 'signals', now: Date.now(), signals }))
      }
    })
  tell(first)
  socket.on('message', (data: Buffer) => {
    const text = data.toString()
    if (text.startsWith('{"t":"echo"'))
      setTimeout(() => socket.send(text, () => {}), delayMs(browser))
    else if (/"(over|moved)":true/.test(text)) socket.close()
  })
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => resolve())
    socket.on('error', () => resolve())
  })
  return { tell, close: () => socket.close(), closed }
}

function delayMs({ line }: SimulatedBrowser): number {
  return line.roundTripMs + Math.random() * line.scatterMs
}
