/** The policy in force. Giving a check power is one row in `weights/`, in the file of its axis, with its false-alarm figures. */
import type { Policy } from './policy.ts'
import { continuityWeights } from './weights/continuity.ts'
import { controlWeights } from './weights/control.ts'
import { placeWeights } from './weights/place.ts'
import { recordWeights } from './weights/record.ts'

/** The policy in force. */
export const policy: Policy = {
  version: '2026-11-25',
  checks: { ...placeWeights, ...controlWeights, ...continuityWeights, ...recordWeights },
}
