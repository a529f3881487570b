/** `/r/TOKEN`: the report of a case, behind a short-lived link. */
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import { renderPlain, renderReport } from '../desk/server.tsx'
import { desk } from '../texts/managers-desk.ts'
import { exportCase } from '../usecases/export-case.ts'
import { readReport } from '../usecases/read-report.ts'
import { sendHtml } from './html.ts'
import type { Web } from './web.ts'

/** Adds the routes. */
export function addReportPage({ app, ports }: Web): void {
  app.get('/r/:token', { config: { rateLimit: { max: 60 } } }, async (request, reply) => {
    const { token } = z.object({ token: z.string().max(200) }).parse(request.params)
    try {
      return await sendHtml(reply, 200, renderReport(await readReport(ports, token)))
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not-found') throw error
      return sendHtml(
        reply,
        404,
        renderPlain({ title: desk.plain.reportOver, lines: [error.message] }),
      )
    }
  })

  app.get(
    '/r/:token/export.json',
    { config: { rateLimit: { max: 20 } } },
    async (request, reply) => {
      const { token } = z.object({ token: z.string().max(200) }).parse(request.params)
      const everything = await exportCase(ports, token)
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${everything.case.id}.json"`)
        .send(everything)
    },
  )
}
