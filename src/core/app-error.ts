/** Expected failures, by code. */

/** Every expected failure. `errorTable` in `web/errors.ts` gives each a status. */
export const errorCodes = [
  'bad-input', // what a person or program sent does not fit; `fields` says where
  'not-found', // no such case, round, link or message
  'link-unavailable', // unknown, used, expired or superseded: never said which
  'session-missing', // no session cookie, or not one of ours
  'nonce-invalid', // the form was not the one we served to this browser
  'illegal-transition', // the case, round or session is past that
  'already-decided', // another person was quicker; the answer says who
  'forbidden', // this person may not do that
  'unauthorised', // no key, or a wrong one
  'too-many-requests',
] as const

/** Code of an expected failure. */
export type ErrorCode = (typeof errorCodes)[number]

/** Why the tapping exercise does not begin. */
export type ExerciseRefusal =
  'exercise-not-asked' | 'exercise-over' | 'exercise-done' | 'exercise-often'

/** What exactly failed, where a candidate can meet it: pages and scripts say it in their language. */
export type ErrorReason = ExerciseRefusal | 'session-over' | 'code-unavailable'

/** One fault of one field, for people. */
export interface FieldFault {
  field: string
  message: string
}

/** An expected failure: its message may be shown to the person who caused it. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly fields: readonly FieldFault[]
  readonly reason: ErrorReason | undefined

  constructor(
    code: ErrorCode,
    message: string,
    options: { fields?: readonly FieldFault[]; cause?: unknown; reason?: ErrorReason } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.code = code
    this.fields = options.fields ?? []
    this.reason = options.reason
  }
}
