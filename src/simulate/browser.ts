/** A simulated browser: a real client of the real routes, with an address, a zone and a delay of its own. */
import WebSocket from 'ws'
import type { SimulatedBrowser } from './people.ts'
import { readingsOf } from './readings.ts'

/** Where our server is, and the secret that lets a simulated browser state its address. */
export interface SimulatedTarget {
  origin: string
  secret: string
}

/** Scatter of a round trip, ms: a quiet home line. */
const SCATTER_MS = 6

/** Opens the link and presses Continue. Out: the cookies of the session, or null when it was refused. */
export async function pressContinue(
  target: SimulatedTarget,
  browser: SimulatedBrowser,
  link: string,
  thinkMs: number,
): Promise<string | null> {
  const headers = headersOf(target, browser)
  const page = await fetch(link, { headers, redirect: 'manual' })
  const visit = cookiesOf(page)
  const nonce = /name="nonce" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  await sleep(thinkMs)
  const answer = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, cookie: visit, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ nonce }),
  })
  return answer.status === 303 ? [visit, cookiesOf(answer)].join('; ') : null
}

/** Keeps the session page open: readings, echoes, then Join, until the server says that it is over. */
export async function attend(
  target: SimulatedTarget,
  browser: SimulatedBrowser,
  cookie: string,
  joinAfterMs: number,
): Promise<void> {
  const headers = { ...headersOf(target, browser), cookie }
  const socket = new WebSocket(`${target.origin.replace('http', 'ws')}/s/live`, {
    headers,
    origin: target.origin,
  })
  const joining = setTimeout(() => void join(target, headers), joinAfterMs)
  await new Promise<void>((resolve) => {
    socket.on('open', () => {
      const now = Date.now()
      socket.send(JSON.stringify({ t: 'signals', now, signals: readingsOf(browser, now) }))
    })
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as { t: string; over?: boolean; moved?: boolean }
      if (message.t === 'echo') {
        const delay = browser.roundTripMs + Math.random() * SCATTER_MS
        setTimeout(() => socket.send(String(data)), delay)
      } else if (message.over === true || message.moved === true) socket.close()
    })
    socket.on('close', () => resolve())
    socket.on('error', () => resolve())
  })
  clearTimeout(joining)
}

async function join(target: SimulatedTarget, headers: Record<string, string>): Promise<void> {
  const page = await fetch(`${target.origin}/s`, { headers })
  const nonce = /name="nonce" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  await fetch(`${target.origin}/s/join`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ nonce }),
  })
}

function headersOf(target: SimulatedTarget, browser: SimulatedBrowser): Record<string, string> {
  return {
    'user-agent': browser.userAgent,
    accept: 'text/html',
    'x-simulated-address': `${target.secret} ${browser.address}`,
  }
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')
}

/** Waits. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
