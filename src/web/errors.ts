/** Failures → answers: one table, four kinds of reader. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError, type ErrorCode, type ErrorReason } from '../core/app-error.ts'

/** HTTP status of every expected failure. */
export const errorTable: Readonly<Record<ErrorCode, number>> = {
  'bad-input': 400,
  'not-found': 404,
  'link-unavailable': 404,
  'session-missing': 401,
  'nonce-invalid': 403,
  'illegal-transition': 409,
  'already-decided': 409,
  forbidden: 403,
  unauthorised: 401,
  'too-many-requests': 429,
}

/** What a failure tells the outside: never more than a status, a code and a sentence. */
export interface Failure {
  status: number
  code: string
  message: string
  fields: readonly { field: string; message: string }[]
  /** What exactly failed, where a candidate can meet it. */
  reason?: ErrorReason | undefined
}

/** Sorts a failure. Anything unexpected is a 500 with a fixed text; its cause goes to the log. */
export function toFailure(error: unknown): Failure {
  if (error instanceof AppError) {
    return {
      status: errorTable[error.code],
      code: error.code,
      message: error.message,
      fields: error.fields,
      reason: error.reason,
    }
  }
  const known = error as {
    statusCode?: unknown
    code?: unknown
    validation?: unknown
    message?: unknown
  }
  const status = typeof known.statusCode === 'number' ? known.statusCode : 500
  if (status >= 400 && status < 500) {
    const message =
      status === 413
        ? 'That is larger than this page takes.'
        : status === 429
          ? 'Too many requests. Wait a minute and try again.'
          : String(known.message ?? 'That request does not fit.')
    return { status, code: status === 429 ? 'too-many-requests' : 'bad-input', message, fields: [] }
  }
  return {
    status: 500,
    code: 'internal',
    message: 'Something went wrong on our side. Nothing you did was lost; please try again.',
    fields: [],
  }
}

/** Answers a program. */
export function sendFailureJson(request: FastifyRequest, reply: FastifyReply, error: unknown) {
  const failure = toFailure(error)
  if (failure.status === 500) request.log.error({ err: error }, 'unexpected failure')
  const { status, code, message, fields } = failure
  return reply
    .status(status)
    .send({ error: message, code, ...(fields.length > 0 ? { fields } : {}), requestId: request.id })
}
