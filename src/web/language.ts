/** The language of one answer. What a browser asks for is looked at here, and neither kept nor logged. */
import type { FastifyRequest } from 'fastify'
import { AppError } from '../core/app-error.ts'
import { catalogue } from '../texts/catalogue.ts'
import type { ErrorTexts } from '../texts/errors/en.ts'
import { chooseLanguage, type Language } from '../texts/languages.ts'
import { toFailure, type Failure } from './errors.ts'

/** Chooses it. */
export function languageOf(request: FastifyRequest): Language {
  return chooseLanguage(request.headers['accept-language'])
}

/** A failure as a page says it: what did not work, and what to do. */
export function failureWords(
  failure: Pick<Failure, 'status' | 'code' | 'reason'>,
  language: Language,
): { title: string; text: string } {
  const { errors } = catalogue[language]
  const page = errors.pages[pageOf(failure)]
  return isRefusal(errors, failure.reason)
    ? { title: page.title, text: errors.exercise[failure.reason] }
    : page
}

/** An expected failure in the language of a request, for scripts that show it. Anything else stays what it is. */
export function inLanguage(request: FastifyRequest, error: unknown): unknown {
  if (!(error instanceof AppError)) return error
  const { text } = failureWords(toFailure(error), languageOf(request))
  return new AppError(error.code, text, { cause: error })
}

/** Which page tells of a failure. */
function pageOf({
  status,
  code,
  reason,
}: Pick<Failure, 'status' | 'code' | 'reason'>): keyof ErrorTexts['pages'] {
  if (reason === 'session-over' || reason === 'code-unavailable') return reason
  if (status === 413) return 'too-large'
  switch (code) {
    case 'session-missing':
    case 'nonce-invalid':
    case 'illegal-transition':
    case 'too-many-requests':
    case 'internal':
      return code
    default:
      return 'bad-input'
  }
}

function isRefusal(
  { exercise }: ErrorTexts,
  reason: Failure['reason'],
): reason is keyof ErrorTexts['exercise'] {
  return reason !== undefined && Object.hasOwn(exercise, reason)
}
