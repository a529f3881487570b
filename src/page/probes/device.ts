/**
 * Processors, memory, touch points and platform of the device.
 *
 * Out: null for what the browser does not tell. Processors are logical ones, and Safari and Firefox cap them; memory is
 * GiB, told by Chromium alone over https, rounded to a power of two and capped. iPads call themselves MacIntel.
 * Fails: `unsupported` where the browser tells none of it.
 * Source: https://html.spec.whatwg.org/#navigator.hardwareconcurrency, https://www.w3.org/TR/device-memory/,
 * https://www.w3.org/TR/pointerevents/#extensions-to-the-navigator-interface, MDN (read 2026-11-25). Chromium 147 tried
 * on 2026-11-25.
 */
import { defineProbe } from '../probe.ts'
import type { SignalValue } from '../../core/signals.ts'

/** What browsers may leave out; TypeScript's DOM types do not have all of it. */
interface Told {
  readonly hardwareConcurrency?: unknown
  readonly deviceMemory?: unknown
  readonly maxTouchPoints?: unknown
  readonly platform?: unknown
}

export default defineProbe({
  name: 'device',
  read() {
    const told: Told = navigator
    const platform = told.platform
    const value: SignalValue<'device'> = {
      cores: numberOrNull(told.hardwareConcurrency),
      memoryGb: numberOrNull(told.deviceMemory),
      touchPoints: numberOrNull(told.maxTouchPoints),
      platform: typeof platform === 'string' && platform !== '' ? platform : null,
    }
    return Object.values(value).every((part) => part === null) ? { why: 'unsupported' } : { value }
  },
})

function numberOrNull(told: unknown): number | null {
  return typeof told === 'number' && Number.isFinite(told) ? told : null
}
