/** What a probe is, and how it is run: bounded, and never able to break the page. */
import type { Reading, SignalName, SignalValue } from '../core/signals.ts'

/** No probe may take longer; all of them run side by side. */
const PROBE_TIMEOUT_MS = 1_000

/**
 * Reads one thing of the browser.
 *
 * In: nothing but what the browser says without asking for a permission. A probe handles the failures it expects,
 * and only those; the runner answers for the rest.
 */
export interface Probe<T = unknown> {
  /** The signal it reads, in camelCase; the file is the same in kebab-case. */
  name: SignalName
  /** Left out where a reading takes longer than a moment: it then comes by `watch` alone. */
  read?(): Reading<T> | Promise<Reading<T>>
  /** Tells every later change, not the first value; returns how to stop. */
  watch?(tell: (reading: Reading<T>) => void): () => void
}

/** Types a probe by its signal. */
export function defineProbe<const N extends SignalName>(
  probe: Probe<SignalValue<N>> & { name: N },
): Probe {
  return probe
}

/** Takes one reading. Fails: never; what goes wrong or takes too long is a reading without a value. */
export async function takeReading(read: NonNullable<Probe['read']>): Promise<Reading<unknown>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Reading<unknown>>((resolve) => {
    timer = setTimeout(resolve, PROBE_TIMEOUT_MS, { why: 'timeout' })
  })
  try {
    return await Promise.race([read(), late])
  } catch {
    return { why: 'error' }
  } finally {
    clearTimeout(timer)
  }
}
