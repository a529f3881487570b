/** What a bound browser is told of its own session. */
import { countEchoes, ECHOES_NEEDED } from '../core/coverage.ts'
import { isLive } from '../core/round.ts'
import type { Signal } from '../core/signals.ts'
import { controlProgress, isControlAsked, type ControlProgress } from './control-round.ts'
import type { Ports } from './ports.ts'
import { findSession, isCurrent, type SessionContext } from './sessions.ts'

/** How far the passive readings are. */
export interface Progress {
  address: 'done' | 'waiting'
  clock: 'done' | 'waiting'
  browser: 'done' | 'waiting'
  latency: 'done' | 'waiting'
}

/** A session as its own browser may see it. */
export interface SessionState extends SessionContext {
  progress: Progress
  /** The interview is over, or was cancelled. */
  over: boolean
  /** Another device took over. */
  moved: boolean
  /** Whether another way was asked for. */
  requested: boolean
  /** How far the tapping exercise is; null where none is asked for. */
  control: ControlProgress | null
}

/** Reads a session's state. Fails: `session-missing`. */
export async function readSessionState(ports: Ports, cookie: string): Promise<SessionState> {
  return ports.store.transaction(async (tx) => {
    const context = await findSession(ports, tx, cookie)
    const { session, round } = context
    const signals = await tx.signals.ofRound(round.id)
    const requests = await tx.requests.ofRound(round.id)
    return {
      ...context,
      progress: progressOf(signals),
      over: !isLive(round.state) || (session.state !== 'moved' && !isCurrent(context)),
      moved: session.state === 'moved',
      requested: requests.some(({ kind }) => kind === 'another-way'),
      control: isControlAsked(ports, round) ? controlProgress(signals, round.declared) : null,
    }
  })
}

/**
 * An absent reading is done too: it was looked for, and it weighs nothing. The first readings of a page come in one
 * message, so that one stands for all.
 */
function progressOf(signals: readonly Signal[]): Progress {
  const names = new Set(signals.map(({ name }) => name))
  const step = (done: boolean) => (done ? 'done' : 'waiting')
  return {
    address: step(names.has('address')),
    clock: step(names.has('browserZone')),
    browser: step(names.has('webdriver')),
    latency: step(countEchoes(signals) >= ECHOES_NEEDED),
  }
}
