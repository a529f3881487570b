/**
 * How movements of a mouse over this page arrive: the times between them, never where it is.
 *
 * Out: nothing at first; a reading once there are 60 gaps, then of the latest 600, ever less often. Of a mouse alone:
 * fingers and pens move otherwise. Whole positions tell something only where the page is zoomed by a fraction, and
 * Firefox gives whole ones always.
 * Fails: `blocked` where the browser made its clock coarse.
 * Source: https://www.w3.org/TR/pointerevents3/#coalesced-events, https://w3c.github.io/uievents/#dom-event-timestamp
 * (read 2026-11-25). Chromium 147 tried on 2026-11-25: coalesced events carry the times of the device.
 */
import { createPace } from '../pace.ts'
import { defineProbe } from '../probe.ts'
import { createMovements } from './pointer/movements.ts'

/** Pauses between readings grow by this, ms: 37 readings in a window of 12 hours. */
const PAUSE_STEP_MS = 60_000

export default defineProbe({
  name: 'pointer',
  watch(tell) {
    const movements = createMovements()
    const pace = createPace(PAUSE_STEP_MS)
    const look = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || !event.isTrusted) return
      // Missing in older Safari and without https; empty in some browsers.
      const told: PointerEvent[] = event.getCoalescedEvents?.() ?? []
      for (const { timeStamp, clientX, clientY } of told.length > 0 ? told : [event]) {
        movements.add({ atMs: timeStamp, x: clientX, y: clientY })
      }
      if (!pace.isDue(event.timeStamp)) return
      const reading = movements.reading(!Number.isInteger(devicePixelRatio))
      if (reading === undefined) return
      pace.told(event.timeStamp)
      tell(reading)
    }
    document.addEventListener('pointermove', look, { passive: true })
    return () => document.removeEventListener('pointermove', look)
  },
})
