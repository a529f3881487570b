/** What the product says of the results of one person, by its own checks and policy. */
import { assess } from '../../src/core/assess.ts'
import { checks } from '../../src/core/checks/index.ts'
import type { Signal, SignalValue } from '../../src/core/signals.ts'
import { policy } from '../../src/core/weights.ts'

const START = Date.parse('2026-11-23T21:00:00Z')

/** Judges results of the exercise, and of the part besides where there is one. */
export function judgeControl(
  value: SignalValue<'controlCheck'>,
  extra?: SignalValue<'controlExtra'>,
) {
  const head = { at: START, source: 'server' } as const
  const signals: Signal[] = [
    { ...head, name: 'controlCheck', value },
    ...(extra === undefined ? [] : [{ ...head, name: 'controlExtra', value: extra } as const]),
  ]
  return assess({ signals, startAt: START, asked: ['control'] }, checks, policy)
}
