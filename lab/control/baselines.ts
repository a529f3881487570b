/** Simple rules on the same results, to be better than. */
import type { SignalValue } from '../../src/core/signals.ts'

/** A rule: finds or does not find. */
export interface ControlBaseline {
  system: string
  finds(result: SignalValue<'controlCheck'>): boolean
}

/** The delay at which a far operator was noticed, as the press tells it, ms (read 2026-11-20). */
const PRESS_MS = 110

/** A reaction that anybody would call slow, ms. */
const SLOW_MS = 450

/** All of them. */
export const controlBaselines: readonly ControlBaseline[] = [
  { system: 'taps over 110 ms late', finds: ({ asynchronyMs }) => asynchronyMs > PRESS_MS },
  { system: 'reactions over 450 ms', finds: ({ reaction }) => (reaction?.medianMs ?? 0) > SLOW_MS },
]
