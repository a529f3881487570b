/** What one scenario starts, ended together. */
import type { Crew, Running } from './crew.ts'

/**
 * Starts things for one scenario: whatever the work starts by the crew it is given is stopped when the result is
 * disposed of, last first.
 *
 * Fails: as the work does, leaving nothing running.
 */
export async function startShift<T extends object>(
  crew: Crew,
  work: (crew: Crew) => Promise<T>,
): Promise<T & AsyncDisposable> {
  const running: Running[] = []
  const start: Crew['start'] = async (...given) => {
    const started = await crew.start(...given)
    running.push(started)
    return started
  }
  const end = async () => {
    for (const each of running.reverse()) await each.stop()
  }
  try {
    return { ...(await work({ ...crew, start })), [Symbol.asyncDispose]: end }
  } catch (error) {
    await end()
    throw error
  }
}
