/** Holding back: as slowly as a platform asks, and not at all while it does not answer. */
import { DeliveryError } from '../usecases/deliver.ts'
import type { Clock } from '../usecases/ports.ts'

/** First and longest rest after a platform did not answer. A hanging call holds up all others for its ten seconds. */
const REST_MS = { first: 1_000, most: 60_000 } as const

/** Keeps the pace. */
export interface Pace {
  /** Fails: `DeliveryError` with the rest of the pause. */
  wait(key: string): void
  /** Says that a thing may not be done again for a while. */
  pause(key: string, ms: number): void
  /** Says that the platform did not answer: a rest that grows with each time in a row. */
  falter(key: string): void
  /** Says that the platform answered. */
  recover(key: string): void
  /** Forgets all pauses. */
  reset(): void
}

/** Pauses kept at once; those that are over are forgotten beyond it. */
const KEPT = 2_000

/** Makes a pace keeper. */
export function createPace(clock: Clock): Pace {
  const until = new Map<string, number>()
  const faltered = new Map<string, number>()
  const pause = (key: string, ms: number) => {
    const now = clock.now()
    if (until.size > KEPT) for (const [k, at] of until) if (at <= now) until.delete(k)
    until.set(key, Math.max(until.get(key) ?? 0, now + ms))
  }
  return {
    wait(key) {
      const restMs = (until.get(key) ?? 0) - clock.now()
      if (restMs > 0) throw new DeliveryError(`pausing: ${key}`, restMs)
    },
    pause,
    falter(key) {
      const times = faltered.get(key) ?? 0
      faltered.set(key, times + 1)
      pause(key, Math.min(REST_MS.most, REST_MS.first * 2 ** Math.min(times, 10)))
    },
    recover: (key) => faltered.delete(key),
    reset() {
      until.clear()
      faltered.clear()
    },
  }
}
