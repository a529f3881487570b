/** `/s/control`: the tapping exercise of a bound browser: started and answered by its script, skipped by a form. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import type { ControlOutcome } from '../core/rhythm/control-outcome.ts'
import { variants } from '../core/rhythm/plan.ts'
import type { Texts } from '../texts/en.ts'
import { catalogue } from '../texts/catalogue.ts'
import { finishControlCheck } from '../usecases/finish-control-check.ts'
import { skipControlCheck } from '../usecases/skip-control-check.ts'
import { startControlCheck } from '../usecases/start-control-check.ts'
import { inLanguage, languageOf } from './language.ts'
import type { Web } from './web.ts'

const wish = z.object({
  variant: z.enum(variants),
  remoteDesktop: z.boolean().default(false),
  assistive: z.boolean().default(false),
})

/** The log is read by the use case, which refuses what is none. */
const answer = z.object({ id: z.string().max(64), log: z.unknown() })

const skip = z.object({ nonce: z.string().max(200).optional() })

/** Adds the routes. */
export function addControlCheck({ app, ports, visitors }: Web): void {
  const cookieOf = (request: FastifyRequest) => {
    const cookie = visitors.session(request)
    if (cookie === undefined) {
      throw new AppError('session-missing', 'This browser holds no interview session.')
    }
    return cookie
  }
  const config = { rateLimit: { max: 30 } }

  app.post('/s/control/start', { config }, async (request) => {
    const cookie = cookieOf(request)
    return startControlCheck(ports, cookie, wish.parse(request.body)).catch((error: unknown) => {
      throw inLanguage(request, error)
    })
  })

  app.post('/s/control/finish', { config }, async (request) => {
    const cookie = cookieOf(request)
    const { id, log } = answer.parse(request.body)
    const outcome = await finishControlCheck(ports, cookie, id, log)
    return {
      done: outcome.kind === 'done' || outcome.kind === 'not-scored',
      more: outcome.kind === 'more',
      say: answerWords(outcome, catalogue[languageOf(request)]),
    }
  })

  app.post('/s/control/skip', { config }, async (request, reply) => {
    const { nonce } = skip.parse(request.body ?? {})
    visitors.checkNonce(request, nonce)
    await skipControlCheck(ports, cookieOf(request))
    return reply.redirect('/s', 303)
  })
}

/** What came of an exercise, for the person who did it: one text each. */
function answerWords(outcome: ControlOutcome, { answers }: Texts): string[] {
  switch (outcome.kind) {
    case 'done':
      return [answers.done]
    case 'more':
      return [answers.more]
    case 'not-scored':
      return [answers.notScored]
    case 'trouble':
      return [answers.trouble[outcome.trouble], answers.again]
  }
}
