/** Use another device: a code on the first browser, typed on the second, confirmed on the first. Weighs nothing. */
import { AppError } from '../core/app-error.ts'
import { isLive, nextSessionState } from '../core/round.ts'
import { newSession, type Seen } from './begin-session.ts'
import { recordRequest } from './record-signals.ts'
import type { Ports } from './ports.ts'
import { findSession, isCurrent } from './sessions.ts'

/** How long a code may be used. */
const MOVE_CODE_MS = 10 * 60_000

/** What a browser calls itself and its system; null where it does not say. */
export interface AskingBrowser {
  browser: string | null
  os: string | null
}

/** What the second device calls itself and the cookie it waits with; kept in the grant until confirmed. */
interface Asked extends AskingBrowser {
  waiting: string
}

/** Makes a code that another device can type. Fails: `session-missing`, `illegal-transition` once over. */
export async function offerMove(ports: Ports, cookie: string): Promise<string> {
  return ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    if (!isCurrent(context) || !isLive(context.round.state)) {
      throw new AppError('illegal-transition', 'This session is over.', {
        reason: 'session-over',
      })
    }
    const code = ports.random.code()
    await tx.grants.insert({
      hash: ports.random.hash(code),
      kind: 'move',
      subject: context.session.id,
      state: 'offered',
      expiresAt: ports.clock.now() + MOVE_CODE_MS,
    })
    return code
  })
}

/** A code as people type it: any case, with or without its dash. */
function normaliseCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/**
 * The second device types the code and waits.
 *
 * Out: the secret it waits with. Fails: `link-unavailable` for a wrong, used or old code.
 */
export async function askForMove(
  ports: Ports,
  code: string,
  userAgent: string,
): Promise<{ waiting: string; sessionId: string }> {
  return ports.store.transaction(async (tx) => {
    const grant = await tx.grants.get(ports.random.hash(normaliseCode(code)))
    if (grant?.kind !== 'move' || grant.expiresAt < ports.clock.now()) throw codeUnavailable()
    const waiting = ports.random.token()
    const { browser, os } = ports.lookups.userAgent.parse(userAgent)
    const asked: Asked = { browser, os, waiting: ports.random.hash(waiting) }
    const won = await tx.grants.move(grant.hash, 'offered', `asked ${JSON.stringify(asked)}`)
    if (!won) throw codeUnavailable()
    return { waiting, sessionId: grant.subject }
  })
}

function codeUnavailable(): AppError {
  return new AppError(
    'link-unavailable',
    'This code does not work: mistyped, used, or older than ten minutes. Press “Use another device” again for a new one.',
    { reason: 'code-unavailable' },
  )
}

/** What the second device calls itself, once it asked; null before, and for a code that is gone. */
export async function moveAskedBy(ports: Ports, code: string): Promise<AskingBrowser | null> {
  const grant = await ports.store.transaction((tx) => tx.grants.get(ports.random.hash(code)))
  if (grant === undefined || !grant.state.startsWith('asked ')) return null
  const { browser, os } = readAsked(grant.state)
  return { browser, os }
}

function readAsked(state: string): Asked {
  // Written by `askForMove` alone.
  return JSON.parse(state.slice('asked '.length)) as Asked
}

/** The first device answers. Yes binds the second at its next look. Fails: `session-missing`, `link-unavailable`. */
export async function answerMove(
  ports: Ports,
  cookie: string,
  code: string,
  yes: boolean,
): Promise<void> {
  await ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    const grant = await tx.grants.get(ports.random.hash(code))
    if (grant?.subject !== context.session.id || !grant.state.startsWith('asked ')) {
      throw codeUnavailable()
    }
    const next = yes && isCurrent(context) ? grant.state.replace('asked ', 'granted ') : 'refused'
    await tx.grants.move(grant.hash, grant.state, next)
  })
}

/**
 * The second device looks whether it may take over, with the code it typed and the secret it waits with.
 *
 * The secret then becomes the value of its session's cookie.
 * Out: once confirmed, that value and the session it took over; `waiting` or `refused` before.
 * Readings taken so far stay.
 */
export async function completeMove(
  ports: Ports,
  code: string,
  waiting: string,
  seen: Seen,
): Promise<{ cookie: string; from: string } | 'waiting' | 'refused'> {
  const moved = await ports.store.transaction(async (tx) => {
    const grant = await tx.grants.get(ports.random.hash(normaliseCode(code)))
    if (grant?.kind !== 'move' || grant.expiresAt < ports.clock.now()) return 'refused'
    // It took over already, and the answer that said so was lost.
    const mine = await tx.sessions.byHash(ports.random.hash(waiting))
    if (grant.state === 'done' && mine !== undefined)
      return { cookie: waiting, from: grant.subject }
    if (grant.state.startsWith('asked ')) return 'waiting'
    if (!grant.state.startsWith('granted ')) return 'refused'
    const asked = readAsked(grant.state.replace('granted ', 'asked '))
    if (asked.waiting !== ports.random.hash(waiting)) return 'refused'
    const old = await tx.sessions.get(grant.subject)
    const round = old && (await tx.rounds.get(old.roundId))
    const kase = round && (await tx.cases.get(round.caseId))
    if (!old || !round || !kase || !isCurrent({ session: old, round, kase })) return 'refused'
    if (!(await tx.grants.move(grant.hash, grant.state, 'done'))) return 'refused'
    await tx.sessions.update(old.id, { state: nextSessionState(old.state, 'move') })
    const made = await newSession(ports, tx, round.id, seen, waiting)
    await tx.audit.append({
      at: ports.clock.now(),
      actor: { platform: 'candidate', id: old.id },
      event: 'session-moved',
      caseId: kase.id,
      detail: { round: round.id, to: made.id },
    })
    return { cookie: waiting, from: old.id }
  })
  if (moved === 'waiting' || moved === 'refused') return moved
  await recordRequest(ports, moved.cookie, seen)
  return moved
}
