/** A simulated browser: a real client of the real pages and their forms. */
import type { Declared } from '../core/claim.ts'
import { hintHeaders } from './hint-headers.ts'
import type { SimulatedBrowser } from './person.ts'

/** Where our server is, and how a browser states its address there: by headers. */
export interface SimulatedTarget {
  origin: string
  stateAddress(address: string): Record<string, string>
}

/** What a person does before Continue. */
export interface Reading {
  /** How long the notice is read, ms. */
  forMs: number
  /** The person goes away without Continue as soon as this settles. */
  unless?: Promise<unknown>
  declares?: readonly (keyof Declared)[] | undefined
}

/** Headers of every request of a browser. */
export function headersOf(
  target: SimulatedTarget,
  { address, machine }: SimulatedBrowser,
): Record<string, string> {
  return {
    'user-agent': machine.userAgent,
    ...hintHeaders(machine),
    ...target.stateAddress(address),
  }
}

/**
 * Opens a link, reads, ticks boxes and presses Continue.
 *
 * Out: the cookies of the session, or null when it was refused or the person went away.
 * Fails: when the notice has no such box.
 */
export async function pressContinue(
  target: SimulatedTarget,
  browser: SimulatedBrowser,
  link: string,
  { forMs, unless, declares = [] }: Reading,
): Promise<string | null> {
  const headers = headersOf(target, browser)
  const page = await fetch(link, { headers, redirect: 'manual' })
  const visit = cookiesOf(page)
  const html = await page.text()
  const missing = declares.find((name) => !html.includes(` name="${name}"`))
  if (page.status === 200 && missing !== undefined) {
    throw new Error(`expected a box “${missing}” in the notice, got none`)
  }
  if (!(await sleep(forMs, unless))) return null
  const answer = await submit(
    link,
    { ...headers, cookie: visit },
    {
      nonce: nonceIn(html),
      ...Object.fromEntries(declares.map((name) => [name, 'yes'])),
    },
  )
  return answer.status === 303 ? [visit, cookiesOf(answer)].join('; ') : null
}

/** Presses Join on the session's page. */
export async function pressJoin(
  target: SimulatedTarget,
  browser: SimulatedBrowser,
  cookie: string,
): Promise<void> {
  const headers = { ...headersOf(target, browser), cookie }
  const page = await fetch(`${target.origin}/s`, { headers })
  await submit(`${target.origin}/s/join`, headers, { nonce: nonceIn(await page.text()) })
}

/** Waits. Out: whether all the time passed; false as soon as `unless` settles. */
export function sleep(ms: number, unless?: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), ms)
    void unless?.then(() => {
      clearTimeout(timer)
      resolve(false)
    })
  })
}

function submit(
  url: string,
  headers: Record<string, string>,
  fields: Record<string, string>,
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
}

function nonceIn(html: string): string {
  return /name="nonce" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')
}
