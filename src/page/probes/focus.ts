/**
 * Whether this page has the keyboard. What is typed is not read.
 *
 * Fails: `unsupported` where the browser does not tell.
 * Source: https://html.spec.whatwg.org/#dom-document-hasfocus. Chromium 147 tried on 2026-11-25.
 */
import { defineProbe } from '../probe.ts'
import type { Reading, SignalValue } from '../../core/signals.ts'

export default defineProbe({
  name: 'focus',
  read: readFocus,
  watch(tell) {
    const look = () => tell(readFocus())
    addEventListener('focus', look)
    addEventListener('blur', look)
    return () => {
      removeEventListener('focus', look)
      removeEventListener('blur', look)
    }
  },
})

function readFocus(): Reading<SignalValue<'focus'>> {
  if (typeof document.hasFocus !== 'function') return { why: 'unsupported' }
  return { value: document.hasFocus() ? 'focused' : 'blurred' }
}
