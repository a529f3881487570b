/**
 * Whether this page is in front.
 *
 * Source: https://html.spec.whatwg.org/#page-visibility. Chromium 147 tried on 2026-11-22.
 */
import { defineProbe } from '../probe.ts'

export default defineProbe({
  name: 'visibility',
  read: () => ({ value: document.visibilityState }),
  watch(tell) {
    const look = () => tell({ value: document.visibilityState })
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  },
})
