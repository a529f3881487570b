/** A round: one interview window of a case; its link; and the one session bound to that link. */
import { z } from 'zod'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { transition, type Machine } from './machine.ts'

const { faults } = managers.commands

/** Where a round is in its life. The card in the channel follows it. */
export type RoundState =
  | 'waiting' // the link is out, nobody pressed Continue
  | 'opened' // a browser is bound, readings come in
  | 'judged' // the first verdict is out; it may still change
  | 'closed' // the window is over, the verdict is final
  | 'missed' // the window is over and nobody pressed Continue
  | 'cancelled'

/** What happens to a round. */
export type RoundEvent = 'bind' | 'judge' | 'close' | 'cancel'

const roundMachine: Machine<RoundState, RoundEvent> = {
  waiting: { bind: 'opened', close: 'missed', cancel: 'cancelled' },
  opened: { judge: 'judged', close: 'closed', cancel: 'cancelled' },
  judged: { judge: 'judged', close: 'closed', cancel: 'cancelled' },
  closed: {},
  missed: {},
  cancelled: {},
}

/** The next state of a round. Fails: `illegal-transition`. */
export function nextRoundState(state: RoundState, event: RoundEvent): RoundState {
  return transition('round', roundMachine, state, event)
}

/** Whether readings of a round still count. */
export function isLive(state: RoundState): boolean {
  return state === 'waiting' || state === 'opened' || state === 'judged'
}

/** A link: `live` until bound, `used` once a browser is bound, `superseded` by a newer one or by cancelling. */
export type LinkState = 'live' | 'used' | 'superseded'

/** What happens to a link. */
export type LinkEvent = 'bind' | 'supersede'

const linkMachine: Machine<LinkState, LinkEvent> = {
  live: { bind: 'used', supersede: 'superseded' },
  used: { supersede: 'superseded' },
  superseded: {},
}

/** The next state of a link. Fails: `illegal-transition`. */
export function nextLinkState(state: LinkState, event: LinkEvent): LinkState {
  return transition('link', linkMachine, state, event)
}

/** A session: `bound` from Continue, `joined` after Join, `moved` when another device took over, `ended` with the window. */
export type SessionState = 'bound' | 'joined' | 'moved' | 'ended'

/** What happens to a session. */
export type SessionEvent = 'join' | 'move' | 'end'

const sessionMachine: Machine<SessionState, SessionEvent> = {
  bound: { join: 'joined', move: 'moved', end: 'ended' },
  // Join may be pressed again: the call was left by accident.
  joined: { join: 'joined', move: 'moved', end: 'ended' },
  moved: {},
  ended: {},
}

/** The next state of a session. Fails: `illegal-transition`. */
export function nextSessionState(state: SessionState, event: SessionEvent): SessionState {
  return transition('session', sessionMachine, state, event)
}

/** Shortest and longest window, minutes: a short screening call to a full day of interviews. */
export const WINDOW_MIN = { least: 5, most: 12 * 60 } as const

/** How far ahead a window may start: an invitation half a year out is a typing error. */
const FARTHEST_START_MS = 183 * 86_400_000

/** An interview window, epoch ms. */
export interface Window {
  startAt: number
  endAt: number
}

/** Parses a window given as instants: end after start, 5 min to 12 h, not over, not half a year out. */
export function windowSchema(nowMs: number) {
  const minutes = (window: Window) => (window.endAt - window.startAt) / 60_000
  return z
    .object({ startAt: z.number().int(), endAt: z.number().int() })
    .refine((window) => window.endAt > window.startAt, {
      path: ['end'],
      message: faults.endBeforeStart,
    })
    .refine((window) => minutes(window) >= WINDOW_MIN.least || window.endAt <= window.startAt, {
      path: ['end'],
      message: fill(faults.tooShort, { minutes: WINDOW_MIN.least }),
    })
    .refine((window) => minutes(window) <= WINDOW_MIN.most, {
      path: ['end'],
      message: fill(faults.tooLongWindow, { hours: WINDOW_MIN.most / 60 }),
    })
    .refine((window) => window.endAt > nowMs, { path: ['start'], message: faults.past })
    .refine((window) => window.startAt < nowMs + FARTHEST_START_MS, {
      path: ['start'],
      message: faults.farAhead,
    })
}

/** Whether a link may be opened: from `leadMs` before the window to its end. */
export function linkIsOpen(window: Window, leadMs: number, nowMs: number): boolean {
  return nowMs >= window.startAt - leadMs && nowMs < window.endAt
}
