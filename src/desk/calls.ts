/** Calls from the console to its server. Nothing here throws: a failed call is an outcome with words. */
import type { Option } from '../core/card.ts'
import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import type { PlacesView, PressBody, ReplyView, SubmitBody, TypeBody } from './views.ts'

/** What came of a call. `over`: the server no longer knows this console. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; over: boolean; error: string }

/** How long a call may take, ms: longer than the server's own limit for a request. */
const PATIENCE_MS = 30_000

async function call<T>(path: string, init: RequestInit): Promise<Outcome<T>> {
  try {
    const answer = await fetch(path, init)
    if (answer.status === 401) return { ok: false, over: true, error: desk.connection.over }
    const body: unknown = await answer.json().catch(() => null)
    if (answer.ok && body !== null) return { ok: true, value: body as T }
    const error =
      typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string'
        ? body.error
        : fill(desk.connection.refused, { status: answer.status })
    return { ok: false, over: false, error }
  } catch {
    return { ok: false, over: false, error: desk.connection.lost }
  }
}

function post(path: string, body: TypeBody | PressBody | SubmitBody): Promise<Outcome<ReplyView>> {
  return call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
}

/** Sends a typed line. */
export function typeLine(body: TypeBody): Promise<Outcome<ReplyView>> {
  return post('/console/type', body)
}

/** Presses a button. */
export function pressButton(body: PressBody): Promise<Outcome<ReplyView>> {
  return post('/console/press', body)
}

/** Submits a form. */
export function submitForm(body: SubmitBody): Promise<Outcome<ReplyView>> {
  return post('/console/submit', body)
}

/** Places that begin with, or contain, what was typed. */
export async function findPlaces(
  query: string,
  signal: AbortSignal,
): Promise<Outcome<readonly Option[]>> {
  const path = `/console/places?q=${encodeURIComponent(query)}`
  const outcome = await call<PlacesView>(path, { signal })
  return outcome.ok ? { ok: true, value: outcome.value.options } : outcome
}

/** Whether the server still knows this console; true while it cannot be asked. */
export async function isKnown(): Promise<boolean> {
  const outcome = await findPlaces('', AbortSignal.timeout(PATIENCE_MS))
  return outcome.ok || !outcome.over
}
