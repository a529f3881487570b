/** `/m`: where a second device types the code of the first, and waits until that one confirms. */
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import { renderMessage, renderMoveEntry, renderMoveWaiting } from '../page/server.tsx'
import { catalogue } from '../texts/catalogue.ts'
import { askForMove, completeMove } from '../usecases/move-session.ts'
import { seenOf } from './address.ts'
import { sendHtml } from './html.ts'
import { languageOf } from './language.ts'
import type { Web } from './web.ts'

const form = z.object({
  nonce: z.string().max(200).optional(),
  code: z.string().max(40).default(''),
})

const query = z.object({ again: z.string().optional() })

/** Adds the routes. */
export function addMovePages({ app, ports, visitors, seen }: Web): void {
  app.get('/m', async (request, reply) => {
    const again = query.parse(request.query).again !== undefined
    const { move } = catalogue[languageOf(request)]
    const waiting = visitors.waiting(request)
    if (waiting !== undefined && !again) {
      const [code = '', secret = ''] = waiting.split('.')
      const moved = await completeMove(ports, code, secret, seenOf(request, seen))
      if (moved === 'waiting') return sendHtml(reply, 200, renderMoveWaiting(languageOf(request)))
      if (moved !== 'refused') {
        visitors.clearWaiting(reply)
        visitors.setSession(reply, moved.cookie)
        ports.bus.publish('session', moved.from)
        return reply.redirect('/s', 303)
      }
      // The cookie stays until “Try again”: the page's script looks before the person does.
      return sendHtml(
        reply,
        200,
        renderMessage(
          {
            title: move.refusedTitle,
            lines: [move.refused],
            back: { href: '/m?again', text: move.tryAgain },
          },
          languageOf(request),
        ),
      )
    }
    if (again) visitors.clearWaiting(reply)
    const nonce = visitors.nonce(request, reply)
    const view = { code: null, error: null, nonce }
    return sendHtml(reply, 200, renderMoveEntry(view, languageOf(request)))
  })

  app.post('/m', { config: { rateLimit: { max: 10 } } }, async (request, reply) => {
    const { nonce, code } = form.parse(request.body ?? {})
    visitors.checkNonce(request, nonce)
    try {
      const asked = await askForMove(ports, code, request.headers['user-agent'] ?? '')
      const typed = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
      visitors.setWaiting(reply, `${typed}.${asked.waiting}`)
      ports.bus.publish('session', asked.sessionId)
      return await reply.redirect('/m', 303)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'link-unavailable') throw error
      const language = languageOf(request)
      const { badCode } = catalogue[language].move
      const view = { code, error: badCode, nonce: visitors.nonce(request, reply) }
      return sendHtml(reply, 404, renderMoveEntry(view, language))
    }
  })
}
