/** All probes at work: the first reading of each in bounded time, then every change, calmly. */
import { calmly } from './calmly.ts'
import { takeReading, type Probe } from './probe.ts'
import type { SentSignal } from './views.ts'

/**
 * A probe that has not begun by then is not begun. With the second that each may take, all are done in 3 s, unless a
 * single call of the browser holds the thread for longer: no script can stop that.
 */
const BEGIN_MS = 2_000

/** Takes one reading of every probe that has one at once, side by side. Fails: never. */
export function readProbes(probes: readonly Probe[]): Promise<SentSignal[]> {
  const startedAt = performance.now()
  const take = async (
    name: SentSignal['name'],
    read: NonNullable<Probe['read']>,
  ): Promise<SentSignal> => {
    const late = performance.now() - startedAt > BEGIN_MS
    return { name, ...(late ? { why: 'timeout' } : await takeReading(read)) }
  }
  return Promise.all(
    probes.flatMap(({ name, read }) => (read === undefined ? [] : [take(name, read)])),
  )
}

/** Tells every later change. A probe that cannot watch is left at its first reading. Out: how to stop each. */
export function watchProbes(
  probes: readonly Probe[],
  tell: (signal: SentSignal) => void,
): (() => void)[] {
  return probes.flatMap(({ name, watch }) => {
    if (watch === undefined) return []
    const calm = calmly<SentSignal>(tell)
    try {
      return [watch((reading) => calm.put({ name, ...reading })), calm.stop]
    } catch {
      return []
    }
  })
}
