/**
 * Offsets of the device clock through the year, beside the zone that `Intl` names at the same moment.
 *
 * Out: minutes ahead of UTC at noon UTC of the 1st of each month of this year. `getTimezoneOffset` counts the other
 * way, and in whole minutes: the seconds that some zones had until 1972 do not come up.
 * Fails: `unsupported` where the browser names no zone; `blocked` where `Date` gives no number.
 * Source: ECMA-262 §21.4.4.11 (Date.prototype.getTimezoneOffset). Chromium 147 tried on 2026-11-25. A browser set to
 * resist fingerprinting says UTC, or one fixed zone, in both places.
 */
import { lookAgain } from '../look-again.ts'
import { defineProbe } from '../probe.ts'
import { zoneName } from '../zone.ts'
import type { Reading, SignalValue } from '../../core/signals.ts'

export default defineProbe({
  name: 'browserClock',
  read: readClock,
  watch: (tell) => lookAgain(readClock, tell),
})

function readClock(): Reading<SignalValue<'browserClock'>> {
  const zone = zoneName()
  if (zone === undefined) return { why: 'unsupported' }
  const year = new Date().getUTCFullYear()
  const offsetsMin = Array.from(
    { length: 12 },
    // From 0, so that UTC is 0 and not −0.
    (_, month) => 0 - new Date(Date.UTC(year, month, 1, 12)).getTimezoneOffset(),
  )
  return offsetsMin.every(Number.isFinite)
    ? { value: { zone, year, offsetsMin } }
    : { why: 'blocked' }
}
