/** The policy in force. Promotion of a check to power is one row here, with its false-alarm figures. */
import type { Policy } from './policy.ts'

const JUDGED = 'judgement: no measured rate yet, capped at 0.4'

/** The policy in force. */
export const policy: Policy = {
  version: '2026-11-22',
  checks: {}
}
