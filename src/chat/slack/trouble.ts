/** What became of a call that did not succeed. */
import { z } from 'zod'

/** Slack refused it; asked for time; or nobody knows whether it happened. */
export type Trouble =
  | { kind: 'refused'; code: string }
  | { kind: 'wait'; ms: number }
  | { kind: 'unknown'; text: string }

/** Slack's own word for its failures: the call may or may not have been carried out. Source: docs.slack.dev, errors of every method, read 2026-11-22. */
const THEIR_FAILURES = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'org_login_required',
])

/** The token is no longer worth anything. Source: as above. */
const TOKEN_GONE = new Set([
  'token_revoked',
  'token_expired',
  'account_inactive',
  'invalid_auth',
  'not_authed',
])

/** Slack asks for time without saying how much. */
const RATE_LIMITED_MS = 1_000

/** Errors of @slack/web-api, told by their codes: the package is loaded only where Slack is on. */
const errorSchema = z.union([
  z.object({
    code: z.literal('slack_webapi_platform_error'),
    data: z.object({ error: z.string() }),
  }),
  z.object({ code: z.literal('slack_webapi_rate_limited_error'), retryAfter: z.number() }),
])

/** Reads what a call threw. */
export function readTrouble(error: unknown): Trouble {
  const parsed = errorSchema.safeParse(error)
  if (!parsed.success) {
    return { kind: 'unknown', text: error instanceof Error ? error.message : String(error) }
  }
  if ('retryAfter' in parsed.data) return { kind: 'wait', ms: parsed.data.retryAfter * 1000 }
  const code = parsed.data.data.error
  if (code === 'ratelimited' || code === 'rate_limited')
    return { kind: 'wait', ms: RATE_LIMITED_MS }
  if (THEIR_FAILURES.has(code)) return { kind: 'unknown', text: code }
  return { kind: 'refused', code }
}

/** Whether a refusal means that the app is no longer installed. */
export function isTokenGone(trouble: Trouble): boolean {
  return trouble.kind === 'refused' && TOKEN_GONE.has(trouble.code)
}

/** A trouble in words, for the log. */
export function troubleText(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'refused':
      return trouble.code
    case 'wait':
      return `asks for ${trouble.ms} ms`
    case 'unknown':
      return trouble.text
  }
}
