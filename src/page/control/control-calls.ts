/** What the exercise says to the server, and hears back. */
import type { ControlLog } from '../../core/rhythm/log.ts'
import type { ControlAnswer, ControlStart, ControlWishBody } from '../views.ts'

/** A log is sent again after that, ms, for a network that was away for a moment; the server takes it once. */
const AGAIN_MS = [1_000, 3_000, 8_000] as const

/** The server said no, in words for the candidate; without words where nothing answers. */
export class Refusal extends Error {}

/** Asks for a plan. Fails: `Refusal`. */
export async function startCheck(wish: ControlWishBody): Promise<ControlStart> {
  const answer = await post('/s/control/start', wish)
  if (answer === undefined) throw new Refusal()
  return (await readAnswer(answer)) as ControlStart
}

/** Sends what came of it. Fails: `Refusal`. */
export async function finishCheck(id: string, log: ControlLog): Promise<ControlAnswer> {
  for (const pauseMs of [...AGAIN_MS, undefined]) {
    const answer = await post('/s/control/finish', { id, log })
    if (answer !== undefined && answer.status < 500 && answer.status !== 429) {
      return (await readAnswer(answer)) as ControlAnswer
    }
    if (pauseMs !== undefined) await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  throw new Refusal()
}

/** Out: undefined where nothing answers. */
function post(path: string, body: unknown): Promise<Response | undefined> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
}

/** What our own server says needs no second look; a failure says why in one sentence. */
async function readAnswer(answer: Response): Promise<unknown> {
  const read = (await answer.json()) as { error?: string }
  if (!answer.ok) throw new Refusal(read.error)
  return read
}
