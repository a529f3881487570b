/** What is said of every stored field. */

/** How a field is kept. */
export const forms = {
  encrypted:
    'AES-256-GCM under a key derived from `SECRET_KEY`, bound to its table, column and row',
  'keyed hash':
    'HMAC-SHA-256 under a key derived from `SECRET_KEY`: shows that two are the same, and nothing else',
  hash: 'SHA-256 of a random token or code: proves it, and gives nothing back',
  plain: 'as it is',
} as const

/** How a field is kept. */
export type Form = keyof typeof forms

/** What removes a field: the rules of `let-go.ts`, `erase.ts`, `purge.ts` in words. */
export const retentions = {
  readings:
    '`RAW_RETENTION_DAYS` after the end of the window, or when the case is erased, whichever comes first',
  case: 'when the case is erased: `CASE_RETENTION_DAYS` after it was opened, or at once by `/verify forget` or `DELETE /api/v1/cases/{id}`',
  record:
    '`RECORD_RETENTION_DAYS` after the case was opened, once it is erased. Until then it says that there was a case, not whose',
  hold: 'when the hold is lifted by `/verify hold`. While a case is held nothing of it goes',
  delivery: 'when it is delivered or not needed any more, or when the case is erased',
  expiry:
    'within the hour after it expires: a report link or a link to a calendar file after 15 minutes, a move to another device after 10, a console after 30 days, a page’s right to a beacon 15 minutes after the window; all but the console’s also when the case is erased',
  count:
    'never: counts of people, which name nobody and are kept with no case; empty until somebody presses **Looks fine** after a tapping exercise',
  retry: 'within the hour after two days',
  setting: 'when an admin changes it, or the workspace removes the app',
  log: 'never: the log can only grow. It names cases and accounts, no candidate',
  program: 'never, or with a change of the key: it is about the database, not about a person',
} as const

/** What removes a field. */
export type Retention = keyof typeof retentions

/** Who told it. */
export type Teller =
  | 'manager'
  | 'candidate'
  | 'reviewer'
  | 'admin'
  | 'browser'
  | 'our server'
  | 'chat platform'
  | 'mail server'
  | 'whereabouts'

/** Who sees it. */
export const readers = {
  both: 'the candidate (notice, session, **What was recorded**) and the hiring team (card, report, export, API)',
  candidate: 'the candidate, in their mail',
  hiring: 'the hiring team: those whom `/verify settings` or the console lets in, and `API_KEY`',
  operator: 'nobody but who holds the database, and for encrypted fields `SECRET_KEY` as well',
} as const

/** Who sees it. */
export type Reader = keyof typeof readers

/** A stored field. */
export interface StoredField {
  form: Form
  until: Retention
  from: Teller
  seenBy: Reader
  /** What it is for. */
  purpose: string
}

/** A field in one line. */
export function field(
  form: Form,
  until: Retention,
  from: Teller,
  seenBy: Reader,
  purpose: string,
): StoredField {
  return { form, until, from, seenBy, purpose }
}

/** An entry for every column of a table. */
export type FieldsOf<Row> = { readonly [Column in keyof Row]-?: StoredField }
