/**
 * How often the screen is drawn.
 *
 * Out: nothing at first; the times between frames over two seconds in front, and again when the page comes back to the
 * front, ever less often. Nothing is drawn for it.
 * Source: https://html.spec.whatwg.org/#animation-frames (read 2026-11-25). Chromium 147 tried on 2026-11-25. Firefox
 * set to resist fingerprinting draws 60 times a second for everybody.
 */
import { createPace } from '../pace.ts'
import { defineProbe } from '../probe.ts'
import { quantile } from '../spread.ts'

/** How long is looked, ms. */
const SPAN_MS = 2_000
/** Pauses between readings grow by this, ms: 16 readings at most in a window of 12 hours. */
const PAUSE_STEP_MS = 300_000

export default defineProbe({
  name: 'frames',
  watch(tell) {
    const pace = createPace(PAUSE_STEP_MS)
    let times: number[] = []
    let waiting = 0
    const step = (atMs: number) => {
      times.push(atMs)
      if (atMs - (times[0] ?? atMs) < SPAN_MS) {
        waiting = requestAnimationFrame(step)
        return
      }
      const gaps = times.slice(1).map((ms, i) => ms - (times[i] ?? ms))
      pace.told(atMs)
      tell({
        value: {
          count: gaps.length,
          medianMs: quantile(gaps, 0.5),
          p95Ms: quantile(gaps, 0.95),
        },
      })
    }
    /** Begins anew: a page that was away in between was not drawn. */
    const look = () => {
      cancelAnimationFrame(waiting)
      times = []
      if (document.visibilityState === 'visible' && pace.isDue(performance.now())) {
        waiting = requestAnimationFrame(step)
      }
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      cancelAnimationFrame(waiting)
      document.removeEventListener('visibilitychange', look)
    }
  },
})
