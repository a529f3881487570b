/**
 * Time zone of the device.
 *
 * Out: an IANA name as the browser spells it ("Asia/Calcutta" and "Asia/Kolkata" are the same place).
 * Fails: `unsupported` where the browser cannot tell: ECMA-402 only later made the field mandatory, and V8 says
 * "Etc/Unknown" for a system zone it does not know (tc39/proposal-temporal#2510, read 2026-11-22).
 * Source: Chromium 147 tried on 2026-11-22. A browser set to resist fingerprinting names one fixed zone for
 * everybody, which cannot be told from a real one here.
 */
import { defineProbe } from '../probe.ts'
import type { Reading } from '../../core/signals.ts'

/** No event tells that the zone changed (a traveller's phone, a changed setting), so it is read again. */
const LOOK_AGAIN_MS = 30_000

export default defineProbe({
  name: 'browserZone',
  read: readZone,
  watch(tell) {
    let last = JSON.stringify(readZone())
    const look = () => {
      const reading = readZone()
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
  },
})

function readZone(): Reading<string> {
  const zone: string | undefined = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone === undefined || zone === '' || zone === 'Etc/Unknown'
    ? { why: 'unsupported' }
    : { value: zone }
}
