/** `/i/TOKEN`: the notice, and what may be pressed on it. GET and HEAD bind and consume nothing. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import { renderMessage, renderNotice, renderUnavailable } from '../page/server.tsx'
import { catalogue } from '../texts/catalogue.ts'
import { fill } from '../texts/fill.ts'
import { localeOf, type Language } from '../texts/languages.ts'
import { momentIn, windowIn } from '../texts/when.ts'
import { askAsVisitor } from '../usecases/ask-manager.ts'
import { beginSession } from '../usecases/begin-session.ts'
import { isControlAsked } from '../usecases/control-round.ts'
import { joinWithoutCheck } from '../usecases/join-interview.ts'
import { lookAtLink, type LinkTarget } from '../usecases/links.ts'
import { findSession } from '../usecases/sessions.ts'
import type { CaseRecord, RoundRecord } from '../usecases/records.ts'
import { seenOf } from './address.ts'
import { sendHtml } from './html.ts'
import { languageOf } from './language.ts'
import type { Web } from './web.ts'

const params = z.object({ token: z.string().max(200) })
/** A form as browsers send it: a ticked box says "on" or its value. */
const box = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => value !== undefined)
const form = z.object({
  nonce: z.string().max(200).optional(),
  text: z.string().max(5000).optional(),
  travel: box,
  vpn: box,
  remoteDesktop: box,
  assistive: box,
})

/** Adds the routes. */
export function addInvitationPages({ app, ports, visitors, seen }: Web): void {
  app.get('/i/:token', { config: { rateLimit: { max: 120 } } }, async (request, reply) => {
    const { token } = params.parse(request.params)
    const bound = await boundSession(request, token)
    if (bound) return reply.redirect('/s', 303)
    const view = await lookAtLink(ports, token, {
      method: request.method === 'HEAD' ? 'HEAD' : 'GET',
      userAgent: request.headers['user-agent'] ?? '',
    })
    const nonce = visitors.nonce(request, reply)
    if (view.kind === 'notice') {
      const language = languageOf(request)
      const shown = {
        ...noticeView(view.target, token, nonce, language),
        callNoted: view.callNoted,
      }
      return sendHtml(reply, 200, renderNotice(shown, language))
    }
    if (view.kind === 'early') {
      const language = languageOf(request)
      const { earlyTitle: title, early, comeBack } = catalogue[language].messages
      const moment = `${momentIn(localeOf(language), view.opensAt, view.zone)} (${view.zone})`
      const lines = [fill(early, { moment }), comeBack]
      return sendHtml(reply, 200, renderMessage({ title, lines }, language))
    }
    return unavailable(request, reply)
  })

  app.post('/i/:token', { config: { rateLimit: { max: 30 } } }, async (request, reply) => {
    const { token } = params.parse(request.params)
    const body = form.parse(request.body ?? {})
    if (!visitors.hasVisit(request)) return cookiesBlocked(request, reply, token)
    visitors.checkNonce(request, body.nonce)
    if (await boundSession(request, token)) return reply.redirect('/s', 303)
    const { travel, vpn, remoteDesktop, assistive } = body
    const declared = { travel, vpn, remoteDesktop, assistive }
    try {
      const { cookie } = await beginSession(
        ports,
        token,
        declared,
        seenOf(request, seen),
        visitors.sessionFor(request, token),
      )
      visitors.setSession(reply, cookie)
      return await reply.redirect('/s', 303)
    } catch (error) {
      if (error instanceof AppError && error.code === 'link-unavailable')
        return unavailable(request, reply)
      throw error
    }
  })

  app.post('/i/:token/join', { config: { rateLimit: { max: 30 } } }, async (request, reply) => {
    const { token } = params.parse(request.params)
    const url = await joinWithoutCheck(ports, token).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'link-unavailable') return undefined
      throw error
    })
    if (url === undefined) return unavailable(request, reply)
    return url === null ? noMeeting(request, reply, `/i/${token}`) : reply.redirect(url, 303)
  })

  app.post(
    '/i/:token/another-way',
    { config: { rateLimit: { max: 10 } } },
    async (request, reply) => {
      const { token } = params.parse(request.params)
      const { text } = form.parse(request.body ?? {})
      try {
        await askAsVisitor(ports, token, text ?? '')
      } catch (error) {
        if (error instanceof AppError && error.code === 'link-unavailable')
          return unavailable(request, reply)
        throw error
      }
      return sendHtml(reply, 200, anotherWayPage(`/i/${token}`, languageOf(request)))
    },
  )

  /** Whether this browser holds the session of this very link already. */
  async function boundSession(request: FastifyRequest, token: string): Promise<boolean> {
    const cookie = visitors.session(request)
    if (cookie === undefined) return false
    return ports.store.transaction(async (tx) => {
      const link = await tx.links.get(ports.random.hash(token))
      if (link === undefined) return false
      const context = await findSession(ports, tx, cookie).catch(() => undefined)
      return context?.round.id === link.roundId
    })
  }

  function unavailable(request: FastifyRequest, reply: FastifyReply) {
    const nonce = visitors.nonce(request, reply)
    const view = { nonce, contact: ports.settings.contact }
    return sendHtml(reply, 404, renderUnavailable(view, languageOf(request)))
  }

  function noticeView(
    { kase, round }: LinkTarget,
    token: string,
    nonce: string,
    language: Language,
  ) {
    return {
      company: ports.settings.companyName,
      contact: ports.settings.contact,
      recruiter: kase.requester.name,
      opening: kase.opening,
      window: candidateWindow(kase, round, language),
      token,
      nonce,
      canJoin: round.meetingUrl !== null,
      retentionDays: ports.settings.retention.rawDays,
      caseDays: ports.settings.retention.caseDays,
      controlCheck: isControlAsked(ports, round),
      simulated: kase.simulated,
    }
  }
}

function cookiesBlocked(request: FastifyRequest, reply: FastifyReply, token: string) {
  const language = languageOf(request)
  const { messages, frame } = catalogue[language]
  const view = {
    title: messages.cookiesTitle,
    lines: [messages.cookies, messages.cookiesWays],
    back: { href: `/i/${token}`, text: frame.back },
  }
  return sendHtml(reply, 200, renderMessage(view, language))
}

/** The window as the candidate reads it: in the zone of the place they stated, then in the recruiter's. */
export function candidateWindow(kase: CaseRecord, round: RoundRecord, language: Language): string {
  const zone = kase.claims?.place.zone ?? round.zone
  return windowIn(localeOf(language), round, zone, round.zone)
}

/** Thanks for asking; what happens next. */
export function anotherWayPage(back: string, language: Language): string {
  const { messages, frame } = catalogue[language]
  const view = {
    title: messages.toldTitle,
    lines: [messages.told, messages.stillJoin],
    back: { href: back, text: frame.back },
  }
  return renderMessage(view, language)
}

/** Join was pressed where the manager gave no link. */
export function noMeeting(request: FastifyRequest, reply: FastifyReply, back: string) {
  const language = languageOf(request)
  const { messages, frame } = catalogue[language]
  const view = {
    title: messages.noMeetingTitle,
    lines: [messages.noMeeting],
    back: { href: back, text: frame.back },
  }
  return sendHtml(reply, 200, renderMessage(view, language))
}
