/** `/api/v1`: cases for programs, with a bearer key. Its description is at `/api/v1/openapi.json`. */
import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import { managers } from '../texts/managers.ts'
import { readCalendar } from '../usecases/calendar-link.ts'
import type { CallFinding, FindCall } from '../usecases/named-call.ts'
import { openCase } from '../usecases/open-case.ts'
import { readCase } from '../usecases/read-case.ts'
import { forgetCase } from '../usecases/manage-round.ts'
import type { Actor } from '../usecases/records.ts'
import { caseSchema, errorSchema, openCaseSchema, openedSchema } from './api-schemas.ts'
import { isSameSecret } from './address.ts'
import { sendCalendar } from './calendar.ts'
import { sendFailureJson } from './errors.ts'
import type { Web } from './web.ts'

/** Cards of cases that a program opened appear in the console. */
const CHANNEL = 'hiring'

/** Names in the API of fields that the use case names otherwise. */
const fieldNames: Readonly<Record<string, string>> = {
  place: 'claimedPlace',
  name: 'candidate.name',
  email: 'candidate.email',
  phone: 'candidate.phone',
  start: 'window.start',
  end: 'window.end',
}

/** Adds the routes. `apiKey` null: the API is off and says so. */
export function addApi(
  { app, ports }: Web,
  apiKey: string | null,
  findCall: FindCall | null,
): void {
  const actor: Actor = { platform: 'api', id: 'api', name: ports.settings.recruiterName }
  void app.register(
    async (scope) => {
      const api = scope.withTypeProvider<ZodTypeProvider>()
      api.setErrorHandler((error, request, reply) => {
        if (!(error instanceof AppError)) return sendFailureJson(request, reply, error)
        const fields = error.fields.map((f) => ({ ...f, field: fieldNames[f.field] ?? f.field }))
        const named = new AppError(error.code, error.message, { fields, cause: error })
        return sendFailureJson(request, reply, named)
      })
      api.addHook('onRequest', async (request) => {
        if (apiKey !== null && request.url.startsWith('/api/v1/openapi.json')) return
        checkKey(request, apiKey)
      })

      api.post(
        '/cases',
        {
          config: { rateLimit: { max: 600 } },
          schema: {
            summary: 'Open a case with its first round; the link is shown only here',
            body: openCaseSchema,
            response: { 201: openedSchema, '4xx': errorSchema },
            security: [{ bearer: [] }],
          },
        },
        async (request, reply) => {
          const { window, discordAccount, ...body } = request.body
          const key = request.headers['idempotency-key']
          const opened = await openCase(
            ports,
            {
              // The card of an API case is drawn in the console.
              actor,
              platform: 'console',
              channel: CHANNEL,
              submissionId: typeof key === 'string' && key !== '' ? key.slice(0, 200) : request.id,
            },
            {
              ...body,
              window: { startAt: Date.parse(window.start), endAt: Date.parse(window.end) },
              zone: body.zone ?? ports.settings.defaultZone,
              call: await callOf(findCall, body.meetingUrl, discordAccount),
            },
          )
          return reply.status(201).send({ id: opened.caseId, link: opened.link })
        },
      )

      api.get(
        '/cases/:id',
        {
          config: { rateLimit: { max: 1200 } },
          schema: {
            summary:
              'A case with its verdict, evidence and rounds; the top level is the latest round',
            params: z.object({ id: z.string().max(64) }),
            response: { 200: caseSchema, '4xx': errorSchema },
            security: [{ bearer: [] }],
          },
        },
        async (request) => readCase(ports, request.params.id),
      )

      api.get(
        '/cases/:id/calendar',
        {
          schema: {
            summary: 'The interview of the latest round as a calendar file, without the link',
            params: z.object({ id: z.string().max(64) }),
            security: [{ bearer: [] }],
          },
        },
        async (request, reply) => sendCalendar(reply, await readCalendar(ports, request.params.id)),
      )

      api.delete(
        '/cases/:id',
        {
          schema: {
            summary: 'Erase everything personal of a case; the audit log keeps that it happened',
            params: z.object({ id: z.string().max(64) }),
            response: { 204: z.null(), '4xx': errorSchema },
            security: [{ bearer: [] }],
          },
        },
        async (request, reply) => {
          await forgetCase(ports, actor, request.params.id)
          return reply.status(204).send(null)
        },
      )

      api.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
    },
    { prefix: '/api/v1' },
  )
}

/** Whose times in the call are noted. Fails: `bad-input` where they cannot be. */
async function callOf(findCall: FindCall | null, meetingUrl = '', account?: string) {
  if (account === undefined) return undefined
  const found: CallFinding =
    findCall === null
      ? { faults: { member: managers.call.form.unheard } }
      : await findCall(meetingUrl, account)
  if ('call' in found) return found.call
  const { member, meetingUrl: link } = found.faults
  const fields = [
    ...(member === undefined ? [] : [fault('discordAccount', member, account)]),
    ...(link === undefined ? [] : [fault('meetingUrl', link, meetingUrl)]),
  ]
  const message = fields.map(({ field, message: words }) => `${field} ${words}`).join('; ')
  throw new AppError('bad-input', message, { fields })
}

function fault(field: string, words: string, got: string) {
  return { field, message: `${words} (got “${got}”)` }
}

/** Fails: `unauthorised` without the right bearer key. */
function checkKey(request: FastifyRequest, apiKey: string | null): void {
  if (apiKey === null)
    throw new AppError('not-found', 'The API is off: set API_KEY and IP_LOCATION.')
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (given === undefined || !isSameSecret(given, apiKey)) {
    throw new AppError('unauthorised', 'Expected “Authorization: Bearer” with the API key.')
  }
}
