/**
 * How keys are pressed on this page: how long they are held and whether an event names a key, never which key.
 *
 * Out: nothing at first; a reading once there are 20 presses, then of the latest 300, ever less often. Left out: keys
 * that repeat, combinations, and text that is composed, as in languages with more characters than keys. Nothing of
 * devices whose first pointer is a finger: keyboards on a screen name no keys.
 * Fails: `blocked` where the browser made its clock coarse.
 * Source: https://www.w3.org/TR/uievents-code/#key-code-attribute-value ("Unidentified" or nothing where no key is
 * named), https://www.w3.org/TR/uievents/#event-type-keydown (read 2026-11-25). Chromium 147 tried on 2026-11-25.
 */
import { createPace } from '../pace.ts'
import { defineProbe } from '../probe.ts'
import { createPresses } from './keys/presses.ts'

/** Pauses between readings grow by this, ms: 37 readings in a window of 12 hours. */
const PAUSE_STEP_MS = 60_000

/** What the name of a key is where an event names none. */
const UNNAMED = new Set(['', 'Unidentified'])

export default defineProbe({
  name: 'keys',
  watch(tell) {
    if (matchMedia('(pointer: coarse)').matches) return () => {}
    const presses = createPresses()
    const pace = createPace(PAUSE_STEP_MS)
    const look = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.repeat || event.isComposing) return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const isDown = event.type === 'keydown'
      presses.add({ atMs: event.timeStamp, isDown, isCodeless: UNNAMED.has(event.code) })
      if (isDown || !pace.isDue(event.timeStamp)) return
      const reading = presses.reading()
      if (reading === undefined) return
      pace.told(event.timeStamp)
      tell(reading)
    }
    document.addEventListener('keydown', look, { capture: true, passive: true })
    document.addEventListener('keyup', look, { capture: true, passive: true })
    addEventListener('blur', presses.forget)
    return () => {
      document.removeEventListener('keydown', look, { capture: true })
      document.removeEventListener('keyup', look, { capture: true })
      removeEventListener('blur', presses.forget)
    }
  },
})
