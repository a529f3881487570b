/** `/calendar/TOKEN`: an interview as a calendar file, for the manager who was given the link. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import { renderPlain } from '../desk/server.tsx'
import { desk } from '../texts/managers-desk.ts'
import { readCalendarLink } from '../usecases/calendar-link.ts'
import { sendHtml } from './html.ts'
import type { Web } from './web.ts'

/** Adds the route. */
export function addCalendar({ app, ports }: Web): void {
  app.get('/calendar/:token', { config: { rateLimit: { max: 30 } } }, async (request, reply) => {
    const { token } = z.object({ token: z.string().max(200) }).parse(request.params)
    try {
      return await sendCalendar(reply, await readCalendarLink(ports, token))
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not-found') throw error
      const lines = [desk.plain.calendarOver]
      return sendHtml(reply, 404, renderPlain({ title: error.message, lines }))
    }
  })
}

/** Sends a calendar file that nobody may keep on the way: it names a person. */
export function sendCalendar(reply: FastifyReply, file: string): FastifyReply {
  return reply
    .type('text/calendar; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', 'attachment; filename="interview.ics"')
    .send(file)
}
