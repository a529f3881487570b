/** A candidate's browser without a browser: the same requests, for what only the wire shows. */
import WebSocket from 'ws'
import type { Product } from './_product.ts'

/** Opens a link, reads, and presses Continue. Out: the cookies of the session. Fails: when the link is refused. */
export async function pressContinueByHand(
  link: string,
  headers: Readonly<Record<string, string>> = {},
  readingMs = 0,
): Promise<string> {
  const page = await fetch(link, { headers })
  const visit = cookiesOf(page)
  const nonce = /name="nonce" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  await new Promise((resolve) => setTimeout(resolve, readingMs))
  const answer = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, cookie: visit },
    body: new URLSearchParams({ nonce }),
  })
  if (answer.status !== 303) throw new Error(`Continue was answered with ${answer.status}`)
  return `${visit}; ${cookiesOf(answer)}`
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')
}

/** Echoes of a burst. */
const BURST = 10

/** Stays on the session page: sends its readings, answers echoes. Out: when the last reading was sent, epoch ms. */
export async function attend(
  product: Product,
  cookie: string,
): Promise<{ lastReadingAt: number; leave(): void }> {
  const socket = new WebSocket(`${product.url.replace('http', 'ws')}/s/live`, {
    origin: product.url,
    headers: { cookie },
  })
  const signals = [
    { name: 'browserZone', value: 'America/Chicago' },
    { name: 'webdriver', value: false },
  ]
  const lastReadingAt = await new Promise<number>((resolve, reject) => {
    let echoes = 0
    socket.on('open', () => socket.send(JSON.stringify({ t: 'signals', now: Date.now(), signals })))
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      if (!text.startsWith('{"t":"echo"')) return
      socket.send(text)
      echoes += 1
      if (echoes === BURST) resolve(Date.now())
    })
    socket.on('error', reject)
  })
  return { lastReadingAt, leave: () => socket.close() }
}

/** Listens to the channel. In: told of every card, with the time it came. Out: stops. */
export async function listenToChannel(
  product: Product,
  cookie: string,
  hear: (card: { title: string }, at: number) => void,
): Promise<() => void> {
  const socket = new WebSocket(`${product.url.replace('http', 'ws')}/console/live`, {
    origin: product.url,
    headers: { cookie },
  })
  socket.on('message', (data: Buffer) => {
    const view = JSON.parse(data.toString()) as { message?: { card: { title: string } } }
    if (view.message !== undefined) hear(view.message.card, Date.now())
  })
  await new Promise((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  return () => socket.close()
}
