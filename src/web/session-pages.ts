/** `/s`: the page of a bound browser, from Continue to the end of the call. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import { attributionsOf } from '../core/attributions.ts'
import { absences } from '../core/signals.ts'
import { renderMessage, renderRecorded, renderSession } from '../page/server.tsx'
import { catalogue } from '../texts/catalogue.ts'
import { browserWords } from '../texts/reading-words.ts'
import { measuredSides } from '../usecases/admit-to-side-path.ts'
import { askAsSession } from '../usecases/ask-manager.ts'
import { joinInterview } from '../usecases/join-interview.ts'
import { answerMove, moveAskedBy, offerMove } from '../usecases/move-session.ts'
import { readRecorded } from '../usecases/read-recorded.ts'
import { readSessionState } from '../usecases/session-state.ts'
import { sendHtml } from './html.ts'
import { anotherWayPage, candidateWindow, noMeeting } from './invitation-pages.ts'
import { languageOf } from './language.ts'
import { receiveSignals, stateMessage } from './page-signals.ts'
import type { Web } from './web.ts'

const form = z.object({
  nonce: z.string().max(200).optional(),
  text: z.string().max(5000).optional(),
  kind: z.enum(['contest', 'erase']).optional(),
  answer: z.enum(['yes', 'no']).optional(),
})

/** A reading as a page sends it. */
export const sentSignalsSchema = z.object({
  now: z.number(),
  signals: z
    .array(
      z.object({
        name: z.string().max(64),
        value: z.unknown().optional(),
        why: z.enum(absences).optional(),
      }),
    )
    .max(50),
})

/** Adds the routes. */
export function addSessionPages({ app, ports, visitors, beaconIds }: Web): void {
  const cookieOf = (request: FastifyRequest) => {
    const cookie = visitors.session(request)
    if (cookie === undefined) {
      throw new AppError('session-missing', 'This browser holds no interview session.')
    }
    return cookie
  }
  const checkedForm = (request: FastifyRequest) => {
    const body = form.parse(request.body ?? {})
    visitors.checkNonce(request, body.nonce)
    return { cookie: cookieOf(request), ...body }
  }

  app.get('/s', async (request, reply) => {
    const state = await readSessionState(ports, cookieOf(request))
    const { round, kase } = state
    const code = visitors.moveCode(request)
    const language = languageOf(request)
    const by = code === undefined ? null : await moveAskedBy(ports, code)
    return sendHtml(
      reply,
      200,
      renderSession(
        {
          company: ports.settings.companyName,
          contact: ports.settings.contact,
          window: candidateWindow(kase, round, language),
          nonce: visitors.nonce(request, reply),
          canJoin: round.meetingUrl !== null,
          meetingHost: round.meetingUrl === null ? null : new URL(round.meetingUrl).host,
          progress: state.progress,
          move:
            code === undefined
              ? null
              : {
                  code,
                  url: `${ports.settings.publicUrl}/m`,
                  asked: by === null ? null : browserWords(by, language),
                },
          requested: state.requested,
          control:
            state.control === null
              ? null
              : {
                  progress: state.control,
                  remoteDesktop: round.declared.remoteDesktop,
                  assistive: round.declared.assistive,
                },
          over: state.over,
          moved: state.moved,
          simulated: kase.simulated,
          socketPath: '/s/live',
          signalsPath: '/s/signals',
          beacons: kase.simulated ? [] : beaconIds,
          paths: measuredSides(ports, kase.simulated),
        },
        language,
      ),
    )
  })

  app.post('/s/signals', { config: { rateLimit: { max: 120 } } }, async (request) => {
    const cookie = cookieOf(request)
    await receiveSignals(ports, cookie, sentSignalsSchema.parse(request.body))
    return stateMessage(await readSessionState(ports, cookie), null)
  })

  app.post('/s/join', async (request, reply) => {
    const { cookie } = checkedForm(request)
    const url = await joinInterview(ports, cookie)
    return url === null ? noMeeting(request, reply, '/s') : reply.redirect(url, 303)
  })

  app.post('/s/another-way', async (request, reply) => {
    const { cookie, text } = checkedForm(request)
    await askAsSession(ports, cookie, 'another-way', text ?? '')
    return sendHtml(reply, 200, anotherWayPage('/s', languageOf(request)))
  })

  app.post('/s/request', async (request, reply) => {
    const { cookie, text, kind } = checkedForm(request)
    await askAsSession(ports, cookie, kind ?? 'contest', text ?? '')
    const language = languageOf(request)
    const { messages, frame } = catalogue[language]
    const view = {
      title: messages.toldTitle,
      lines: [kind === 'erase' ? messages.toldErase : messages.toldContest],
      back: { href: '/s/recorded', text: frame.back },
    }
    return sendHtml(reply, 200, renderMessage(view, language))
  })

  app.get('/s/recorded', async (request, reply) => {
    const { signals, round, kase } = await readRecorded(ports, cookieOf(request))
    return sendHtml(
      reply,
      200,
      renderRecorded(
        {
          company: ports.settings.companyName,
          contact: ports.settings.contact,
          signals,
          zone: kase.claims?.place.zone ?? round.zone,
          today: round.startAt,
          retentionDays: ports.settings.retention.rawDays,
          caseDays: ports.settings.retention.caseDays,
          attributions: attributionsOf(JSON.stringify(signals)),
          nonce: visitors.nonce(request, reply),
          erasable: kase.claims !== null,
        },
        languageOf(request),
      ),
    )
  })

  app.post('/s/move', { config: { rateLimit: { max: 10 } } }, async (request, reply) => {
    const { cookie } = checkedForm(request)
    visitors.setMoveCode(reply, await offerMove(ports, cookie))
    return reply.redirect('/s', 303)
  })

  app.post('/s/move/confirm', async (request, reply) => {
    const { cookie, answer } = checkedForm(request)
    const code = visitors.moveCode(request)
    visitors.clearMoveCode(reply)
    if (code !== undefined) await answerMove(ports, cookie, code, answer === 'yes')
    return reply.redirect('/s', 303)
  })
}
