/**
 * Whether the browser says that a program drives it.
 *
 * Fails: `unsupported` in browsers without the field. Some extensions and automation tools hide it, so false says little.
 * Source: https://www.w3.org/TR/webdriver2/#interface (NavigatorAutomationInformation). Chromium 147 driven over its
 * debugging protocol says true, tried on 2026-11-25.
 */
import { defineProbe } from '../probe.ts'

export default defineProbe({
  name: 'webdriver',
  read() {
    const flag: unknown = navigator.webdriver
    return typeof flag === 'boolean' ? { value: flag } : { why: 'unsupported' }
  },
})
