/** Cookies of candidates: a visit before Continue, a session after; and the nonces that tie forms to them. */
import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../core/app-error.ts'
import { isSameSecret } from './address.ts'
import { cookieOptions, cookies, type CookieRule } from './cookies.ts'

/** What cookies and nonces need. */
export interface VisitorOptions {
  /** Whether we are reached by https: cookies are then never sent in clear. */
  secure: boolean
  nonceKey: Buffer
}

/** Reads and sets the cookies of one kind of page. */
export function createVisitors({ secure, nonceKey }: VisitorOptions) {
  const read = (request: FastifyRequest, { name }: CookieRule) => request.cookies[name]
  const write = (reply: FastifyReply, rule: CookieRule, value: string) =>
    void reply.setCookie(rule.name, value, cookieOptions(rule, secure))
  const clear = (reply: FastifyReply, { name, path }: CookieRule) =>
    void reply.clearCookie(name, { path })
  const nonceOf = (visit: string) =>
    createHmac('sha256', nonceKey).update(`form ${visit}`).digest('base64url')

  return {
    /** The nonce for forms on a page, setting the visit cookie where there is none. */
    nonce(request: FastifyRequest, reply: FastifyReply): string {
      let visit = read(request, cookies.visit)
      if (visit === undefined || visit.length < 20) {
        visit = randomBytes(24).toString('base64url')
        write(reply, cookies.visit, visit)
      }
      return nonceOf(visit)
    },
    /** Whether the browser sends our cookies back at all. */
    hasVisit: (request: FastifyRequest) => read(request, cookies.visit) !== undefined,
    /** Fails: `nonce-invalid` for a form that is not from a page we served to this browser. */
    checkNonce(request: FastifyRequest, given: string | undefined): void {
      const visit = read(request, cookies.visit)
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
        .update(`session ${read(request, cookies.visit) ?? ''} ${token}`)
        .digest('base64url'),
    session: (request: FastifyRequest) => read(request, cookies.session),
    setSession: (reply: FastifyReply, cookie: string) => write(reply, cookies.session, cookie),
    moveCode: (request: FastifyRequest) => read(request, cookies.move),
    setMoveCode: (reply: FastifyReply, code: string) => write(reply, cookies.move, code),
    clearMoveCode: (reply: FastifyReply) => clear(reply, cookies.move),
    waiting: (request: FastifyRequest) => read(request, cookies.waiting),
    setWaiting: (reply: FastifyReply, value: string) => write(reply, cookies.waiting, value),
    clearWaiting: (reply: FastifyReply) => clear(reply, cookies.waiting),
  }
}

/** Cookies and nonces of candidates. */
export type Visitors = ReturnType<typeof createVisitors>
