/** Watching what no event tells of. */
import type { Reading } from '../core/signals.ts'

/** How often is looked; also whenever the page comes to the front or leaves it. */
const LOOK_AGAIN_MS = 30_000

/** Looks again and again, and tells what differs from the look before. Out: how to stop. */
export function lookAgain<T>(
  read: () => Reading<T>,
  tell: (reading: Reading<T>) => void,
): () => void {
  const safely = (): Reading<T> => {
    try {
      return read()
    } catch {
      return { why: 'error' }
    }
  }
  let last = JSON.stringify(safely())
  const look = () => {
    const reading = safely()
    const text = JSON.stringify(reading)
    if (text === last) return
    last = text
    tell(reading)
  }
  const timer = setInterval(look, LOOK_AGAIN_MS)
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  }
}
