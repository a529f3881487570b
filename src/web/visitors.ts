/** Cookies of candidates: a visit before Continue, a session after; and the nonces that tie forms to them. */
import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../core/app-error.ts'
import { isSameSecret } from './address.ts'

/** A browser's visit: set by the first page, proves that a form comes from a page we served to it. */
const VISIT = 'wb_visit'
/** The one session that a browser holds. */
const SESSION = 'wb_session'
/** On a second device: the code it typed and the secret it waits with. */
const WAITING = 'wb_waiting'

/** On the first device: the code that it offers. */
const MOVE = 'wb_move'

const DAY_S = 86_400

/** What cookies and nonces need. */
export interface VisitorOptions {
  /** Whether we are reached by https: cookies are then never sent in clear. */
  secure: boolean
  nonceKey: Buffer
}

/** Reads and sets the cookies of one kind of page. */
export function createVisitors({ secure, nonceKey }: VisitorOptions) {
  const base = { path: '/', httpOnly: true, secure } as const
  const nonceOf = (visit: string) =>
    createHmac('sha256', nonceKey).update(`form ${visit}`).digest('base64url')

  return {
    /** The nonce for forms on a page, setting the visit cookie where there is none. */
    nonce(request: FastifyRequest, reply: FastifyReply): string {
      let visit = request.cookies[VISIT]
      if (visit === undefined || visit.length < 20) {
        visit = randomBytes(24).toString('base64url')
        // Strict is enough: the cookie matters only for forms on our own pages.
        void reply.setCookie(VISIT, visit, { ...base, sameSite: 'strict', maxAge: 7 * DAY_S })
      }
      return nonceOf(visit)
    },
    /** Whether the browser sends our cookies back at all. */
    hasVisit: (request: FastifyRequest) => request.cookies[VISIT] !== undefined,
    /** Fails: `nonce-invalid` for a form that is not from a page we served to this browser. */
    checkNonce(request: FastifyRequest, given: string | undefined): void {
      const visit = request.cookies[VISIT]
      if (visit === undefined || given === undefined || !isSameSecret(nonceOf(visit), given)) {
        throw new AppError('nonce-invalid', 'This form is too old. Open the page again and repeat.')
      }
    },
    /**
     * The value of the session's cookie that this browser gets for this link: always the same, so that Continue
     * pressed again after a lost answer finds the session it made. Nobody without the visit's cookie can know it.
     */
    sessionFor: (request: FastifyRequest, token: string): string =>
      createHmac('sha256', nonceKey)
        .update(`session ${request.cookies[VISIT] ?? ''} ${token}`)
        .digest('base64url'),
    session: (request: FastifyRequest) => request.cookies[SESSION],
    setSession(reply: FastifyReply, cookie: string): void {
      void reply.setCookie(SESSION, cookie, { ...base, sameSite: 'lax', maxAge: DAY_S })
    },
    moveCode: (request: FastifyRequest) => request.cookies[MOVE],
    setMoveCode(reply: FastifyReply, code: string): void {
      void reply.setCookie(MOVE, code, { ...base, sameSite: 'strict', maxAge: 600 })
    },
    clearMoveCode(reply: FastifyReply): void {
      void reply.clearCookie(MOVE, { path: '/' })
    },
    waiting: (request: FastifyRequest) => request.cookies[WAITING],
    setWaiting(reply: FastifyReply, value: string): void {
      void reply.setCookie(WAITING, value, { ...base, sameSite: 'strict', maxAge: 900 })
    },
    clearWaiting(reply: FastifyReply): void {
      void reply.clearCookie(WAITING, { path: '/' })
    },
  }
}

/** Cookies and nonces of candidates. */
export type Visitors = ReturnType<typeof createVisitors>
