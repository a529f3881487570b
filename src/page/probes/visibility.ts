/**
 * Whether this page is in front.
 *
 * Fails: `unsupported` where the browser tells neither.
 * Source: https://html.spec.whatwg.org/#page-visibility. Chromium 147 tried on 2026-11-25.
 */
import { defineProbe } from '../probe.ts'
import type { Reading, SignalValue } from '../../core/signals.ts'

export default defineProbe({
  name: 'visibility',
  read: readVisibility,
  watch(tell) {
    const look = () => tell(readVisibility())
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  },
})

function readVisibility(): Reading<SignalValue<'visibility'>> {
  const state: unknown = document.visibilityState
  return state === 'visible' || state === 'hidden' ? { value: state } : { why: 'unsupported' }
}
