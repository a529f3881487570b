/** Whether a log can say anything at all, before anybody looks at its taps. */
import type { ControlLog } from './log.ts'

/** Why a log says nothing. None of these weighs anything. */
export type Void =
  'hidden' | 'coarse-clock' | 'slow-frames' | 'too-few-taps' | 'not-steady' | 'tempi-disagree'

const GATES = {
  /** A clock in steps of 16 or 100 ms, as browsers give that resist fingerprinting, cannot tell, ms. */
  clockStepMs: 5,
  /** Below 20 frames a second a ball cannot be followed, ms. */
  frameMs: 50,
} as const

/** What makes a log useless whatever was tapped, or null. */
export function logQuality(
  log: Pick<ControlLog, 'wasHidden' | 'clockStepMs' | 'frameMs'>,
): Void | null {
  if (log.wasHidden) return 'hidden'
  if (log.clockStepMs > GATES.clockStepMs) return 'coarse-clock'
  return log.frameMs > GATES.frameMs ? 'slow-frames' : null
}
