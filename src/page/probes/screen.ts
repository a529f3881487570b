/**
 * Size of the screen, in CSS pixels, and device pixels per CSS pixel.
 *
 * Out: whole pixels; the ratio follows the zoom of the page as well as the display.
 * Fails: `blocked` when all is 0, which a real screen is not.
 * Source: https://drafts.csswg.org/cssom-view/#the-screen-interface. Chromium 147 tried on 2026-11-25. Browsers set to
 * resist fingerprinting give the window's size instead.
 */
import { defineProbe } from '../probe.ts'

export default defineProbe({
  name: 'screen',
  read() {
    const { width, height } = screen
    if (!(width > 0 && height > 0)) return { why: 'blocked' }
    // The page's zoom makes fractions of some sizes.
    return {
      value: {
        width: Math.round(width),
        height: Math.round(height),
        pixelRatio: devicePixelRatio,
      },
    }
  },
})
