/** The language of one answer. What a browser asks for is looked at here, and neither kept nor logged. */
import type { FastifyRequest } from 'fastify'
import { AppError } from '../core/app-error.ts'
import { catalogue } from '../texts/catalogue.ts'
import { chooseLanguage, type Language } from '../texts/languages.ts'
import type { Failure } from './errors.ts'

/** Chooses it. */
export function languageOf(request: FastifyRequest): Language {
  return chooseLanguage(request.headers['accept-language'])
}

/** A failure in a language. In English it says what exactly; elsewhere what kind of failure it is. */
export function failureWords(
  { code, message }: Pick<Failure, 'code' | 'message'>,
  language: Language,
): string {
  const { errors } = catalogue[language]
  if (language === 'en') return message
  switch (code) {
    case 'session-missing':
    case 'nonce-invalid':
    case 'illegal-transition':
    case 'too-many-requests':
    case 'internal':
      return errors[code]
    default:
      return errors.other
  }
}

/** An expected failure in the language of a request, for scripts that show it. Anything else stays what it is. */
export function inLanguage(request: FastifyRequest, error: unknown): unknown {
  if (!(error instanceof AppError)) return error
  return new AppError(error.code, failureWords(error, languageOf(request)), { cause: error })
}
