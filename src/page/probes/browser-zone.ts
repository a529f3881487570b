/**
 * Time zone of the device.
 *
 * Out: an IANA name as the browser spells it.
 * Fails: `unsupported` where the browser cannot tell.
 * Source: ECMA-402 §11 (Intl.DateTimeFormat). Chromium 147 tried on 2026-11-25. A browser set to resist fingerprinting
 * names one fixed zone for everybody, which cannot be told from a real one here.
 */
import { lookAgain } from '../look-again.ts'
import { defineProbe } from '../probe.ts'
import { zoneName } from '../zone.ts'
import type { Reading } from '../../core/signals.ts'

export default defineProbe({
  name: 'browserZone',
  read: readZone,
  // No event tells that the zone changed: a traveller's phone, a changed setting.
  watch: (tell) => lookAgain(readZone, tell),
})

function readZone(): Reading<string> {
  const zone = zoneName()
  return zone === undefined ? { why: 'unsupported' } : { value: zone }
}
