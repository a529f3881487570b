/** Addresses that Slack's servers can fetch. */
import { isIP } from 'node:net'

/** Names that are never in the public name system. Source: RFC 6761, RFC 6762, RFC 8375, ICANN 2024-07 on .internal (read 2026-11-25). */
const PRIVATE_NAME = /(^|\.)(localhost|local|internal|home\.arpa|test|invalid|example)$/

/**
 * An https address on a public name.
 *
 * Out: null for anything else: Slack refuses a message whose picture it cannot fetch. A bare IP address counts as not
 * public, because no certificate of a usual kind covers one.
 * Source: slackapi/python-slack-sdk#1782, `invalid_blocks` for "downloading image failed" (read 2026-11-25).
 */
export function toPublicUrl(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isPublic = host.includes('.') && isIP(host) === 0 && !PRIVATE_NAME.test(host)
  return url.protocol === 'https:' && isPublic ? url.href : null
}
